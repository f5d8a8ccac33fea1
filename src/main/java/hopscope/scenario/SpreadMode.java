package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How link-state records spread. */
public enum SpreadMode {
    /** Rounds: tell a neighbour the news, get its news. */
    @JsonProperty("push-pull")
    PUSH_PULL,
    /** Rounds: tell a neighbour the news. */
    @JsonProperty("push")
    PUSH,
    /** Rounds: ask a neighbour for its news. */
    @JsonProperty("pull")
    PULL,
    /** At once, to all neighbours but the one that brought it; rounds of pull for what was lost. */
    @JsonProperty("flooding")
    FLOODING
}
