package hopscope.results;

import hopscope.scenario.Expectation;
import hopscope.scenario.Metric.Better;
import hopscope.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Judges a scenario's expectations.
 *
 * <p>A run without a value (never converged, nothing delivered) counts as worse than any number in the metric's
 * direction: it sorts last where lower is better and first where higher is better. A statistic that falls on such a run
 * has no value: always mean, and for {@link Better#LOWER} max, p95 and median as far as their ranks reach. A statistic
 * without a value fulfils no comparison but {@code !=}, because nothing was shown: "never" is neither under a bound nor a
 * number above it. So {@code min} of a {@code LOWER} metric asks only that some run gets there.
 */
public final class Expectations {
    private Expectations() {}

    /** One outcome for each expectation and protocol that it names, in the scenario's order. */
    public static List<ExpectationOutcome> evaluate(Scenario scenario, SavedResults results) {
        List<ExpectationOutcome> outcomes = new ArrayList<>();
        for (Expectation expectation : scenario.expect()) {
            for (String protocol : results.protocols()) {
                if (expectation.protocol() == null || expectation.protocol().equals(protocol)) {
                    outcomes.add(evaluate(expectation, protocol, samples(expectation, protocol, results)));
                }
            }
        }
        return outcomes;
    }

    private static double[] samples(Expectation expectation, String protocol, SavedResults results) {
        return expectation.fault() == null
                ? results.samples(protocol, expectation.metric())
                : results.faultSamples(protocol, expectation.fault(), expectation.metric());
    }

    /** Whether all hold; true for none. */
    public static boolean allPassed(List<ExpectationOutcome> outcomes) {
        return outcomes.stream().allMatch(ExpectationOutcome::passed);
    }

    static ExpectationOutcome evaluate(Expectation expectation, String protocol, double[] samples) {
        double measured = statistic(expectation, samples);
        int missing = (int) Arrays.stream(samples).filter(Double::isNaN).count();
        return new ExpectationOutcome(
                expectation, protocol, measured, missing, samples.length, holds(expectation, measured));
    }

    private static boolean holds(Expectation expectation, double measured) {
        double bound = expectation.bound();
        // Every comparison with NaN is false but !=, which is the rule stated above.
        return switch (expectation.operator()) {
            case LESS -> measured < bound;
            case LESS_OR_EQUAL -> measured <= bound;
            case EQUAL -> measured == bound;
            case NOT_EQUAL -> measured != bound;
            case GREATER_OR_EQUAL -> measured >= bound;
            case GREATER -> measured > bound;
        };
    }

    private static double statistic(Expectation expectation, double[] samples) {
        if (samples.length == 0) {
            return Double.NaN;
        }
        Better better = expectation.metric().better();
        double worst = better == Better.HIGHER ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        double[] sorted = Arrays.stream(samples)
                .map(value -> Double.isNaN(value) ? worst : value)
                .sorted()
                .toArray();
        double value = switch (expectation.statistic()) {
            case MEAN -> mean(samples);
            case MEDIAN -> MetricSummary.median(sorted);
            case P95 -> MetricSummary.nearestRank(sorted, 95);
            case MIN -> sorted[0];
            case MAX -> sorted[sorted.length - 1];
        };
        return Double.isInfinite(value) ? Double.NaN : FixedDecimals.rounded(value);
    }

    /** NaN as soon as one sample is missing. */
    private static double mean(double[] samples) {
        MetricSummary summary = MetricSummary.of(samples);
        return summary.missing() > 0 ? Double.NaN : summary.mean();
    }
}
