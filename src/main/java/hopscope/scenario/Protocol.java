package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The routing protocols that a scenario can compare. */
public enum Protocol {
    /** Link-state records by gossip, shortest path by Dijkstra, the message carries its path. */
    @JsonProperty("source-routing")
    SOURCE_ROUTING("source-routing"),

    /** A table {@code <dst, next, distance>} that neighbours merge push-pull. */
    @JsonProperty("distance-vector")
    DISTANCE_VECTOR("distance-vector");

    private final String label;

    Protocol(String label) {
        this.label = label;
    }

    /** The name in scenario files and results. */
    public String label() {
        return label;
    }
}
