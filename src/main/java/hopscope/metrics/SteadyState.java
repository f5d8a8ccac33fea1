package hopscope.metrics;

import hopscope.metrics.SteadyOutcome.Interval;
import hopscope.scenario.Scenario;
import hopscope.scenario.WarmUpSpec;
import hopscope.statistics.BatchMeans;
import hopscope.statistics.Mser5;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The part of a run after its warm-up. Where the warm-up ends is known only when the run is over; until then every message
 * is kept, and what is counted is noted at a thousand moments, to the next of which the end is rounded up.
 */
final class SteadyState {
    /** Moments at which totals are noted, after the first. */
    static final int STEPS = 1_000;

    private final WarmUpSpec warmUp;
    private final int batches;
    private final long startNanos;
    private final long stepNanos;
    private final MessageLog messages = new MessageLog();
    private final List<RunTotals> totals = new ArrayList<>();

    private SteadyState(Scenario scenario) {
        this.warmUp = scenario.warmUp();
        this.batches = scenario.batchMeans();
        boolean fixed = warmUp != null && warmUp.time() != null;
        this.startNanos = fixed ? warmUp.time().nanos() : 0;
        this.stepNanos = Math.max(1, (scenario.duration().nanos() - startNanos) / STEPS);
    }

    /** What a scenario asks for, or {@code null} if it has neither a warm-up nor batches. */
    static SteadyState of(Scenario scenario) {
        return scenario.batchMeans() == null ? null : new SteadyState(scenario);
    }

    MessageLog messages() {
        return messages;
    }

    /** The next moment at which totals are wanted. */
    long nextNanos() {
        return totals.size() > STEPS ? Long.MAX_VALUE : startNanos + totals.size() * stepNanos;
    }

    /** Takes in the totals of the moment that {@link #nextNanos} named. */
    void note(RunTotals now) {
        totals.add(now);
    }

    /** The position among the totals at which the warm-up is over; negative if it never is. */
    private int end(Convergence convergence) {
        if (warmUp == null || warmUp.time() != null) {
            return 0;
        }
        if (warmUp.until() == WarmUpSpec.Rule.CONVERGED) {
            double seconds = convergence.optimal().coldStartSeconds();
            return Double.isNaN(seconds) ? -1 : position(Math.round(seconds * 1e9));
        }
        Mser5 rule = Mser5.of(messages.latenciesMillis(0));
        return rule.isSettled() ? position(messages.acceptedNanosAfter(rule.cut())) : -1;
    }

    /** The first noted moment not before a time; negative if nothing is left after it. */
    private int position(long nanos) {
        long position = (nanos + stepNanos - 1) / stepNanos;
        return position >= totals.size() - 1 ? -1 : (int) position;
    }

    /**
     * What was measured after the warm-up.
     *
     * @param last totals at the end of the run
     * @param nodes of the network
     */
    Measured measured(Convergence convergence, RunTotals last, int nodes) {
        int end = end(convergence);
        if (end < 0) {
            return new Measured(new SteadyOutcome(Double.NaN, Double.NaN, List.of()), null, null);
        }
        RunTotals first = totals.get(end);
        List<Interval> intervals = new ArrayList<>();
        long from = first.nanos();
        add(intervals, "latency_mean_ms", "ms", messages.latenciesMillis(from));
        add(intervals, "hops_mean", "links", messages.hops(from));
        add(intervals, "stretch_mean", "1", messages.stretches(from));
        add(intervals, "delivery_ratio", "1", messages.arrivals(from));
        add(intervals, "control_bytes_per_node_per_s", "B/s", controlRates(end, nodes));
        RunTotals since = last.since(first);
        return new Measured(
                new SteadyOutcome(first.nanos() / 1e9, since.nanos() / 1e9, intervals), since, messages.from(from));
    }

    /** Control bytes per node and second in each step after a position. */
    private double[] controlRates(int from, int nodes) {
        double[] rates = new double[totals.size() - 1 - from];
        Arrays.setAll(rates, i -> {
            RunTotals step = totals.get(from + i + 1).since(totals.get(from + i));
            return step.controlBytes() / (nodes * (step.nanos() / 1e9));
        });
        return rates;
    }

    private void add(List<Interval> intervals, String quantity, String unit, double[] series) {
        BatchMeans means = BatchMeans.of(series, batches);
        intervals.add(
                means == null
                        ? Interval.none(quantity, unit, batches)
                        : new Interval(
                                quantity,
                                unit,
                                batches,
                                means.batchSize(),
                                means.mean(),
                                means.halfWidth(),
                                means.lagOneCorrelation(),
                                means.pIndependent()));
    }

    /**
     * The part after the warm-up.
     *
     * @param outcome what results tell of it
     * @param totals what happened in it; {@code null} if there is no such part
     * @param delivery what became of the messages accepted in it; {@code null} likewise
     */
    record Measured(SteadyOutcome outcome, RunTotals totals, Delivery delivery) {}
}
