package hopscope.crossval;

import hopscope.scenario.Metric;
import hopscope.scenario.Scenario;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The margin of every metric that is compared. They were set before the testbed was compared for the first time: from
 * what would matter to a reader of results, and from how far the simulator's own runs differ under other seeds. High
 * percentiles of latency are left to the comparison of distributions: where one falls between a message's first attempt
 * and its second, its mean says nothing.
 *
 * @param byMetric the metrics compared, in their order
 * @param distribution largest distance of two cumulative distributions, 0 … 1
 */
public record Margins(Map<Metric, Margin> byMetric, double distribution) {
    /** Where two cumulative distributions are nowhere further apart than this they count as the same. */
    private static final double DISTRIBUTION = 0.10;

    private static final double FEW = 0.05;
    private static final double SOME = 0.10;
    private static final double MANY = 0.20;
    private static final double NANOS_PER_SECOND = 1e9;

    public Margins {
        byMetric = Collections.unmodifiableMap(new EnumMap<>(byMetric));
    }

    /**
     * The standard margins. Convergence goes by gossip rounds, so a time of convergence is allowed one interval.
     *
     * @param scenario for its longest gossip interval
     */
    public static Margins standard(Scenario scenario) {
        double interval = scenario.longestInterval().nanos() / NANOS_PER_SECOND;
        Map<Metric, Margin> margins = new EnumMap<>(Metric.class);
        Margin convergence = new Margin(MANY, interval);
        margins.put(Metric.CONVERGENCE_VIEW_S, convergence);
        margins.put(Metric.CONVERGENCE_REACH_S, convergence);
        margins.put(Metric.CONVERGENCE_OPTIMAL_S, convergence);
        margins.put(Metric.RECONVERGENCE_REACH_S, convergence);
        margins.put(Metric.RECONVERGENCE_OPTIMAL_S, convergence);
        margins.put(Metric.SENT, new Margin(FEW, 1));
        margins.put(Metric.DELIVERY_RATIO, new Margin(0, 0.02));
        margins.put(Metric.GIVEN_UP, new Margin(MANY, 2));
        margins.put(Metric.RETRANSMISSIONS, new Margin(MANY, 3));
        margins.put(Metric.DUPLICATES_RECEIVED, new Margin(MANY, 3));
        margins.put(Metric.HANDLED_DUPLICATES, new Margin(0, 0));
        margins.put(Metric.HOPS_MEAN, new Margin(FEW, 0.1));
        margins.put(Metric.STRETCH_MEAN, new Margin(FEW, 0.05));
        margins.put(Metric.LATENCY_P50_MS, new Margin(SOME, 2));
        margins.put(Metric.CONTROL_FRAMES, new Margin(FEW, 10));
        margins.put(Metric.CONTROL_BYTES, new Margin(FEW, 1_000));
        margins.put(Metric.DATA_BYTES, new Margin(SOME, 1_000));
        return new Margins(margins, DISTRIBUTION);
    }

    /**
     * The same floors with one share for every metric that has one.
     *
     * @param share of the simulated mean, above 0
     */
    public Margins withRelative(double share) {
        Map<Metric, Margin> changed = new EnumMap<>(byMetric);
        changed.replaceAll((metric, margin) -> margin.relative() == 0 ? margin : margin.withRelative(share));
        return new Margins(changed, distribution);
    }
}
