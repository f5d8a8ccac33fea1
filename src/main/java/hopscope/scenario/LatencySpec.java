package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The distribution of a link's one-way latency. A bare duration in a scenario file means {@code constant}.
 *
 * @param distribution which one; its parameters stand beside it
 * @param value constant
 * @param min uniform; pareto (the scale); exponential and gamma (a floor that is added, default 0)
 * @param max uniform
 * @param mean normal (before truncation at 0), lognormal, exponential and gamma (without the floor)
 * @param sd normal (before truncation at 0), lognormal, gamma: standard deviation
 * @param shape pareto: the tail's exponent, above 1
 * @param file empirical: samples or a distribution function, relative to the scenario file
 * @param correlation of consecutive frames' normal scores, see {@link #correlation}
 * @param empirical what the file holds; only with {@code file}
 */
public record LatencySpec(
        @Setting(about = "The distribution; its parameters stand beside it.", required = true)
        Distribution distribution,

        @Setting(about = "constant: the latency.") TimeSpan value,

        @Setting(about = "uniform, pareto: smallest latency; exponential, gamma: a floor that is added, default 0s.")
        TimeSpan min,

        @Setting(about = "uniform: largest latency.") TimeSpan max,

        @Setting(about = "normal (before truncation at 0), lognormal, exponential and gamma (without the floor): mean.")
        TimeSpan mean,

        @Setting(about = "normal (before truncation at 0), lognormal, gamma: standard deviation.")
        TimeSpan sd,

        @Setting(about = "pareto: exponent of the tail, above 1.", min = "1.01", max = "1000")
        Double shape,

        @Setting(about = "empirical: a file of samples or of a distribution function, relative to the scenario file.")
        String file,

        @Setting(
                about = "All but constant: correlation of consecutive frames, by a Gaussian copula.",
                byDefault = "0%",
                max = "99.99%")
        Share correlation,

        @Loaded EmpiricalLatency empirical) {

    /** The latency distributions. */
    public enum Distribution {
        @JsonProperty("constant")
        CONSTANT,
        @JsonProperty("uniform")
        UNIFORM,
        @JsonProperty("normal")
        NORMAL,
        @JsonProperty("lognormal")
        LOGNORMAL,
        @JsonProperty("exponential")
        EXPONENTIAL,
        @JsonProperty("pareto")
        PARETO,
        @JsonProperty("gamma")
        GAMMA,
        @JsonProperty("empirical")
        EMPIRICAL
    }

    /** A distribution with parameters that are durations; the others are {@code null}. */
    public LatencySpec(
            Distribution distribution, TimeSpan value, TimeSpan min, TimeSpan max, TimeSpan mean, TimeSpan sd) {
        this(distribution, value, min, max, mean, sd, null, null, null, null);
    }

    /** The same latency for every frame. */
    public static LatencySpec constant(TimeSpan value) {
        return new LatencySpec(Distribution.CONSTANT, value, null, null, null, null);
    }

    /** This distribution with what its file holds. */
    LatencySpec with(EmpiricalLatency content) {
        return new LatencySpec(distribution, value, min, max, mean, sd, shape, file, correlation, content);
    }

    /**
     * Correlation of consecutive frames of a direction, 0 … 1. Every frame's latency is the quantile of a normal score, and
     * the scores are a first-order autoregression: so the latencies have exactly the distribution asked for, and their
     * scores exactly this correlation.
     */
    public double correlationFraction() {
        return correlation == null ? 0 : correlation.fraction();
    }

    /** The floor of an exponential or gamma latency. */
    public long floorNanos() {
        return min == null ? 0 : min.nanos();
    }

    /**
     * The latency that stands for the distribution where one number is needed, as for the cost of a link: the mean,
     * before truncation.
     */
    public long nominalNanos() {
        return switch (distribution) {
            case CONSTANT -> value.nanos();
            case UNIFORM -> min.nanos() + (max.nanos() - min.nanos()) / 2;
            case NORMAL, LOGNORMAL -> mean.nanos();
            case EXPONENTIAL, GAMMA -> floorNanos() + mean.nanos();
            case PARETO -> (long) (min.nanos() * (shape / (shape - 1)));
            case EMPIRICAL -> empirical.meanNanos();
        };
    }
}
