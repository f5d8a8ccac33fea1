package hopscope.compare;

import hopscope.scenario.Metric;
import hopscope.scenario.Metric.Better;
import hopscope.statistics.MannWhitney;
import hopscope.statistics.MeanDifference;
import hopscope.statistics.SignTest;
import java.util.Arrays;
import java.util.Map;

/**
 * One metric of two sets of runs. "Larger" and "smaller" take a run without a value (never converged, nothing delivered)
 * for the worst that there is; means and intervals leave it out.
 *
 * @param pair the two sets
 * @param metric which metric
 * @param test how they were compared
 * @param meanA mean of side A over runs with a value (for pairs: with two), NaN if there is none
 * @param meanB mean of side B likewise
 * @param count pairs that were compared, or runs of both sides together
 * @param missing pairs, or runs, that lack a value
 * @param difference mean of B less mean of A; {@code null} for fewer than two values
 * @param effect positive if B is larger: Cohen's d_z (mean difference by the standard deviation of the differences) for
 *     the t-test, (larger − smaller) / pairs for the sign test, rank-biserial correlation for Mann–Whitney; NaN if there is
 *     none
 * @param larger pairs in which B is larger; −1 without pairs
 * @param smaller pairs in which B is smaller; −1 without pairs
 * @param p two-sided, not corrected; NaN if nothing could be tested
 * @param differencesBySeed B less A by seed, for pairs with two values; empty without pairs
 */
public record Contrast(
        Matching.Pair pair,
        Metric metric,
        Test test,
        double meanA,
        double meanB,
        int count,
        int missing,
        MeanDifference difference,
        double effect,
        int larger,
        int smaller,
        double p,
        Map<Long, Double> differencesBySeed) {

    /** How two sets were compared. */
    public enum Test {
        /** Student's t of the paired differences. */
        PAIRED_T("paired t", "d_z"),
        /** The exact sign test of pairs, where some have but one value, or all differences are the same. */
        SIGN("sign", "net share"),
        /** Mann and Whitney's, where seeds differ; the interval is Welch's. */
        MANN_WHITNEY("Mann–Whitney", "rank-biserial");

        private final String label;
        private final String effectName;

        Test(String label, String effectName) {
            this.label = label;
            this.effectName = effectName;
        }

        /** The name in tables. */
        public String label() {
            return label;
        }

        /** What its effect size is called. */
        public String effectName() {
            return effectName;
        }
    }

    /** Compares a metric; in pairs where both sides have seeds in common. */
    static Contrast of(Matching.Pair pair, Metric metric) {
        PairedSamples samples = PairedSamples.of(pair.a(), pair.b(), metric);
        return samples == null ? unpaired(pair, metric) : paired(pair, metric, samples);
    }

    private static Contrast paired(Matching.Pair pair, Metric metric, PairedSamples samples) {
        int larger = 0;
        int smaller = 0;
        int half = 0;
        double sumA = 0;
        double sumB = 0;
        for (int i = 0; i < samples.seeds().length; i++) {
            double a = samples.a()[i];
            double b = samples.b()[i];
            int order = Double.compare(ranked(metric, b), ranked(metric, a));
            larger += order > 0 ? 1 : 0;
            smaller += order < 0 ? 1 : 0;
            half += Double.isNaN(a) != Double.isNaN(b) ? 1 : 0;
            sumA += Double.isNaN(b - a) ? 0 : a;
            sumB += Double.isNaN(b - a) ? 0 : b;
        }
        Map<Long, Double> bySeed = samples.differences();
        double[] differences =
                bySeed.values().stream().mapToDouble(Double::doubleValue).toArray();
        int n = differences.length;
        MeanDifference difference = n < 2 ? null : MeanDifference.paired(differences);
        boolean constant = difference != null && difference.standardError() == 0;
        boolean bySigns = half > 0 || constant && difference.difference() != 0;
        int all = samples.seeds().length;
        return new Contrast(
                pair,
                metric,
                bySigns ? Test.SIGN : Test.PAIRED_T,
                sumA / n,
                sumB / n,
                all,
                all - n,
                difference,
                bySigns ? (larger - smaller) / (double) all : standardised(difference, n),
                larger,
                smaller,
                bySigns ? SignTest.twoSided(larger, smaller) : difference == null ? Double.NaN : difference.pTwoSided(),
                bySeed);
    }

    private static double standardised(MeanDifference difference, int n) {
        if (difference == null) {
            return Double.NaN;
        }
        return difference.difference() == 0 ? 0 : difference.difference() / (difference.standardError() * Math.sqrt(n));
    }

    private static Contrast unpaired(Matching.Pair pair, Metric metric) {
        double[] a = samples(pair.a(), metric);
        double[] b = samples(pair.b(), metric);
        double[] presentA = present(a);
        double[] presentB = present(b);
        boolean spread = presentA.length > 1 && presentB.length > 1;
        MannWhitney test = a.length == 0 || b.length == 0
                ? new MannWhitney(Double.NaN, Double.NaN, Double.NaN)
                : MannWhitney.of(ranked(metric, a), ranked(metric, b));
        return new Contrast(
                pair,
                metric,
                Test.MANN_WHITNEY,
                mean(presentA),
                mean(presentB),
                a.length + b.length,
                a.length - presentA.length + b.length - presentB.length,
                spread ? MeanDifference.welch(presentA, presentB) : null,
                test.rankBiserial(),
                -1,
                -1,
                test.p(),
                Map.of());
    }

    private static double[] samples(RunSet set, Metric metric) {
        return set.runs().stream()
                .mapToDouble(run -> run.values()[metric.ordinal()])
                .toArray();
    }

    private static double[] present(double[] samples) {
        return Arrays.stream(samples).filter(value -> !Double.isNaN(value)).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double[] ranked(Metric metric, double[] samples) {
        return Arrays.stream(samples).map(value -> ranked(metric, value)).toArray();
    }

    private static double ranked(Metric metric, double value) {
        double worst = metric.better() == Better.HIGHER ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return Double.isNaN(value) ? worst : value + 0.0; // no negative zero
    }

    /** Pairs in which neither is larger; −1 without pairs. */
    public int ties() {
        return larger < 0 ? -1 : count - larger - smaller;
    }

    /** Pairs in which B is better; −1 without pairs, or if the metric has no direction. */
    public int wins() {
        return metric.better() == Better.NEITHER ? -1 : metric.better() == Better.LOWER ? smaller : larger;
    }

    /** Pairs in which B is worse; −1 without pairs, or if the metric has no direction. */
    public int losses() {
        return metric.better() == Better.NEITHER ? -1 : metric.better() == Better.LOWER ? larger : smaller;
    }

    /** Whether any run of either side has a value. */
    boolean hasValues() {
        return missing < count;
    }
}
