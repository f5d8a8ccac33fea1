package hopscope.sweep;

import hopscope.results.FixedDecimals;
import hopscope.results.MetricSummary;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A sweep's outcome for people: a table per metric, a row per cell, a column per protocol entry. */
public final class SweepTable {
    private static final int CELL_WIDTH = 22;

    private final SweepState state;
    private final List<String> entries;
    private final int[] widths;

    private SweepTable(SweepState state) {
        this.state = state;
        Set<String> all = new LinkedHashSet<>();
        state.cells().forEach(cell -> all.addAll(cell.entries()));
        this.entries = List.copyOf(all);
        List<String> axes = state.sweep().axes();
        this.widths = new int[axes.size()];
        for (int axis = 0; axis < widths.length; axis++) {
            widths[axis] = axes.get(axis).length();
            for (Cell cell : state.cells()) {
                widths[axis] = Math.max(widths[axis], cell.labels().get(axis).length());
            }
        }
    }

    /** The tables, each line ending in a line feed; mean ± half the width of the 95 % confidence interval. */
    public static String render(SweepState state, List<Metric> metrics) {
        SweepTable table = new SweepTable(state);
        StringBuilder out = new StringBuilder();
        for (Metric metric : metrics) {
            table.append(out, metric);
        }
        return out.toString();
    }

    private void append(StringBuilder out, Metric metric) {
        out.append(metric.column());
        if (!metric.unit().equals("1")) {
            out.append(" (").append(metric.unit()).append(')');
        }
        out.append(", mean ± half the width of the 95 % confidence interval\n");
        List<String> head = new ArrayList<>(state.sweep().axes());
        line(out, "cell", head, entries);
        for (Cell cell : state.cells()) {
            line(
                    out,
                    cell.id(),
                    cell.labels(),
                    entries.stream().map(entry -> text(cell, entry, metric)).toList());
        }
        out.append('\n');
    }

    private String text(Cell cell, String entry, Metric metric) {
        if (!cell.entries().contains(entry)) {
            return "";
        }
        MetricSummary summary = SweepTables.summary(state, cell, entry, metric);
        if (summary.n() == 0) {
            return summary.runs() == 0 ? "not run" : isDone(cell, entry) ? "never" : "failed";
        }
        String text = number(summary.mean());
        if (summary.n() > 1) {
            text += " ± " + number(summary.halfWidth());
        }
        return summary.missing() == 0 ? text : text + " (" + summary.n() + "/" + summary.runs() + ")";
    }

    /** Whether any run came to its end; otherwise all timed out or failed. */
    private boolean isDone(Cell cell, String entry) {
        return state.runsOf(cell).stream()
                .anyMatch(run -> run.entry().equals(entry) && run.status() == SweepRun.Status.DONE);
    }

    private static String number(double value) {
        return FixedDecimals.rough(value);
    }

    private void line(StringBuilder out, String id, List<String> labels, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-4s", id));
        for (int axis = 0; axis < widths.length; axis++) {
            line.append("  ").append(String.format(Locale.ROOT, "%-" + widths[axis] + "s", labels.get(axis)));
        }
        for (String cell : cells) {
            line.append("  ").append(String.format(Locale.ROOT, "%" + CELL_WIDTH + "s", cell));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
