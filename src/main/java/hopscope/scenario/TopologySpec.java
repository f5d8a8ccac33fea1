package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import hopscope.topology.GeneratorModel;
import hopscope.topology.format.LatencySource;
import hopscope.topology.format.TopologyFormat;
import java.util.List;

/**
 * Where the network comes from: exactly one of {@code edges}, {@code generate} and {@code file}.
 *
 * @param edges links written out
 * @param generate a generator; its parameters stand beside it
 * @param file a network file, relative to the scenario file
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
 * @param format of the file; {@code null} recognises it
 * @param latencyFrom where the latencies of the file's links come from; {@code null} means from the file
 * @param nearest of a latency matrix, links kept per node; {@code null} keeps all
 */
public record TopologySpec(
        @Setting(about = "Links written out.") List<EdgeSpec> edges,

        @Setting(about = "A generator; its parameters stand beside it.")
        GeneratorModel generate,

        @Setting(about = "A network file, relative to the scenario file.")
        String file,

        @Setting(about = "Number of nodes (all generators but grid and torus).", min = "1", max = "1000000")
        Integer nodes,

        @Setting(about = "Rows of a grid or torus.", min = "1", max = "1000000")
        Integer rows,

        @Setting(about = "Columns of a grid or torus.", min = "1", max = "1000000")
        Integer columns,

        @Setting(about = "Links of each new node (barabasi-albert).", min = "1", max = "1000000")
        Integer attach,

        @Setting(about = "Probability of each possible link (erdos-renyi).")
        Probability probability,

        @Setting(about = "Links of each node (watts-strogatz, random-regular).", min = "1", max = "1000000")
        Integer degree,

        @Setting(about = "Probability to rewire a link (watts-strogatz).")
        Probability rewire,

        @Setting(about = "Children of each inner node (tree).", min = "1", max = "1000000")
        Integer branching,

        @Setting(about = "Seed of the generator; the scenario's seed if it is not given.")
        Long seed,

        @Setting(about = "What to do with a network that is not connected; it is refused if this is not given.")
        ComponentRule component,

        @Setting(about = "Format of the file; recognised if it is not given.", byDefault = "auto")
        TopologyFormat format,

        @Setting(
                about =
                        "Latencies of the file's links: its own, from lengths (200 km per ms), or none; links without one"
                                + " have links.latency.",
                byDefault = "attribute")
        LatencySource latencyFrom,

        @Setting(
                about = "Links kept per node of a latency matrix, the fastest first; all if it is not given.",
                min = "1",
                max = "1000000")
        Integer nearest) {

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
