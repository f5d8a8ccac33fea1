package hopscope.check;

import hopscope.scenario.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far a mean may move before it counts: the larger of a share of the baseline's mean and an absolute floor. Floors
 * keep a metric near zero from failing over trifles; they are set to what nobody would act on.
 *
 * @param relative share of the baseline's mean, not negative
 * @param floors absolute, in the metric's unit; a metric that is not listed has none
 */
public record Tolerances(double relative, Map<Metric, Double> floors) {
    private static final double DEFAULT_RELATIVE = 0.05;

    public Tolerances {
        floors = Collections.unmodifiableMap(floors.isEmpty() ? new EnumMap<>(Metric.class) : new EnumMap<>(floors));
    }

    /** 5 %, with the floors that {@code metrics.md} lists. */
    public static Tolerances standard() {
        return new Tolerances(DEFAULT_RELATIVE, standardFloors());
    }

    /**
     * The largest difference of means that is no movement. Handled duplicates have no tolerance at all: each one is a
     * broken promise.
     *
     * @param baselineMean mean in the baseline
     */
    public double allowed(Metric metric, double baselineMean) {
        if (metric == Metric.HANDLED_DUPLICATES) {
            return 0;
        }
        return Math.max(relative * Math.abs(baselineMean), floors.getOrDefault(metric, 0.0));
    }

    private static Map<Metric, Double> standardFloors() {
        Map<Metric, Double> floors = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            switch (metric.unit()) {
                case "s" -> floors.put(metric, 0.05); // a twentieth of the usual gossip interval
                case "messages", "frames" -> floors.put(metric, 1.0);
                case "ms" -> floors.put(metric, 0.5);
                case "1" -> floors.put(metric, 0.005);
                case "links" -> floors.put(metric, 0.05);
                case "pair s" -> floors.put(metric, 0.5);
                default -> {
                    // bytes, entries, nodes and events are never near zero
                }
            }
        }
        return floors;
    }
}
