package hopscope.check;

import hopscope.results.FixedDecimals;
import hopscope.results.MetricSummary;
import hopscope.scenario.Metric;
import hopscope.scenario.Metric.Better;
import java.util.Arrays;
import java.util.Locale;

/**
 * One metric of one protocol against its baseline.
 *
 * @param metric which metric
 * @param before summary in the baseline
 * @param after summary now
 * @param allowed largest difference of means that is no movement, in the metric's unit
 * @param movement the judgement
 */
public record MetricChange(
        Metric metric, MetricSummary before, MetricSummary after, double allowed, Movement movement) {

    /**
     * Judges a metric. Runs without a value come first: more of them is worse and fewer better whatever the means do,
     * because a mean over other runs is another mean. Only with equally many does the mean decide.
     *
     * @param before by replication, NaN where there is no value
     * @param after by replication
     */
    static MetricChange of(Metric metric, double[] before, double[] after, Tolerances tolerances) {
        MetricSummary old = MetricSummary.of(before);
        MetricSummary now = MetricSummary.of(after);
        double allowed = old.n() == 0 ? 0 : tolerances.allowed(metric, old.mean());
        return new MetricChange(
                metric,
                old,
                now,
                allowed,
                Arrays.equals(before, after) ? Movement.UNCHANGED : judge(metric, old, now, allowed));
    }

    private static Movement judge(Metric metric, MetricSummary old, MetricSummary now, double allowed) {
        if (old.missing() != now.missing()) {
            return directed(metric, now.missing() > old.missing());
        }
        if (now.n() == 0) {
            return Movement.UNCHANGED;
        }
        double difference = FixedDecimals.rounded(now.mean() - old.mean());
        if (Math.abs(difference) <= allowed) {
            return Movement.WITHIN_TOLERANCE;
        }
        return directed(metric, metric.better() == Better.LOWER ? difference > 0 : difference < 0);
    }

    private static Movement directed(Metric metric, boolean worse) {
        if (metric.better() == Better.NEITHER) {
            return Movement.MOVED;
        }
        return worse ? Movement.WORSE : Movement.BETTER;
    }

    /** What it was and is, with the tolerance. */
    String detail() {
        StringBuilder out = new StringBuilder();
        out.append(mean(before)).append(" → ").append(mean(after));
        if (!metric.unit().equals("1")) {
            out.append(' ').append(metric.unit());
        }
        if (before.missing() != after.missing()) {
            out.append(String.format(
                    Locale.ROOT,
                    ", runs without a value %d → %d of %d",
                    before.missing(),
                    after.missing(),
                    after.runs()));
        } else if (before.n() > 0 && before.mean() != 0) {
            double percent = 100 * (after.mean() - before.mean()) / Math.abs(before.mean());
            out.append(String.format(Locale.ROOT, " (%+.1f %%)", percent));
        }
        return out.append(", tolerance ± ").append(FixedDecimals.text(allowed)).toString();
    }

    private static String mean(MetricSummary summary) {
        return summary.n() == 0 ? "none" : FixedDecimals.text(summary.mean());
    }
}
