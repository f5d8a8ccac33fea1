package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of several shortest paths a message takes. */
public enum EqualCostRule {
    /** From the destination back, the predecessor with the smallest id. */
    @JsonProperty("smallest-id")
    SMALLEST_ID,
    /** From the destination back, the predecessor that a hash of the message picks. */
    @JsonProperty("per-message")
    PER_MESSAGE
}
