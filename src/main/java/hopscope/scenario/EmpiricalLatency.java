package hopscope.scenario;

import java.util.Arrays;

/**
 * A latency distribution given by points: samples, each as likely as the others, or a distribution function that is
 * linear between its points.
 *
 * @param nanos ascending, not negative; owned by this record, not to be changed
 * @param shares of the latencies up to each of {@code nanos}, ascending, the last 1; empty for samples
 */
public record EmpiricalLatency(long[] nanos, double[] shares) {
    /** The latency below which a share of all latencies lies; O(log points). */
    public double quantileNanos(double share) {
        if (shares.length == 0) {
            return nanos[Math.min(nanos.length - 1, (int) (share * nanos.length))];
        }
        int found = Arrays.binarySearch(shares, share);
        int above = found >= 0 ? found : -found - 1;
        if (above == 0) {
            return nanos[0];
        }
        if (above >= shares.length) {
            return nanos[nanos.length - 1];
        }
        double width = shares[above] - shares[above - 1];
        double part = width == 0 ? 1 : (share - shares[above - 1]) / width;
        return nanos[above - 1] + part * (nanos[above] - nanos[above - 1]);
    }

    /** The mean, rounded down. */
    public long meanNanos() {
        if (shares.length == 0) {
            double sum = 0;
            for (long sample : nanos) {
                sum += sample;
            }
            return (long) (sum / nanos.length);
        }
        double mean = shares[0] * nanos[0];
        for (int i = 1; i < nanos.length; i++) {
            mean += (shares[i] - shares[i - 1]) * (nanos[i - 1] + (nanos[i] - nanos[i - 1]) / 2.0);
        }
        return (long) mean;
    }

    /** Every latency multiplied. */
    public EmpiricalLatency scaled(double factor) {
        return new EmpiricalLatency(
                Arrays.stream(nanos).map(point -> Math.round(point * factor)).toArray(), shares);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmpiricalLatency that
                && Arrays.equals(nanos, that.nanos)
                && Arrays.equals(shares, that.shares);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(nanos) + Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return nanos.length + (shares.length == 0 ? " samples" : " points of a distribution function");
    }
}
