package hopscope.metrics;

import hopscope.scenario.Metric;
import hopscope.simulation.FaultStrike;
import java.util.Arrays;
import java.util.List;

/**
 * One occurrence of a fault and what followed: its period lasts to the next disturbance or the end of the run. Faults of one
 * instant share a period.
 *
 * @param strike which fault, and what it did
 * @param timeNanos when; not meaningful for one that never happened
 * @param periodNanos length of its period; 0 for one without a period
 * @param values one number per {@link #METRICS}, in their order, NaN where there is none. Owned by this record, not to be
 *     changed
 * @param verdict how the routes stood at the end of the period; {@code null} for an occurrence that changed nothing
 */
public record FaultOutcome(FaultStrike strike, long timeNanos, long periodNanos, double[] values, Verdict verdict) {
    /** What is measured of each fault by itself, within its period. */
    public static final List<Metric> METRICS = Metric.OF_FAULTS;

    /** One metric's value, or NaN. */
    public double value(Metric metric) {
        return values[METRICS.indexOf(metric)];
    }

    /** An occurrence without a period: nothing changed, or it never happened. */
    static FaultOutcome without(FaultStrike strike, long timeNanos) {
        double[] none = new double[METRICS.size()];
        Arrays.fill(none, Double.NaN);
        return new FaultOutcome(strike, timeNanos, 0, none, null);
    }
}
