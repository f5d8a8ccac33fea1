package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Where the network comes from: exactly one of {@code edges}, {@code generate} and {@code file}.
 *
 * @param edges links written out
 * @param generate a generator; its parameters stand beside it
 * @param file a GraphML file, relative to the scenario file
 * @param nodes number of nodes (all generators but grid and torus)
 * @param rows rows of a grid or torus
 * @param columns columns of a grid or torus
 * @param attach links of each new node (barabasi-albert)
 * @param probability of each possible link (erdos-renyi)
 * @param degree links of each node (watts-strogatz, random-regular)
 * @param rewire probability to rewire a link (watts-strogatz)
 * @param branching children of each inner node (tree)
 * @param seed of the generator; {@code null} means the scenario's seed
 * @param component what to do with a network that is not connected; {@code null} refuses it
 */
public record TopologySpec(
        List<EdgeSpec> edges,
        GeneratorName generate,
        String file,
        Integer nodes,
        Integer rows,
        Integer columns,
        Integer attach,
        Probability probability,
        Integer degree,
        Probability rewire,
        Integer branching,
        Long seed,
        ComponentRule component) {

    /** The network generators. */
    public enum GeneratorName {
        @JsonProperty("line")
        LINE,
        @JsonProperty("ring")
        RING,
        @JsonProperty("star")
        STAR,
        @JsonProperty("complete")
        COMPLETE,
        @JsonProperty("grid")
        GRID,
        @JsonProperty("torus")
        TORUS,
        @JsonProperty("tree")
        TREE,
        @JsonProperty("erdos-renyi")
        ERDOS_RENYI,
        @JsonProperty("barabasi-albert")
        BARABASI_ALBERT,
        @JsonProperty("watts-strogatz")
        WATTS_STROGATZ,
        @JsonProperty("random-regular")
        RANDOM_REGULAR
    }

    /** What to do with a network of several components. */
    public enum ComponentRule {
        /** Keep the largest component only. */
        @JsonProperty("largest")
        LARGEST,
        /** Keep all; pairs that cannot reach each other are expected to know no route. */
        @JsonProperty("keep")
        KEEP
    }
}
