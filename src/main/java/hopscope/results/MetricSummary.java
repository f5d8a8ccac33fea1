package hopscope.results;

import hopscope.statistics.StudentT;
import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One metric over replications. A replication without a value (never converged, nothing delivered) is counted as missing
 * and enters none of the other figures; a figure that does not exist is NaN.
 *
 * @param n replications with a value
 * @param missing replications without
 * @param mean arithmetic mean
 * @param sd sample standard deviation (divisor n − 1); NaN for n below 2
 * @param ciLow lower end of the 95 % confidence interval of the mean: mean − t·sd/√n with Student's t for n − 1 degrees
 *     of freedom; NaN for n below 2
 * @param ciHigh its upper end
 * @param median middle value, or the mean of the two middle ones
 * @param p95 95th percentile by nearest rank: the value at rank ⌈0.95·n⌉
 * @param min smallest value
 * @param max largest value
 */
public record MetricSummary(
        int n,
        int missing,
        double mean,
        double sd,
        double ciLow,
        double ciHigh,
        double median,
        double p95,
        double min,
        double max) {
    private static final double CONFIDENCE = 0.95;

    /**
     * Summarises samples; O(n log n).
     *
     * @param samples any order, NaN for a missing one; not changed
     */
    public static MetricSummary of(double[] samples) {
        double[] present =
                Arrays.stream(samples).filter(value -> !Double.isNaN(value)).toArray();
        int n = present.length;
        int missing = samples.length - n;
        if (n == 0) {
            double none = Double.NaN;
            return new MetricSummary(0, missing, none, none, none, none, none, none, none, none);
        }
        double mean = StatUtils.mean(present);
        double sd = n < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(present));
        double half = n < 2 ? Double.NaN : StudentT.quantile((1 + CONFIDENCE) / 2, n - 1) * sd / Math.sqrt(n);
        Arrays.sort(present);
        return new MetricSummary(
                n,
                missing,
                mean,
                sd,
                mean - half,
                mean + half,
                median(present),
                nearestRank(present, 95),
                present[0],
                present[n - 1]);
    }

    /** Half the width of the confidence interval; NaN for n below 2. */
    public double halfWidth() {
        return (ciHigh - ciLow) / 2;
    }

    /** Replications in all. */
    public int runs() {
        return n + missing;
    }

    /** The median of ascending values, at least one. */
    static double median(double[] ascending) {
        int n = ascending.length;
        double upper = ascending[n / 2];
        return n % 2 == 1 ? upper : (ascending[n / 2 - 1] + upper) / 2;
    }

    /** A percentile of ascending values, at least one, by nearest rank; in whole numbers, so that no rank is rounded. */
    static double nearestRank(double[] ascending, int percent) {
        int rank = (int) ((ascending.length * (long) percent + 99) / 100);
        return ascending[Math.max(rank, 1) - 1];
    }
}
