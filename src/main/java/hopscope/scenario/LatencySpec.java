package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The distribution of a link's one-way latency. A bare duration in a scenario file means {@code constant}.
 *
 * @param distribution which one; its parameters stand beside it
 * @param value constant
 * @param min uniform; exponential (a floor that is added, default 0)
 * @param max uniform
 * @param mean normal (before truncation at 0), lognormal, exponential (without the floor)
 * @param sd normal (before truncation at 0), lognormal: standard deviation
 */
public record LatencySpec(
        @Setting(about = "The distribution; its parameters stand beside it.", required = true)
        Distribution distribution,

        @Setting(about = "constant: the latency.") TimeSpan value,

        @Setting(about = "uniform: smallest latency; exponential: a floor that is added, default 0s.")
        TimeSpan min,

        @Setting(about = "uniform: largest latency.") TimeSpan max,

        @Setting(about = "normal (before truncation at 0), lognormal, exponential (without the floor): mean.")
        TimeSpan mean,

        @Setting(about = "normal (before truncation at 0), lognormal: standard deviation.")
        TimeSpan sd) {

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
        EXPONENTIAL
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
            case EXPONENTIAL -> (min == null ? 0 : min.nanos()) + mean.nanos();
        };
    }

    /** The same latency for every frame. */
    public static LatencySpec constant(TimeSpan value) {
        return new LatencySpec(Distribution.CONSTANT, value, null, null, null, null);
    }
}
