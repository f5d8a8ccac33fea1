package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How frames cross simulated links; the choice must not change a run's fingerprint. */
public enum WireMode {
    /** The message object itself crosses and is charged its encoded length. */
    @JsonProperty("reference")
    REFERENCE,

    /** Every frame is encoded to bytes and decoded again, as over TCP. */
    @JsonProperty("encoded")
    ENCODED
}
