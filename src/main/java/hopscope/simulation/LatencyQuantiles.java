package hopscope.simulation;

import hopscope.scenario.LatencySpec;
import java.util.function.DoubleUnaryOperator;

/**
 * A latency distribution as a function of a normal score: the latency below which as many lie as standard normal draws
 * lie below the score. Immutable.
 */
final class LatencyQuantiles {
    private static final int STEPS_PER_SCORE = 64;

    private final DoubleUnaryOperator atScore;

    private LatencyQuantiles(DoubleUnaryOperator atScore) {
        this.atScore = atScore;
    }

    /** The quantiles of a distribution; gamma takes up to some ten milliseconds. */
    static LatencyQuantiles of(LatencySpec spec) {
        DoubleUnaryOperator exact = exact(spec);
        return new LatencyQuantiles(
                switch (spec.distribution()) {
                    case GAMMA -> gamma(spec);
                    case CONSTANT, EMPIRICAL -> exact;
                    default -> tabulated(exact);
                });
    }

    private static DoubleUnaryOperator exact(LatencySpec spec) {
        return switch (spec.distribution()) {
            case CONSTANT -> score -> spec.value().nanos();
            case UNIFORM -> {
                double width = spec.max().nanos() - spec.min().nanos();
                yield score -> spec.min().nanos() + width * StandardNormal.share(score);
            }
            case NORMAL -> {
                double kept = StandardNormal.share(
                        (double) spec.mean().nanos() / Math.max(1, spec.sd().nanos()));
                yield score -> spec.mean().nanos()
                        - (double) spec.sd().nanos() * StandardNormal.score(StandardNormal.share(-score) * kept);
            }
            case LOGNORMAL -> {
                double ratio = (double) spec.sd().nanos() / spec.mean().nanos();
                double variance = StrictMath.log1p(ratio * ratio);
                double mu = StrictMath.log(spec.mean().nanos()) - variance / 2;
                double sigma = StrictMath.sqrt(variance);
                yield score -> StrictMath.exp(mu + sigma * score);
            }
            case EXPONENTIAL ->
                score -> spec.floorNanos() - spec.mean().nanos() * StrictMath.log(StandardNormal.share(-score));
            case PARETO ->
                score -> spec.min().nanos() * StrictMath.pow(StandardNormal.share(-score), -1 / spec.shape());
            case EMPIRICAL -> score -> spec.empirical().quantileNanos(StandardNormal.share(score));
            case GAMMA -> null;
        };
    }

    private static DoubleUnaryOperator gamma(LatencySpec spec) {
        double mean = spec.mean().nanos();
        double sd = spec.sd().nanos();
        GammaQuantiles quantiles = new GammaQuantiles(mean / sd * (mean / sd));
        double scale = sd * sd / mean;
        double[] last = {GammaQuantiles.logLeast()};
        return tabulated(score -> {
            last[0] = quantiles.logAtScore(score, last[0]);
            return spec.floorNanos() + scale * StrictMath.exp(last[0]);
        });
    }

    /** Linear between scores that are a 64th apart: within a few millionths where the density is smooth. */
    private static DoubleUnaryOperator tabulated(DoubleUnaryOperator exact) {
        int half = (int) Math.ceil(StandardNormal.SCORE_MAX * STEPS_PER_SCORE);
        double[] values = new double[2 * half + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = exact.applyAsDouble((double) (i - half) / STEPS_PER_SCORE);
        }
        return score -> {
            double at = Math.max(0, Math.min(2.0 * half, score * STEPS_PER_SCORE + half));
            int below = Math.min(2 * half - 1, (int) at);
            return values[below] + (at - below) * (values[below + 1] - values[below]);
        };
    }

    /** The latency at a score, 0 … 365 days. */
    double at(double score) {
        return Math.max(0, Math.min(LatencyModel.CEILING, atScore.applyAsDouble(score)));
    }
}
