package hopscope.sweep;

import hopscope.results.FixedDecimals;
import hopscope.scenario.Metric;
import hopscope.sweep.SweepRun.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A run as a line of the journal, or of a message between machines: cells with tabs between them, the last a checksum of
 * all before it.
 */
public final class JournalLine {
    private static final int BEFORE_VALUES = 6;
    private static final int AFTER_VALUES = 2;

    private JournalLine() {}

    /** The line of a run, without its end. */
    public static String text(SweepRun run) {
        List<String> cells = new ArrayList<>(List.of(
                run.cellHash(),
                run.entry(),
                Integer.toString(run.replication()),
                Long.toString(run.seed()),
                run.status().label(),
                run.verdict()));
        for (Metric metric : Metric.values()) {
            cells.add(FixedDecimals.text(run.value(metric)));
        }
        cells.add(run.fingerprint());
        cells.add(run.message());
        String line = String.join("\t", cells);
        return line + "\t" + checksum(line);
    }

    /** The run of a line, or {@code null} if the line is damaged or cut off. */
    public static SweepRun parse(String line) {
        int end = line.lastIndexOf('\t');
        if (end < 0 || !line.substring(end + 1).equals(checksum(line.substring(0, end)))) {
            return null;
        }
        String[] cells = line.substring(0, end).split("\t", -1);
        int metrics = Metric.values().length;
        if (cells.length != BEFORE_VALUES + metrics + AFTER_VALUES) {
            return null;
        }
        double[] values = new double[metrics];
        for (int m = 0; m < metrics; m++) {
            String cell = cells[BEFORE_VALUES + m];
            values[m] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }
        Status status = Arrays.stream(Status.values())
                .filter(one -> one.label().equals(cells[4]))
                .findFirst()
                .orElseThrow();
        return new SweepRun(
                cells[0],
                cells[1],
                Integer.parseInt(cells[2]),
                Long.parseLong(cells[3]),
                status,
                cells[5],
                values,
                cells[BEFORE_VALUES + metrics],
                cells[BEFORE_VALUES + metrics + 1]);
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
