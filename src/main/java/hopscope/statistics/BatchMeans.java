package hopscope.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A confidence interval for the mean of one long series whose observations depend on each other: they are averaged in
 * batches of equal length, and Student's t is applied to the means, which depend on each other the less the longer the
 * batches are (A. M. Law, <i>Simulation Modeling and Analysis</i>, section 9.5.3).
 *
 * @param means of the batches, in order; not to be changed
 * @param batchSize observations in each
 */
public record BatchMeans(double[] means, int batchSize) {
    private static final double CONFIDENCE = 0.95;

    /**
     * Divides a series; O(n).
     *
     * @param series in order; not changed. What does not fill a batch is left out at the beginning, nearest to the warm-up
     * @param batches at least 2
     * @return {@code null} for fewer observations than batches
     */
    public static BatchMeans of(double[] series, int batches) {
        int size = series.length / batches;
        if (size == 0) {
            return null;
        }
        int first = series.length - size * batches;
        double[] means = new double[batches];
        for (int b = 0; b < batches; b++) {
            means[b] = StatUtils.mean(series, first + b * size, size);
        }
        return new BatchMeans(means, size);
    }

    /** Mean over the batches. */
    public double mean() {
        return StatUtils.mean(means);
    }

    /** Half the width of the mean's 95 % confidence interval. */
    public double halfWidth() {
        double variance = StatUtils.variance(means);
        return StudentT.quantile((1 + CONFIDENCE) / 2, means.length - 1) * Math.sqrt(variance / means.length);
    }

    /** Correlation of neighbouring batches; NaN if all are equal. */
    public double lagOneCorrelation() {
        double mean = mean();
        double products = 0;
        for (int b = 1; b < means.length; b++) {
            products += (means[b] - mean) * (means[b - 1] - mean);
        }
        double squares = squares(mean);
        return squares == 0 ? Double.NaN : products / squares;
    }

    /**
     * The probability of so much positive correlation of neighbouring batches if there were none: von Neumann's test, with
     * the normal approximation of its statistic (C. Alexopoulos and A. F. Seila, "Output data analysis", in <i>Handbook of
     * Simulation</i>, ed. J. Banks, 1998). A small one says that the batches are too short, and the interval too narrow. NaN
     * for fewer than 8 batches, or if all are equal.
     */
    public double pIndependent() {
        int k = means.length;
        double mean = mean();
        double squares = squares(mean);
        if (k < 8 || squares == 0) {
            return Double.NaN;
        }
        double ends = (means[0] - mean) * (means[0] - mean) + (means[k - 1] - mean) * (means[k - 1] - mean);
        double statistic = Math.sqrt(((double) k * k - 1) / (k - 2)) * (lagOneCorrelation() + ends / (2 * squares));
        return 1 - new NormalDistribution(null, 0, 1).cumulativeProbability(statistic);
    }

    private double squares(double mean) {
        return Arrays.stream(means)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}
