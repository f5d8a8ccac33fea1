package hopscope.compare;

import hopscope.scenario.Metric;
import hopscope.scenario.Metric.Better;
import hopscope.statistics.Holm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A comparison of several metrics, for one scenario or for every cell of a sweep.
 *
 * @param matching what was compared with what
 * @param contrasts by pair, then by metric; those without any value on both sides left out
 * @param adjusted p-values of the contrasts, corrected by Holm for all of them together: that any difference that is
 *     reported as one is none happens in 5 of 100 comparisons at most
 * @param crossings where the winner changes along an axis
 */
public record Comparison(Matching matching, List<Contrast> contrasts, double[] adjusted, List<Crossing> crossings) {
    /** Error rate of a whole comparison. */
    static final double LEVEL = 0.05;

    /** Compares all pairs of a matching in some metrics. */
    public static Comparison of(Matching matching, List<Metric> metrics) {
        List<Contrast> contrasts = new ArrayList<>();
        for (Matching.Pair pair : matching.pairs()) {
            for (Metric metric : metrics) {
                Contrast contrast = Contrast.of(pair, metric);
                if (contrast.hasValues()) {
                    contrasts.add(contrast);
                }
            }
        }
        double[] p = contrasts.stream().mapToDouble(Contrast::p).toArray();
        return new Comparison(matching, contrasts, Holm.adjusted(p), Crossings.of(matching.axes(), contrasts));
    }

    /** The metrics that are better one way or the other: those compared unless others are asked for. */
    public static List<Metric> directed() {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.better() != Better.NEITHER)
                .toList();
    }

    /** Number of tests that the p-values are corrected for. */
    public long testCount() {
        return Arrays.stream(adjusted).filter(p -> !Double.isNaN(p)).count();
    }

    /** What may be said of a contrast, by its index: {@code A better}, {@code B better}, {@code differ} or nothing. */
    public String conclusion(int index) {
        Contrast contrast = contrasts.get(index);
        if (!(adjusted[index] <= LEVEL) || !(Math.abs(contrast.effect()) > 0)) {
            return "";
        }
        if (contrast.metric().better() == Better.NEITHER) {
            return "differ";
        }
        boolean larger = contrast.effect() > 0;
        return larger == (contrast.metric().better() == Better.HIGHER) ? "B better" : "A better";
    }
}
