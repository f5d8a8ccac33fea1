package hopscope.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distribution. */
public final class StudentT {
    private StudentT() {}

    /**
     * The value that a share of the distribution lies below.
     *
     * @param share above 0, below 1
     * @param degrees of freedom, above 0; need not be whole
     */
    public static double quantile(double share, double degrees) {
        return distribution(degrees).inverseCumulativeProbability(share);
    }

    /** The share of the distribution that lies below a value. */
    public static double below(double value, double degrees) {
        return distribution(degrees).cumulativeProbability(value);
    }

    private static TDistribution distribution(double degrees) {
        // No generator: only probabilities are asked for, and the default one would seed from the clock.
        return new TDistribution(null, degrees);
    }
}
