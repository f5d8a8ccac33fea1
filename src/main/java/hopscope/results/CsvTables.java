package hopscope.results;

import hopscope.metrics.Measurements.SeriesPoint;
import hopscope.scenario.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The three tables of a result folder as text. */
final class CsvTables {
    /** Columns of {@code runs.csv}: what identifies a run, every {@link Metric}, the fingerprint. */
    static final List<String> RUNS_HEADER = runsHeader();

    static final List<String> SERIES_HEADER =
            List.of("protocol", "replication", "time_s", "known", "reaching", "optimal");
    static final List<String> HOPS_HEADER = List.of("protocol", "hops", "count");

    private static final int NANO_DIGITS = 9;

    private CsvTables() {}

    static String runs(SavedResults results) {
        StringBuilder out = new StringBuilder();
        row(out, RUNS_HEADER);
        for (SavedRun run : results.runs()) {
            List<String> cells = new ArrayList<>();
            cells.add(run.protocol());
            cells.add(Integer.toString(run.replication()));
            cells.add(Long.toString(run.seed()));
            cells.add(run.verdict().label());
            for (Metric metric : Metric.values()) {
                cells.add(FixedDecimals.text(run.value(metric)));
            }
            cells.add(run.fingerprint());
            row(out, cells);
        }
        return out.toString();
    }

    static String series(SavedResults results) {
        StringBuilder out = new StringBuilder();
        row(out, SERIES_HEADER);
        for (SavedRun run : results.runs()) {
            for (SeriesPoint point : run.series()) {
                row(
                        out,
                        List.of(
                                run.protocol(),
                                Integer.toString(run.replication()),
                                seconds(point.timeNanos()),
                                FixedDecimals.text(point.known()),
                                FixedDecimals.text(point.reaching()),
                                FixedDecimals.text(point.optimal())));
            }
        }
        return out.toString();
    }

    static String hops(SavedResults results) {
        StringBuilder out = new StringBuilder();
        row(out, HOPS_HEADER);
        for (HopCounts hops : results.hops()) {
            for (int h = 0; h < hops.counts().length; h++) {
                if (hops.counts()[h] > 0) {
                    row(out, List.of(hops.protocol(), Integer.toString(h), Long.toString(hops.counts()[h])));
                }
            }
        }
        return out.toString();
    }

    private static List<String> runsHeader() {
        List<String> header = new ArrayList<>(List.of("protocol", "replication", "seed", "verdict"));
        Arrays.stream(Metric.values()).map(Metric::column).forEach(header::add);
        header.add("fingerprint");
        return List.copyOf(header);
    }

    private static String seconds(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, NANO_DIGITS);
        return seconds.stripTrailingZeros().toPlainString();
    }

    /** No cell holds a comma, a quote or a line break: labels and numbers only. */
    private static void row(StringBuilder out, List<String> cells) {
        out.append(String.join(",", cells)).append('\n');
    }
}
