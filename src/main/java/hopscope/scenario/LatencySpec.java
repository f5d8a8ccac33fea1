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
        Distribution distribution, TimeSpan value, TimeSpan min, TimeSpan max, TimeSpan mean, TimeSpan sd) {

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

    /** The same latency for every frame. */
    public static LatencySpec constant(TimeSpan value) {
        return new LatencySpec(Distribution.CONSTANT, value, null, null, null, null);
    }
}
