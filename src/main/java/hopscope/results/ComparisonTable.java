package hopscope.results;

import hopscope.metrics.Verdict;
import hopscope.scenario.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The table that {@code run} prints: a row per metric that matters, a column per protocol, mean ± half the width of the
 * 95 % confidence interval. Plain text, at most 100 columns wide for two protocols.
 */
public final class ComparisonTable {
    private static final int NAME_WIDTH = 28;
    private static final int UNIT_WIDTH = 8;
    private static final int CELL_WIDTH_MIN = 30;
    private static final int SIGNIFICANT = 4;
    private static final int FAULTS_SHOWN = 8;

    private static final List<Metric> RECONVERGENCE =
            List.of(Metric.RECONVERGENCE_REACH_S, Metric.RECONVERGENCE_OPTIMAL_S);
    private static final List<Metric> DELIVERY = List.of(
            Metric.SENT,
            Metric.DELIVERY_RATIO,
            Metric.GIVEN_UP,
            Metric.WINDOW_FULL,
            Metric.RETRANSMISSIONS,
            Metric.DUPLICATES_RECEIVED,
            Metric.HANDLED_DUPLICATES,
            Metric.HOPS_MEAN,
            Metric.HOPS_MAX,
            Metric.STRETCH_MEAN,
            Metric.LATENCY_P50_MS,
            Metric.LATENCY_P95_MS,
            Metric.DATA_BYTES);
    private static final List<Metric> COST = List.of(
            Metric.CONTROL_BYTES_PER_NODE_PER_S,
            Metric.TABLE_ENTRIES_MEAN,
            Metric.LOOP_PAIR_SECONDS,
            Metric.BLACK_HOLE_PAIR_SECONDS,
            Metric.STALE_ROUTE_PAIR_SECONDS,
            Metric.EVENTS);

    private ComparisonTable() {}

    /** What passed while a run took its course. */
    public enum Time {
        VIRTUAL,
        REAL
    }

    /**
     * The table, each line ending in a line feed. Rows that can have no value (no fault, no traffic) are left out.
     *
     * @param time the runs' own
     */
    public static String render(SavedResults results, Time time) {
        StringBuilder out = new StringBuilder();
        int width = results.protocols().stream().mapToInt(String::length).reduce(CELL_WIDTH_MIN, Math::max);
        appendHead(out, width, results, time);
        appendVerdicts(out, width, results);
        for (Metric metric : rows(results)) {
            appendName(out, metric.column(), metric.unit().equals("1") ? "" : metric.unit());
            for (String protocol : results.protocols()) {
                appendCell(out, width, cell(metric, results.summary(protocol, metric)));
            }
            endLine(out);
        }
        appendFaults(out, width, results);
        return out.toString();
    }

    private static void appendHead(StringBuilder out, int width, SavedResults results, Time time) {
        ScenarioFacts scenario = results.scenario();
        int runs = results.protocols().isEmpty()
                ? 0
                : results.runsOf(results.protocols().get(0)).size();
        out.append(String.format(
                Locale.ROOT,
                "%s: %d %s per protocol, %s s of %s time each, seed %d\n",
                scenario.name(),
                runs,
                runs == 1 ? "run" : "runs",
                FixedDecimals.text(scenario.durationSeconds()),
                time.name().toLowerCase(Locale.ROOT),
                scenario.seed()));
        out.append(
                runs == 1 ? "values of the one run\n\n" : "mean ± half the width of the 95 % confidence interval\n\n");
        appendName(out, "", "unit");
        results.protocols().forEach(protocol -> appendCell(out, width, protocol));
        endLine(out);
    }

    private static void appendVerdicts(StringBuilder out, int width, SavedResults results) {
        for (Verdict verdict : Verdict.values()) {
            boolean occurs = results.runs().stream().anyMatch(run -> run.verdict() == verdict);
            if (!occurs && verdict != Verdict.CORRECT) {
                continue;
            }
            appendName(out, "verdict " + verdict.label(), "runs");
            for (String protocol : results.protocols()) {
                appendCell(
                        out,
                        width,
                        results.verdictCount(protocol, verdict) + " of "
                                + results.runsOf(protocol).size());
            }
            endLine(out);
        }
    }

    /** How long each fault took by itself; nothing where that is what the rows above say already. */
    private static void appendFaults(StringBuilder out, int width, SavedResults results) {
        int faults = results.faultCount();
        boolean single = results.runs().stream().allMatch(run -> run.faults().size() <= 1);
        for (int fault = 1; !single && fault <= Math.min(faults, FAULTS_SHOWN); fault++) {
            appendName(out, "fault[" + fault + "] optimal", Metric.RECONVERGENCE_OPTIMAL_S.unit());
            for (String protocol : results.protocols()) {
                MetricSummary summary =
                        MetricSummary.of(results.faultSamples(protocol, fault, Metric.RECONVERGENCE_OPTIMAL_S));
                appendCell(out, width, cell(Metric.RECONVERGENCE_OPTIMAL_S, summary));
            }
            endLine(out);
        }
        if (faults > FAULTS_SHOWN) {
            out.append("… and ").append(faults - FAULTS_SHOWN).append(" more faults, see faults.csv\n");
        }
    }

    private static List<Metric> rows(SavedResults results) {
        List<Metric> rows = new ArrayList<>(
                List.of(Metric.CONVERGENCE_VIEW_S, Metric.CONVERGENCE_REACH_S, Metric.CONVERGENCE_OPTIMAL_S));
        if (!results.scenario().faultTimesSeconds().isEmpty() || results.faultCount() > 0) {
            rows.addAll(RECONVERGENCE);
        }
        if (results.runs().stream().anyMatch(run -> run.value(Metric.SENT) > 0 || run.value(Metric.WINDOW_FULL) > 0)) {
            rows.addAll(DELIVERY);
        }
        rows.addAll(COST);
        return rows;
    }

    private static String cell(Metric metric, MetricSummary summary) {
        String none = metric.column().contains("convergence") ? "never" : "none";
        if (summary.n() == 0) {
            return none;
        }
        int decimals = decimals(metric, summary);
        String text = number(summary.mean(), decimals);
        if (summary.n() > 1) {
            text += " ± " + number(summary.halfWidth(), decimals);
        }
        if (summary.missing() > 0) {
            text += String.format(Locale.ROOT, " (%d of %d %s)", summary.missing(), summary.runs(), none);
        }
        return text;
    }

    /** So many digits after the point that four in all are shown; none for a whole number that is the same in every run. */
    private static int decimals(Metric metric, MetricSummary summary) {
        boolean whole = metric.integral() && summary.min() == summary.max();
        double size = Math.abs(summary.mean());
        if (whole || size == 0) {
            return 0;
        }
        int digitsBefore = 1;
        for (double rest = size; rest >= 10; rest /= 10) {
            digitsBefore++;
        }
        return Math.max(0, SIGNIFICANT - digitsBefore);
    }

    private static String number(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }

    private static void appendName(StringBuilder out, String name, String unit) {
        out.append(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s %-" + UNIT_WIDTH + "s", name, unit));
    }

    private static void appendCell(StringBuilder out, int width, String text) {
        out.append(' ').append(String.format(Locale.ROOT, "%" + width + "s", text));
    }

    private static void endLine(StringBuilder out) {
        out.append('\n');
    }
}
