package hopscope.topology.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of network files that can be read. */
public enum TopologyFormat {
    /** Recognised by content, then by name. */
    AUTO,
    /** GraphML of the Topology Zoo, networkx, yEd and Shadow. */
    GRAPHML,
    /** Graph Modelling Language of the Topology Zoo, TopoHub and Shadow. */
    GML,
    /** SNDlib's XML. */
    SNDLIB_XML,
    /** SNDlib's native text format. */
    SNDLIB_NATIVE,
    /** Rocketfuel's {@code latencies.intra}: two routers and milliseconds per line. */
    ROCKETFUEL_LATENCIES,
    /** Rocketfuel's {@code weights.intra}: two routers and an inferred weight per line. */
    ROCKETFUEL_WEIGHTS,
    /** Rocketfuel's router-level maps, {@code .cch}. */
    ROCKETFUEL_CCH,
    /** REPETITA's {@code .graph}. */
    REPETITA,
    /** BRITE's output. */
    BRITE,
    /** Inet's output, as ns-3 reads it. */
    INET,
    /** Orbis' output, as ns-3 reads it: two nodes per line. */
    ORBIS,
    /** The JSON of meshnet-lab, and of Freifunk's maps. */
    MESHNET_JSON,
    /** An edge list of SNAP: comments with #, two nodes per line. */
    SNAP,
    /** Links as comma-separated values, with optional latency, bandwidth and loss. */
    CSV,
    /** A square matrix of round-trip times. */
    MATRIX,
    /** Graphviz DOT. */
    DOT;

    /** The name in scenario files and on the command line, such as {@code sndlib-xml}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The format of that label. */
    public static Optional<TopologyFormat> of(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst();
    }
}
