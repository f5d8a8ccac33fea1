package hopscope.crossval;

import java.util.List;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * Two distributions compared by the Kolmogorov–Smirnov statistic: the largest distance of their cumulative shares.
 *
 * <p>The classical p-value is given for information only. It asks whether the two are exactly the same, which with
 * thousands of messages the delay of an operating system's scheduler is enough to deny, and it takes messages of one run
 * for independent. The judgement asks whether the distance is below a margin, with an error that is bootstrapped over
 * whole runs.
 *
 * @param simulatedCount values on the simulated side
 * @param measuredCount values on the measured side
 * @param distance the statistic, 0 … 1; NaN if a side has no value
 * @param error what the true distance differs by at most, in 95 of 100 cases; NaN if there are too few runs
 * @param margin largest distance that counts as the same
 * @param p of the classical test; NaN if a side has too few values
 * @param agreement what follows
 */
public record DistributionComparison(
        int simulatedCount,
        int measuredCount,
        double distance,
        double error,
        double margin,
        double p,
        Agreement agreement) {
    private static final int FEWEST_RUNS = 3;

    /**
     * Compares; O(v log v) for v values.
     *
     * @param simulated the values of each run, any order; not changed
     * @param measured likewise
     * @param margin largest distance that counts as the same, 0 … 1
     */
    public static DistributionComparison of(List<double[]> simulated, List<double[]> measured, double margin) {
        double[] s = pooled(simulated);
        double[] m = pooled(measured);
        if (s.length == 0 || m.length == 0) {
            boolean bothEmpty =
                    s.length == m.length && simulated.size() >= FEWEST_RUNS && measured.size() >= FEWEST_RUNS;
            Agreement agreement = bothEmpty ? Agreement.EQUIVALENT : Agreement.UNDECIDED;
            return new DistributionComparison(
                    s.length, m.length, Double.NaN, Double.NaN, margin, Double.NaN, agreement);
        }
        boolean canTest = s.length > 1 && m.length > 1;
        // Only the statistic and its asymptotic p-value are asked for; neither draws from the test's generator.
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        double distance = canTest ? test.kolmogorovSmirnovStatistic(s, m) : Double.NaN;
        double p = canTest ? test.approximateP(distance, s.length, m.length) : Double.NaN;
        if (!canTest || simulated.size() < FEWEST_RUNS || measured.size() < FEWEST_RUNS) {
            return new DistributionComparison(s.length, m.length, distance, Double.NaN, margin, p, Agreement.UNDECIDED);
        }
        double error = RunBootstrap.error(simulated, measured);
        return new DistributionComparison(
                s.length, m.length, distance, error, margin, p, judge(distance, error, margin));
    }

    private static Agreement judge(double distance, double error, double margin) {
        if (distance + error <= margin) {
            return Agreement.EQUIVALENT;
        }
        return distance - error > margin ? Agreement.DIFFERENT : Agreement.UNDECIDED;
    }

    private static double[] pooled(List<double[]> runs) {
        return runs.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }
}
