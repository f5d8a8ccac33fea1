package hopscope.crossval;

import hopscope.results.MetricSummary;
import hopscope.statistics.MeanDifference;
import org.apache.commons.math3.distribution.HypergeometricDistribution;

/**
 * Two means compared by two one-sided t-tests (Schuirmann 1987) without the assumption of equal variances (Welch 1947).
 * At a level of 5 % the test for equivalence is the same as asking whether the 90 % confidence interval of the
 * difference lies within the margin. Where all of it lies outside, the means are different; else there are too few runs.
 *
 * @param simulated what the simulator yielded, missing values apart
 * @param measured what the testbed yielded
 * @param margin how far the means may lie apart
 * @param low lower end of the 90 % confidence interval of measured − simulated; NaN if there is none
 * @param high its upper end
 * @param p the larger p-value of the two tests: below 0.05 the means are equivalent; NaN if there is none
 * @param agreement what follows
 */
public record MeanComparison(
        MetricSummary simulated,
        MetricSummary measured,
        double margin,
        double low,
        double high,
        double p,
        Agreement agreement) {
    /** Level of each one-sided test. */
    static final double LEVEL = 0.05;

    /** With two runs that happen to be alike a spread of nothing would prove anything. */
    private static final int FEWEST_RUNS = 3;

    /** A value missing on one side this much more often is no accident. */
    private static final double MISSING_LEVEL = 0.01;

    /**
     * Compares.
     *
     * @param simulated one value per run, NaN where a run has none
     * @param measured likewise; any number of runs
     */
    public static MeanComparison of(double[] simulated, double[] measured, Margin margin) {
        MetricSummary s = MetricSummary.of(simulated);
        MetricSummary m = MetricSummary.of(measured);
        double width = s.n() == 0 ? margin.floor() : margin.around(s.mean());
        if (missingP(s, m) < MISSING_LEVEL) {
            return new MeanComparison(s, m, width, Double.NaN, Double.NaN, Double.NaN, Agreement.DIFFERENT);
        }
        if (s.n() == 0 && m.n() == 0) {
            Agreement none =
                    s.runs() >= FEWEST_RUNS && m.runs() >= FEWEST_RUNS ? Agreement.EQUIVALENT : Agreement.UNDECIDED;
            return new MeanComparison(s, m, width, Double.NaN, Double.NaN, Double.NaN, none);
        }
        if (s.n() < FEWEST_RUNS || m.n() < FEWEST_RUNS) {
            return new MeanComparison(s, m, width, Double.NaN, Double.NaN, Double.NaN, Agreement.UNDECIDED);
        }
        return welch(s, m, width);
    }

    private static MeanComparison welch(MetricSummary s, MetricSummary m, double margin) {
        MeanDifference difference = MeanDifference.welch(s.mean(), s.sd(), s.n(), m.mean(), m.sd(), m.n());
        double half = difference.halfWidth(1 - 2 * LEVEL);
        double low = difference.difference() - half;
        double high = difference.difference() + half;
        if (half == 0) {
            double p = Math.abs(low) <= margin ? 0 : 1;
            return new MeanComparison(s, m, margin, low, high, p, Agreement.of(low, high, margin));
        }
        double p = Math.max(difference.pAbove(-margin), difference.pBelow(margin));
        return new MeanComparison(s, m, margin, low, high, p, Agreement.of(low, high, margin));
    }

    /** Fisher's exact test, two-sided by doubling: how likely is it that values are missing so unevenly by accident? */
    private static double missingP(MetricSummary s, MetricSummary m) {
        int missing = s.missing() + m.missing();
        if (missing == 0 || s.runs() == 0 || m.runs() == 0) {
            return 1;
        }
        HypergeometricDistribution urn = new HypergeometricDistribution(null, s.runs() + m.runs(), missing, m.runs());
        double few = urn.cumulativeProbability(m.missing());
        double many = urn.upperCumulativeProbability(m.missing());
        return Math.min(1, 2 * Math.min(few, many));
    }

    /** Measured mean less simulated mean; NaN if one has no value. */
    public double difference() {
        return measured.mean() - simulated.mean();
    }
}
