package hopscope.chart;

import java.util.Arrays;

/**
 * The five figures of a box plot after Tukey ("Exploratory Data Analysis", 1977).
 *
 * @param low end of the lower whisker: the smallest value within 1.5 box heights of the box
 * @param first first quartile, by linear interpolation between order statistics
 * @param median second quartile
 * @param third third quartile
 * @param high end of the upper whisker
 */
record Quartiles(double low, double first, double median, double third, double high) {
    private static final double WHISKER = 1.5;

    /** The figures of at least one value without NaN; O(n log n). */
    static Quartiles of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double first = quantile(sorted, 0.25);
        double third = quantile(sorted, 0.75);
        double reach = WHISKER * (third - first);
        double low = Arrays.stream(sorted)
                .filter(value -> value >= first - reach)
                .findFirst()
                .orElse(first);
        double high = Arrays.stream(sorted)
                .filter(value -> value <= third + reach)
                .max()
                .orElse(third);
        return new Quartiles(Math.min(low, first), first, quantile(sorted, 0.5), third, Math.max(high, third));
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
