package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a feature is there. */
public enum Switch {
    /** It is. */
    @JsonProperty("enabled")
    ON,
    /** It is not. */
    @JsonProperty("disabled")
    OFF
}
