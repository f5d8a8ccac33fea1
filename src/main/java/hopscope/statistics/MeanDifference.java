package hopscope.statistics;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/**
 * An estimated difference of two means with its standard error: the base of intervals and of one-sided tests. Where all
 * values are equal the standard error is 0; then the difference is taken for exact.
 *
 * @param difference second mean less first mean
 * @param standardError of the difference, not negative
 * @param degrees of freedom of Student's t, above 0
 */
public record MeanDifference(double difference, double standardError, double degrees) {
    /**
     * From paired values (Student 1908): the one-sample t of the differences.
     *
     * @param differences second less first, at least two, none NaN
     */
    public static MeanDifference paired(double[] differences) {
        requireTwo(differences.length);
        // Not through mean and deviations where all are equal: rounding would leave a spread of nothing but itself.
        boolean constant = Arrays.stream(differences).allMatch(value -> value == differences[0]);
        if (constant) {
            return new MeanDifference(differences[0], 0, differences.length - 1.0);
        }
        double mean = StatUtils.mean(differences);
        double error = Math.sqrt(StatUtils.variance(differences, mean) / differences.length);
        return new MeanDifference(mean, error, differences.length - 1.0);
    }

    /**
     * From means and standard deviations of independent values, without the assumption of equal variances (Welch 1947).
     *
     * @param firstCount at least 2
     * @param secondCount at least 2
     */
    public static MeanDifference welch(
            double firstMean, double firstSd, int firstCount, double secondMean, double secondSd, int secondCount) {
        requireTwo(Math.min(firstCount, secondCount));
        double first = firstSd * firstSd / firstCount;
        double second = secondSd * secondSd / secondCount;
        double sum = first + second;
        double degrees = sum == 0
                ? firstCount + secondCount - 2.0
                : sum * sum / (first * first / (firstCount - 1) + second * second / (secondCount - 1));
        return new MeanDifference(secondMean - firstMean, Math.sqrt(sum), degrees);
    }

    /** From independent values, at least two on each side; see {@link #welch(double, double, int, double, double, int)}. */
    public static MeanDifference welch(double[] first, double[] second) {
        requireTwo(Math.min(first.length, second.length));
        return welch(
                StatUtils.mean(first),
                Math.sqrt(StatUtils.variance(first)),
                first.length,
                StatUtils.mean(second),
                Math.sqrt(StatUtils.variance(second)),
                second.length);
    }

    private static void requireTwo(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("a spread needs at least two values, got " + count);
        }
    }

    /** Half the width of a two-sided confidence interval. */
    public double halfWidth(double confidence) {
        return standardError == 0 ? 0 : StudentT.quantile((1 + confidence) / 2, degrees) * standardError;
    }

    /** p-value of the one-sided test of "the true difference is at most the bound": small if it lies above. */
    public double pAbove(double bound) {
        return standardError == 0
                ? exact(difference > bound)
                : StudentT.below((bound - difference) / standardError, degrees);
    }

    /** p-value of the one-sided test of "the true difference is at least the bound": small if it lies below. */
    public double pBelow(double bound) {
        return standardError == 0
                ? exact(difference < bound)
                : StudentT.below((difference - bound) / standardError, degrees);
    }

    /** p-value of the two-sided test of "there is no difference". */
    public double pTwoSided() {
        return Math.min(1, 2 * Math.min(pAbove(0), pBelow(0)));
    }

    private static double exact(boolean holds) {
        return holds ? 0 : 1;
    }
}
