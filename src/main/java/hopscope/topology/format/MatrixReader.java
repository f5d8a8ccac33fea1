package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a square matrix of round-trip times, one row per line, with or without names at its edges. A latency is half the
 * smaller of the two directions; 0, empty, negative and {@code nan} are missing. The unit is that of a comment
 * {@code # unit: ms}; without one it is seconds where the median is below 2, else milliseconds, and a note says so.
 */
final class MatrixReader implements TopologyReader {
    private static final Pattern UNIT = Pattern.compile("(?m)^#\\s*unit:\\s*(\\S+)\\s*$");
    private static final double SECONDS_BELOW = 2;
    private static final int NODES_MAX = 3_000;
    private static final int ROWS_LOOKED_AT = 3;

    @Override
    public TopologyFormat format() {
        return TopologyFormat.MATRIX;
    }

    @Override
    public String expected() {
        return "a square matrix of round-trip times";
    }

    @Override
    public boolean recognises(String name, String head) {
        List<TextLine> lines = TextLine.filled(head);
        if (lines.size() < 2) {
            return false;
        }
        try {
            int columns = cells(lines.get(0)).size();
            boolean large = columns > 5 || lines.size() == columns;
            for (int row = 1; row < Math.min(ROWS_LOOKED_AT, lines.size() - 1); row++) {
                List<Word> cells = cells(lines.get(row));
                large &= cells.size() == columns;
                for (Word cell : cells.subList(1, cells.size())) {
                    large &= missing(cell) || !Double.isNaN(Quantities.numberOrNaN(cell.text()));
                }
            }
            return large && columns > 2;
        } catch (TopologyFormatException unbalanced) {
            return false;
        }
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".tsv") || name.contains("matrix");
    }

    private static List<Word> cells(TextLine line) throws TopologyFormatException {
        boolean separated = line.text().matches(".*[;,\\t].*");
        return separated ? line.cells(CsvReader.separator(line.text())) : line.words();
    }

    private static boolean missing(Word cell) {
        String text = cell.text().toLowerCase(Locale.ROOT);
        return text.isEmpty() || text.equals("nan") || text.equals("-") || text.equals("na") || text.equals("inf");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        List<List<Word>> rows = new ArrayList<>();
        for (TextLine line : TextLine.filled(file.text())) {
            rows.add(cells(line));
        }
        List<String> names = names(rows);
        double[][] times = times(rows);
        NetworkContent content = new NetworkContent();
        for (int node = 0; node < times.length; node++) {
            content.declare(names.isEmpty() ? Integer.toString(node) : names.get(node));
        }
        if (content.nodes.size() < times.length) {
            throw new TopologyFormatException("a name stands twice at the matrix, expected every name once", 1, 1);
        }
        Matcher given = UNIT.matcher(file.head());
        String unit = given.find() ? given.group(1) : assumedUnit(times, content);
        link(content, times, unit, settings.nearest());
        return content;
    }

    /** Takes the names at the edges away, if there are some. */
    private static List<String> names(List<List<Word>> rows) {
        List<String> names = new ArrayList<>();
        if (rows.size() < 2) {
            return names;
        }
        Word corner = rows.get(0).get(rows.get(0).size() - 1);
        boolean above = !missing(corner) && Double.isNaN(Quantities.numberOrNaN(corner.text()));
        int columns = rows.get(1).size();
        int[] sizes = rows.stream().skip(above ? 1 : 0).mapToInt(List::size).toArray();
        boolean beside = columns == sizes.length + 1 && Arrays.stream(sizes).allMatch(size -> size == columns);
        if (above) {
            List<Word> header = rows.remove(0);
            header.subList(header.size() == columns && beside ? 1 : 0, header.size())
                    .forEach(word -> names.add(word.text()));
        }
        if (beside) {
            names.clear();
            for (int row = 0; row < rows.size(); row++) {
                List<Word> cells = rows.get(row);
                names.add(cells.get(0).text());
                rows.set(row, cells.subList(1, cells.size()));
            }
        }
        return names;
    }

    private static double[][] times(List<List<Word>> rows) throws TopologyFormatException {
        int nodes = rows.size();
        if (nodes > NODES_MAX) {
            throw new TopologyFormatException("the matrix has " + nodes + " rows, expected at most " + NODES_MAX, 0, 0);
        }
        double[][] times = new double[nodes][nodes];
        for (int row = 0; row < nodes; row++) {
            List<Word> cells = rows.get(row);
            if (cells.size() != nodes) {
                throw cells.get(0)
                        .wrong("found " + cells.size() + " columns, expected " + nodes + " as there are rows");
            }
            for (int column = 0; column < nodes; column++) {
                Word cell = cells.get(column);
                times[row][column] = missing(cell) ? 0 : Math.max(0, cell.number("a time"));
            }
        }
        return times;
    }

    private static String assumedUnit(double[][] times, NetworkContent content) {
        double[] present = Arrays.stream(times)
                .flatMapToDouble(Arrays::stream)
                .filter(time -> time > 0)
                .sorted()
                .toArray();
        double median = present.length == 0 ? 0 : present[present.length / 2];
        String unit = median < SECONDS_BELOW ? "s" : "ms";
        content.notes.add("round-trip times are taken as " + unit + ", as their median is " + median
                + "; a line '# unit: ms' in the file says otherwise");
        return unit;
    }

    private static void link(NetworkContent content, double[][] times, String unit, int nearest)
            throws TopologyFormatException {
        content.weightUnit = unit + " (round-trip time)";
        boolean[][] kept = nearest > 0 ? nearest(times, nearest) : null;
        int missing = 0;
        for (int a = 0; a < times.length; a++) {
            for (int b = 0; b < times.length; b++) {
                boolean present = a != b && times[a][b] > 0;
                missing += a != b && !present ? 1 : 0;
                if (present && (kept == null || kept[a][b] || kept[b][a])) {
                    link(content, a, b, times[a][b], unit);
                }
            }
        }
        if (missing > 0) {
            content.notes.add(missing + " ordered pairs without a time");
        }
    }

    private static void link(NetworkContent content, int a, int b, double time, String unit)
            throws TopologyFormatException {
        NetworkContent.Link link = content.link(content.nodes.get(a).id, content.nodes.get(b).id, 0, 0);
        link.weight = time;
        try {
            link.latencyNanos = Quantities.latencyNanos("a time", Double.toString(time / 2), unit);
        } catch (BadQuantity bad) {
            throw new TopologyFormatException("row " + (a + 1) + ", column " + (b + 1) + ": " + bad.getMessage(), 0, 0);
        }
    }

    /** For each node the others with the smallest time, in either direction. */
    private static boolean[][] nearest(double[][] times, int nearest) {
        boolean[][] kept = new boolean[times.length][times.length];
        for (int node = 0; node < times.length; node++) {
            int from = node;
            List<Integer> others = new ArrayList<>();
            for (int other = 0; other < times.length; other++) {
                if (other != node && symmetric(times, node, other) < Double.POSITIVE_INFINITY) {
                    others.add(other);
                }
            }
            others.sort(Comparator.comparingDouble(other -> symmetric(times, from, other)));
            others.stream().limit(nearest).forEach(other -> kept[from][other] = true);
        }
        return kept;
    }

    private static double symmetric(double[][] times, int a, int b) {
        double there = times[a][b] > 0 ? times[a][b] : Double.POSITIVE_INFINITY;
        double back = times[b][a] > 0 ? times[b][a] : Double.POSITIVE_INFINITY;
        return Math.min(there, back);
    }
}
