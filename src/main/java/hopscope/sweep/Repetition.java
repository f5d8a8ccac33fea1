package hopscope.sweep;

import hopscope.scenario.Metric;
import hopscope.statistics.StudentT;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How many replications a cell gets: between two numbers, and no more than are needed for a relative precision.
 *
 * <p>The rule is the sequential procedure of Law and Kelton (Simulation Modeling and Analysis, section 9.4.1): stop when
 * the half-width of the mean's confidence interval divided by the mean's magnitude is at most γ/(1+γ), which bounds the
 * relative error by γ. Looking again and again would make the last interval too narrow for its stated confidence.
 * Therefore looks happen only at the sizes of {@link #looks()}, and with L of them each uses an interval of confidence
 * 1 − 0.05/L: by Bonferroni's inequality all intervals together cover with 95 %, the one at which the rule stops
 * included, whatever it depends on. (Student's t assumes means that are close to normal, as always.)
 *
 * @param min replications at the least, at least 2 with a rule, at least 1 without
 * @param max replications at the most, not less than {@code min}
 * @param metric that must be precise, or {@code null} for no rule: then every cell gets {@code min}
 * @param relativeError γ, more than 0 and less than 1
 */
public record Repetition(int min, int max, Metric metric, double relativeError) {
    /** Error rate of the final interval. */
    static final double ALPHA = 0.05;

    /** Each look has half as many replications again as the one before: few looks, and little work beyond need. */
    private static final double GROWTH = 1.5;

    /** A fixed number of replications. */
    static Repetition fixed(int count) {
        return new Repetition(count, count, null, Double.NaN);
    }

    /** Numbers of replications after which the rule is asked, ascending; the last is {@code max}. */
    public List<Integer> looks() {
        List<Integer> looks = new ArrayList<>();
        double size = min;
        for (int look = min; look < max; look = (int) Math.ceil(size)) {
            looks.add(look);
            size = Math.max(look + 1, size * GROWTH);
        }
        looks.add(max);
        return looks;
    }

    /**
     * Whether samples are precise enough. A missing value (NaN) makes the metric's mean meaningless as a target: then
     * only {@code max} ends the cell. Values that are all equal are precise.
     *
     * @param samples of one protocol, at least {@code min}
     */
    public boolean isPrecise(double[] samples) {
        if (metric == null) {
            return true;
        }
        double mean = StatUtils.mean(samples);
        if (Double.isNaN(mean)) {
            return false;
        }
        double variance = StatUtils.variance(samples, mean);
        if (variance == 0) {
            return true;
        }
        double confidence = 1 - ALPHA / looks().size();
        double half =
                StudentT.quantile((1 + confidence) / 2, samples.length - 1) * Math.sqrt(variance / samples.length);
        return half <= relativeError / (1 + relativeError) * Math.abs(mean);
    }
}
