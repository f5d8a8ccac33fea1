package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What of a run is left out before anything but convergence is measured: exactly one of both.
 *
 * @param time so long from the start, or {@code null}
 * @param until the rule that tells when it is over, or {@code null}
 */
public record WarmUpSpec(
        @Setting(about = "So long from the start.", min = "1ns")
        TimeSpan time,

        @Setting(
                about = "`converged`: until all routes are optimal; `mser-5`: until latencies have settled, by the rule"
                        + " of White, Cobb and Spratt (2000).")
        Rule until) {

    /** When a warm-up is over that no time is given for. */
    public enum Rule {
        /** When the cold start's level {@code optimal} is reached. */
        CONVERGED,
        /** Where MSER-5 cuts the series of the messages' latencies. */
        @JsonProperty("mser-5")
        MSER_5
    }
}
