package hopscope.simulation;

import hopscope.random.RandomStream;
import hopscope.scenario.LatencySpec;

/** How the one-way latency of a link is drawn for each frame. */
@FunctionalInterface
interface LatencyModel {
    /** A year: the clock must hold every arrival. */
    double CEILING = 365 * 86_400e9;

    /** Draws a latency in nanoseconds, not negative; takes any number of draws from the stream. */
    long drawNanos(RandomStream random);

    /** The model that a scenario asks for. */
    static LatencyModel of(LatencySpec spec) {
        return switch (spec.distribution()) {
            case CONSTANT -> constant(spec.value().nanos());
            case UNIFORM -> uniform(spec.min().nanos(), spec.max().nanos());
            case NORMAL -> normal(spec.mean().nanos(), spec.sd().nanos());
            case LOGNORMAL -> lognormal(spec.mean().nanos(), spec.sd().nanos());
            case EXPONENTIAL -> exponential(spec.floorNanos(), spec.mean().nanos());
            case PARETO -> pareto(spec.min().nanos(), spec.shape());
            case GAMMA -> gamma(LatencyQuantiles.of(spec));
            case EMPIRICAL -> random -> (long) spec.empirical().quantileNanos(random.nextDouble());
        };
    }

    /** Always the same. */
    static LatencyModel constant(long nanos) {
        return random -> nanos;
    }

    private static LatencyModel uniform(long min, long max) {
        return random -> min + (long) ((max - min) * random.nextDouble());
    }

    /** Truncated at 0: what falls below is drawn again. The mean is not negative, so half of all draws are kept. */
    private static LatencyModel normal(long mean, long sd) {
        return random -> {
            double latency;
            do {
                latency = mean + sd * random.nextGaussian();
            } while (latency < 0);
            return (long) latency;
        };
    }

    /** With the given mean and standard deviation of the latency itself, not of its logarithm. */
    private static LatencyModel lognormal(long mean, long sd) {
        double ratio = (double) sd / mean;
        double variance = StrictMath.log1p(ratio * ratio);
        double mu = StrictMath.log(mean) - variance / 2;
        double sigma = StrictMath.sqrt(variance);
        return random -> (long) StrictMath.exp(mu + sigma * random.nextGaussian());
    }

    /** By inversion; the heavy tail is cut off at a year. */
    private static LatencyModel pareto(long min, double shape) {
        double power = -1 / shape;
        return random -> (long) Math.min(CEILING, min * StrictMath.pow(1 - random.nextDouble(), power));
    }

    private static LatencyModel gamma(LatencyQuantiles quantiles) {
        return random -> (long) quantiles.at(random.nextGaussian());
    }

    private static LatencyModel exponential(long min, long mean) {
        return random -> min + (long) (mean * random.nextExponential());
    }
}
