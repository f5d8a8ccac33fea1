package hopscope.check;

import hopscope.metrics.FaultOutcome;
import hopscope.results.SavedRun;
import hopscope.scenario.Metric;
import hopscope.simulation.FaultStrike;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the check judges: a metric of the whole run, or how the routes recovered from one fault.
 *
 * @param metric which metric
 * @param fault number of the fault in the scenario, from 1; 0 for the whole run
 */
public record Measure(Metric metric, int fault) {
    /** What is judged of each fault by itself. */
    static final List<Metric> OF_FAULTS =
            List.of(Metric.RECONVERGENCE_VIEW_S, Metric.RECONVERGENCE_REACH_S, Metric.RECONVERGENCE_OPTIMAL_S);

    /** All measures of runs with so many faults: the metrics by ordinal, then those of each fault. */
    static List<Measure> of(int faultCount) {
        List<Measure> all = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            all.add(new Measure(metric, 0));
        }
        for (int fault = 1; fault <= faultCount; fault++) {
            for (Metric metric : OF_FAULTS) {
                all.add(new Measure(metric, fault));
            }
        }
        return all;
    }

    /** As expectations name it: {@code hops_mean}, {@code fault[2].reconvergence_optimal_s}. */
    public String label() {
        return fault == 0 ? metric.column() : "fault[" + fault + "]." + metric.column();
    }

    /** Where its value stands among those of a run, in the order of {@link #of}. */
    int index() {
        return fault == 0
                ? metric.ordinal()
                : Metric.values().length + (fault - 1) * OF_FAULTS.size() + OF_FAULTS.indexOf(metric);
    }

    /**
     * The value in a run. Of a fault it is the mean over its occurrences that had an effect, and NaN if one of them has
     * none: a mean over those that recovered says nothing of the others.
     */
    double valueIn(SavedRun run) {
        if (fault == 0) {
            return run.value(metric);
        }
        return mean(run.faults().stream()
                .filter(outcome ->
                        outcome.strike().fault() == fault && outcome.strike().status() != FaultStrike.Status.NO_EFFECT)
                .mapToDouble((FaultOutcome outcome) -> outcome.value(metric))
                .toArray());
    }

    private static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : Arrays.stream(values).sum() / values.length;
    }
}
