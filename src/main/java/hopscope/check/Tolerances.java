package hopscope.check;

import hopscope.scenario.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far each metric may move before it counts.
 *
 * @param byMetric a metric that is not listed has no tolerance: every movement counts
 */
public record Tolerances(Map<Metric, Tolerance> byMetric) {
    private static final double RELATIVE = 0.05;
    /** A twentieth of delivery would be a disaster, not a tolerance. */
    private static final double DELIVERY_RELATIVE = 0.01;

    private static final Tolerance NONE = new Tolerance(0, 0);

    public Tolerances {
        Map<Metric, Tolerance> copy = new EnumMap<>(Metric.class);
        copy.putAll(byMetric);
        byMetric = Collections.unmodifiableMap(copy);
    }

    /**
     * The tolerance of one metric: the larger of the two. The floor keeps a metric near zero from failing over trifles.
     *
     * @param relative share of the baseline's mean, not negative
     * @param floor absolute, in the metric's unit, not negative
     */
    public record Tolerance(double relative, double floor) {}

    /**
     * 5 % (delivery: 1 %), with the floors that {@code metrics.md} lists. Handled duplicates have no tolerance: each one
     * is a broken promise.
     */
    public static Tolerances standard() {
        Map<Metric, Tolerance> all = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            all.put(metric, new Tolerance(RELATIVE, standardFloor(metric)));
        }
        all.put(Metric.DELIVERED, new Tolerance(DELIVERY_RELATIVE, 1));
        all.put(Metric.DELIVERY_RATIO, new Tolerance(DELIVERY_RELATIVE, 0));
        all.put(Metric.HANDLED_DUPLICATES, NONE);
        return new Tolerances(all);
    }

    /**
     * The largest difference of means that is no movement, in the metric's unit.
     *
     * @param baselineMean mean in the baseline
     */
    public double allowed(Metric metric, double baselineMean) {
        Tolerance tolerance = byMetric.getOrDefault(metric, NONE);
        return Math.max(tolerance.relative() * Math.abs(baselineMean), tolerance.floor());
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
