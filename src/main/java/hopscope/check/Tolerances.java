package hopscope.check;

import hopscope.results.MetricSummary;
import hopscope.scenario.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much worse each metric may get and still count as equivalent: its margin.
 *
 * @param byMetric a metric that is not listed has no margin
 */
public record Tolerances(Map<Metric, Tolerance> byMetric) {
    private static final double RELATIVE = 0.05;
    /** A twentieth of delivery would be a disaster, not a margin. */
    private static final double DELIVERY_RELATIVE = 0.01;

    /**
     * Half a standard deviation, Cohen's "medium" effect: in a single run nobody could see it, and to prove it absent
     * takes a hundred replications or two, however noisy the metric.
     */
    private static final double NOISE = 0.5;

    private static final Tolerance NONE = new Tolerance(0, 0, 0);

    public Tolerances {
        Map<Metric, Tolerance> copy = new EnumMap<>(Metric.class);
        copy.putAll(byMetric);
        byMetric = Collections.unmodifiableMap(copy);
    }

    /**
     * The margin of one metric: the largest of the three.
     *
     * @param relative share of the baseline's mean, not negative
     * @param floor absolute, in the metric's unit, not negative; keeps a metric near zero from failing over trifles
     * @param noise share of the standard deviation of the baseline's runs, not negative
     */
    public record Tolerance(double relative, double floor, double noise) {}

    /**
     * 5 % (delivery: 1 %), with the floors that {@code metrics.md} lists, and for all but times of convergence and delivery
     * half a standard deviation. Handled duplicates have none: each one is a broken promise.
     */
    public static Tolerances standard() {
        Map<Metric, Tolerance> all = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            double noise = metric.unit().equals("s") ? 0 : NOISE;
            all.put(metric, new Tolerance(RELATIVE, standardFloor(metric), noise));
        }
        all.put(Metric.DELIVERED, new Tolerance(DELIVERY_RELATIVE, 1, 0));
        all.put(Metric.DELIVERY_RATIO, new Tolerance(DELIVERY_RELATIVE, 0, 0));
        all.put(Metric.HANDLED_DUPLICATES, NONE);
        return new Tolerances(all);
    }

    /**
     * The margin in the metric's unit; 0 for a baseline without any value.
     *
     * @param baseline summary over all runs of the baseline
     */
    public double margin(Metric metric, MetricSummary baseline) {
        if (baseline.n() == 0) {
            return 0;
        }
        Tolerance tolerance = byMetric.getOrDefault(metric, NONE);
        double noise = baseline.n() < 2 ? 0 : tolerance.noise() * baseline.sd();
        return Math.max(Math.max(tolerance.relative() * Math.abs(baseline.mean()), tolerance.floor()), noise);
    }

    private static double standardFloor(Metric metric) {
        return switch (metric.unit()) {
            case "s" -> 0.05; // a twentieth of the usual gossip interval
            case "messages", "frames" -> 1;
            case "ms", "pair s" -> 0.5;
            case "links" -> 0.05;
            case "1" -> 0.005;
            default -> 0; // bytes, entries, nodes and events are never near zero
        };
    }
}
