package hopscope.scenario;

import hopscope.document.BadValue;
import hopscope.document.DocumentText;
import hopscope.document.Position;
import hopscope.document.Problems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads latencies measured elsewhere. Each line holds one sample, or a latency and the share of all latencies up to it,
 * separated by comma, semicolon or blanks. A latency without a unit is in milliseconds. Empty lines, comments after
 * {@code #} and a header of words before the first number are skipped.
 */
final class EmpiricalFile {
    private static final String EXPECTED = "a file of latencies, one a line, or of latencies and shares from 0 to 1";
    private static final int POINTS_MAX = 1_000_000;
    private static final Pattern CELL = Pattern.compile("[^\\s,;]+");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z_][^,;\\s]*([\\s,;]+[A-Za-z_][^,;\\s]*)*");
    private static final double SUM_SLACK = 1e-6;

    private final String file;
    private final Problems problems;
    private final List<Long> nanos = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private int columns;

    private EmpiricalFile(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @param name as the scenario gives it
     * @param at where the scenario gives it
     * @return empty if it cannot be used; then problems tell why
     */
    static Optional<EmpiricalLatency> read(String name, Position at, Path baseFolder, Problems problems) {
        Path path;
        try {
            path = baseFolder.resolve(name);
        } catch (InvalidPathException e) {
            problems.add(at, "'" + QuantityParser.shortened(name) + "' cannot name a file", EXPECTED);
            return Optional.empty();
        }
        if (!Files.isRegularFile(path)) {
            problems.add(
                    at,
                    "there is no file '" + name + "'; expected " + EXPECTED + ", relative to the scenario's folder"
                            + DocumentText.siblingHint(path));
            return Optional.empty();
        }
        return DocumentText.read(path, EXPECTED, problems)
                .flatMap(text -> new EmpiricalFile(path.toString(), problems).parse(text));
    }

    private Optional<EmpiricalLatency> parse(String text) {
        int reports = problems.reports();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size() && problems.reports() == reports; i++) {
            parseLine(lines.get(i).replaceFirst("#.*", ""), i + 1);
        }
        if (problems.reports() == reports && nanos.isEmpty()) {
            problems.add(new Position(file, 1, 1), "there is no latency in this file", EXPECTED);
        }
        if (problems.reports() == reports && columns == 2 && shares.get(shares.size() - 1) < 1 - SUM_SLACK) {
            problems.add(
                    new Position(file, lines.size(), 1),
                    "the last share is " + QuantityFormat.number(shares.get(shares.size() - 1)),
                    "1, for all latencies");
        }
        return problems.reports() == reports ? Optional.of(content()) : Optional.empty();
    }

    private EmpiricalLatency content() {
        long[] points = nanos.stream().mapToLong(Long::longValue).toArray();
        double[] upTo = shares.stream().mapToDouble(Double::doubleValue).toArray();
        if (upTo.length == 0) {
            Arrays.sort(points);
        } else {
            upTo[upTo.length - 1] = 1;
        }
        return new EmpiricalLatency(points, upTo);
    }

    private void parseLine(String line, int number) {
        if (line.isBlank() || nanos.isEmpty() && HEADER.matcher(line.strip()).matches()) {
            return;
        }
        List<Position> places = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        while (matcher.find()) {
            places.add(new Position(file, number, 1 + line.codePointCount(0, matcher.start())));
            cells.add(matcher.group());
        }
        columns = columns == 0 ? cells.size() : columns;
        if (cells.size() != columns || columns < 1 || columns > 2 || nanos.size() == POINTS_MAX) {
            problems.add(
                    new Position(file, number, 1),
                    nanos.size() == POINTS_MAX
                            ? "more than " + POINTS_MAX + " latencies"
                            : "found " + cells.size() + " columns",
                    columns > 2 || nanos.isEmpty() ? EXPECTED : columns + " as in the lines before");
            return;
        }
        parseLatency(cells.get(0), places.get(0));
        if (columns == 2) {
            parseShare(cells.get(1), places.get(1));
        }
    }

    private void parseLatency(String cell, Position at) {
        try {
            boolean bare = cell.matches("[-+]?[0-9]+(\\.[0-9]+)?");
            TimeSpan span = QuantityParser.timeSpan(bare ? rounded(cell) : cell);
            if (columns == 2 && !nanos.isEmpty() && span.nanos() < nanos.get(nanos.size() - 1)) {
                problems.add(at, "the latency '" + cell + "' is below the one before", "latencies in ascending order");
            }
            nanos.add(span.nanos());
        } catch (BadValue e) {
            problems.add(at, e);
        }
    }

    /** Milliseconds with at most six decimals, so that programs' long fractions are read. */
    private static String rounded(String millis) {
        return new java.math.BigDecimal(millis.startsWith("+") ? millis.substring(1) : millis)
                        .setScale(6, java.math.RoundingMode.HALF_EVEN)
                        .toPlainString()
                + "ms";
    }

    private void parseShare(String cell, Position at) {
        try {
            double share = QuantityParser.probability(cell).value();
            if (!shares.isEmpty() && share < shares.get(shares.size() - 1)) {
                problems.add(at, "the share '" + cell + "' is below the one before", "shares in ascending order");
            }
            shares.add(share);
        } catch (BadValue e) {
            problems.add(at, e);
        }
    }
}
