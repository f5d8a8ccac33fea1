package hopscope.sweep;

import hopscope.results.FixedDecimals;
import hopscope.results.MetricSummary;
import hopscope.scenario.Metric;
import hopscope.sweep.SweepRun.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tables of a sweep as text. Every row begins with the cell and a column for each axis. Their bytes depend on the runs
 * only, not on the order in which they ended.
 */
final class SweepTables {
    private SweepTables() {}

    /** {@code cells.csv}: a row per cell. */
    static String cells(SweepState state) {
        StringBuilder out = new StringBuilder();
        row(out, header(state, List.of("nodes", "links", "duration_s", "replications", "finished", "hash")));
        for (Cell cell : state.cells()) {
            List<String> cells = start(cell);
            cells.add(Integer.toString(cell.nodes()));
            cells.add(Integer.toString(cell.links()));
            cells.add(FixedDecimals.text(cell.seconds()));
            cells.add(Integer.toString(state.replicationsOf(cell)));
            cells.add(state.isFinished(cell) ? "yes" : "no");
            cells.add(cell.hash());
            row(out, cells);
        }
        return out.toString();
    }

    /** {@code runs.csv}: a row per run, given up ones included. */
    static String runs(SweepState state) {
        StringBuilder out = new StringBuilder();
        List<String> columns = new ArrayList<>(List.of("protocol", "replication", "seed", "status", "verdict"));
        Arrays.stream(Metric.values()).map(Metric::column).forEach(columns::add);
        columns.addAll(List.of("fingerprint", "message"));
        row(out, header(state, columns));
        for (Cell cell : state.cells()) {
            for (SweepRun run : state.runsOf(cell)) {
                List<String> cells = start(cell);
                cells.add(run.entry());
                cells.add(Integer.toString(run.replication()));
                cells.add(Long.toString(run.seed()));
                cells.add(run.status().label());
                cells.add(run.verdict());
                for (Metric metric : Metric.values()) {
                    cells.add(FixedDecimals.text(run.value(metric)));
                }
                cells.add(run.fingerprint());
                cells.add(run.message());
                row(out, cells);
            }
        }
        return out.toString();
    }

    /** {@code summary.csv}: a row per cell, protocol entry and metric; see {@link MetricSummary}. */
    static String summary(SweepState state) {
        StringBuilder out = new StringBuilder();
        row(
                out,
                header(
                        state,
                        List.of(
                                "protocol",
                                "metric",
                                "unit",
                                "n",
                                "missing",
                                "mean",
                                "sd",
                                "ci95_low",
                                "ci95_high",
                                "median",
                                "p95",
                                "min",
                                "max")));
        for (Cell cell : state.cells()) {
            for (String entry : cell.entries()) {
                for (Metric metric : Metric.values()) {
                    row(out, summaryRow(cell, entry, metric, summary(state, cell, entry, metric)));
                }
            }
        }
        return out.toString();
    }

    /** One metric of one entry in a cell over its replications; a run that was given up has no value. */
    static MetricSummary summary(SweepState state, Cell cell, String entry, Metric metric) {
        return MetricSummary.of(state.runsOf(cell).stream()
                .filter(run -> run.entry().equals(entry))
                .mapToDouble(run -> run.status() == Status.DONE ? run.value(metric) : Double.NaN)
                .toArray());
    }

    private static List<String> summaryRow(Cell cell, String entry, Metric metric, MetricSummary summary) {
        List<String> cells = start(cell);
        cells.add(entry);
        cells.add(metric.column());
        cells.add(metric.unit());
        cells.add(Integer.toString(summary.n()));
        cells.add(Integer.toString(summary.missing()));
        double[] figures = {
            summary.mean(),
            summary.sd(),
            summary.ciLow(),
            summary.ciHigh(),
            summary.median(),
            summary.p95(),
            summary.min(),
            summary.max()
        };
        Arrays.stream(figures).mapToObj(FixedDecimals::text).forEach(cells::add);
        return cells;
    }

    private static List<String> header(SweepState state, List<String> columns) {
        List<String> header = new ArrayList<>(List.of("cell"));
        header.addAll(state.sweep().axes());
        header.addAll(columns);
        return header;
    }

    private static List<String> start(Cell cell) {
        List<String> cells = new ArrayList<>(List.of(cell.id()));
        cells.addAll(cell.labels());
        return cells;
    }

    /** No cell holds a comma, a quote or a line break. */
    private static void row(StringBuilder out, List<String> cells) {
        out.append(String.join(",", cells)).append('\n');
    }
}
