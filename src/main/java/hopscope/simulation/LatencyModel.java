package hopscope.simulation;

import hopscope.random.RandomStream;
import hopscope.scenario.LatencySpec;

/** The one-way latency of a link: how it is drawn for each frame, and what it nominally is. */
interface LatencyModel {
    /** Draws a latency in nanoseconds, not negative; takes any number of draws from the stream. */
    long drawNanos(RandomStream random);

    /** The latency that routing takes for the cost of the link, in nanoseconds: the mean, without truncation. */
    long nominalNanos();

    /** The model that a scenario asks for. */
    static LatencyModel of(LatencySpec spec) {
        return switch (spec.distribution()) {
            case CONSTANT -> constant(spec.value().nanos());
            case UNIFORM -> uniform(spec.min().nanos(), spec.max().nanos());
            case NORMAL -> normal(spec.mean().nanos(), spec.sd().nanos());
            case LOGNORMAL -> lognormal(spec.mean().nanos(), spec.sd().nanos());
            case EXPONENTIAL ->
                exponential(
                        spec.min() == null ? 0 : spec.min().nanos(), spec.mean().nanos());
        };
    }

    /** Always the same. */
    static LatencyModel constant(long nanos) {
        return model(nanos, random -> nanos);
    }

    private static LatencyModel uniform(long min, long max) {
        return model(min + (max - min) / 2, random -> min + (long) ((max - min) * random.nextDouble()));
    }

    /** Truncated at 0: what falls below is drawn again. The mean is not negative, so half of all draws are kept. */
    private static LatencyModel normal(long mean, long sd) {
        return model(mean, random -> {
            double latency;
            do {
                latency = mean + sd * random.nextGaussian();
            } while (latency < 0);
            return (long) latency;
        });
    }

    /** With the given mean and standard deviation of the latency itself, not of its logarithm. */
    private static LatencyModel lognormal(long mean, long sd) {
        double ratio = (double) sd / mean;
        double variance = StrictMath.log1p(ratio * ratio);
        double mu = StrictMath.log(mean) - variance / 2;
        double sigma = StrictMath.sqrt(variance);
        return model(mean, random -> (long) StrictMath.exp(mu + sigma * random.nextGaussian()));
    }

    private static LatencyModel exponential(long min, long mean) {
        return model(min + mean, random -> min + (long) (mean * random.nextExponential()));
    }

    private static LatencyModel model(long nominalNanos, java.util.function.ToLongFunction<RandomStream> draw) {
        return new LatencyModel() {
            @Override
            public long drawNanos(RandomStream random) {
                return draw.applyAsLong(random);
            }

            @Override
            public long nominalNanos() {
                return nominalNanos;
            }
        };
    }
}
