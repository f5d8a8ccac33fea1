package hopscope.bench;

import hopscope.bench.ScalingPoint.Outcome;
import hopscope.results.FixedDecimals;
import hopscope.results.ResultFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The points of {@link Scaling} as lines for people and as CSV (RFC 4180), in which the last two columns are in quotes.
 *
 * @param machine that was measured, in one line
 * @param virtualSeconds how long each run went on
 * @param points in any order
 */
public record ScalingTable(String machine, int virtualSeconds, List<ScalingPoint> points) {
    private static final String HEADER = "protocol,nodes,outcome,wall_s,build_s,events,events_per_s,ns_per_event,"
            + "live_heap_bytes,peak_heap_bytes,virtual_s,reason,machine";
    private static final int COLUMNS = HEADER.split(",").length;
    private static final int VIRTUAL = COLUMNS - 3;
    private static final String QUOTED = "\"";
    private static final double MEGA = 1e6;

    public ScalingTable {
        points = List.copyOf(points);
    }

    /** The names of the columns that {@link #line} fills. */
    public static String heading() {
        return String.format(
                Locale.ROOT,
                "%-25s %8s %9s %12s %11s %9s %11s",
                "protocol",
                "nodes",
                "wall s",
                "events",
                "events/s",
                "ns/event",
                "live heap MB");
    }

    /** One point, for people. */
    public static String line(ScalingPoint point) {
        String name = String.format(Locale.ROOT, "%-25s %,8d", point.protocol(), point.nodes());
        if (!point.isFinished()) {
            return name + "   " + point.outcome().label() + " " + point.reason();
        }
        return name
                + String.format(
                        Locale.ROOT,
                        " %9.3f %,12.0f %,11.0f %,9.0f %,11.1f",
                        point.wallSeconds(),
                        point.events(),
                        point.eventsPerSecond(),
                        point.nanosPerEvent(),
                        point.liveHeapBytes() / MEGA);
    }

    /** Everything, for {@link #read}. */
    public String csv() {
        StringBuilder out = new StringBuilder(HEADER).append('\n');
        for (ScalingPoint point : points) {
            out.append(String.join(
                            ",",
                            point.protocol(),
                            Integer.toString(point.nodes()),
                            point.outcome().label(),
                            FixedDecimals.text(point.wallSeconds()),
                            FixedDecimals.text(point.buildSeconds()),
                            FixedDecimals.text(point.events()),
                            FixedDecimals.text(Math.rint(point.eventsPerSecond())),
                            FixedDecimals.text(Math.rint(point.nanosPerEvent())),
                            FixedDecimals.text(point.liveHeapBytes()),
                            FixedDecimals.text(point.peakHeapBytes()),
                            Integer.toString(virtualSeconds),
                            quoted(point.reason()),
                            quoted(machine)))
                    .append('\n');
        }
        return out.toString();
    }

    private static String quoted(String text) {
        return QUOTED + text.replace(QUOTED, "'") + QUOTED;
    }

    /**
     * Reads what {@link #csv} wrote.
     *
     * @throws ResultFolderException if the file is something else; names file and line
     */
    public static ScalingTable read(Path file) {
        List<String> lines = lines(file);
        if (lines.size() < 2 || !lines.get(0).equals(HEADER)) {
            throw new ResultFolderException(file + ":1: expected the header " + HEADER + " and at least one line");
        }
        List<ScalingPoint> points = new ArrayList<>();
        String machine = "";
        int virtualSeconds = 0;
        for (int i = 1; i < lines.size(); i++) {
            try {
                String[] cells = cells(lines.get(i));
                points.add(point(cells));
                machine = cells[COLUMNS - 1];
                virtualSeconds = Integer.parseInt(cells[VIRTUAL]);
            } catch (IllegalArgumentException e) {
                throw new ResultFolderException(
                        file + ":" + (i + 1) + ": not a line of a scaling table (" + e.getMessage() + ")", e);
            }
        }
        return new ScalingTable(machine, virtualSeconds, points);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new ResultFolderException(file + ": cannot be read", e);
        }
    }

    private static String[] cells(String line) {
        String[] byQuote = line.split(QUOTED, -1);
        String[] plain = byQuote[0].split(",", -1);
        // Two texts in quotes: before, first, comma, second, after; the plain part ends in a comma.
        if (byQuote.length != 5 || plain.length != VIRTUAL + 2) {
            throw new IllegalArgumentException("expected " + COLUMNS + " cells, the last two in quotes");
        }
        String[] cells = Arrays.copyOf(plain, COLUMNS);
        cells[COLUMNS - 2] = byQuote[1];
        cells[COLUMNS - 1] = byQuote[3];
        return cells;
    }

    private static ScalingPoint point(String[] cells) {
        Outcome outcome = Arrays.stream(Outcome.values())
                .filter(one -> one.label().equals(cells[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown outcome " + cells[2]));
        return new ScalingPoint(
                cells[0],
                Integer.parseInt(cells[1]),
                outcome,
                cells[COLUMNS - 2],
                number(cells[3]),
                number(cells[4]),
                number(cells[5]),
                number(cells[8]),
                number(cells[9]));
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
