package hopscope.topology.format;

import hopscope.topology.ImportedTopology;
import hopscope.topology.Topology;
import hopscope.topology.TopologyAttributes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;

/** Networks as text of several formats, for other programs; each but SNAP's is read back with names and latencies. */
public final class NetworkText {
    /** The formats that can be written. */
    public static final List<TopologyFormat> FORMATS = List.of(
            TopologyFormat.GRAPHML,
            TopologyFormat.GML,
            TopologyFormat.CSV,
            TopologyFormat.MESHNET_JSON,
            TopologyFormat.SNAP,
            TopologyFormat.DOT);

    private NetworkText() {}

    /**
     * Writes a network; O(nodes + links). Isolated nodes are lost in CSV and SNAP, which have links only; SNAP numbers
     * nodes. CSV alone keeps bandwidth and loss. Coordinates stay but in CSV and SNAP, which have no place for them; DOT makes
     * degrees a plane's, and JSON leaves out a plane's that could be taken for degrees.
     *
     * @param title of the network, for people
     * @throws IllegalArgumentException if the format is none of {@link #FORMATS}, or GraphML cannot hold a name
     */
    public static String of(ImportedTopology imported, TopologyFormat format, String title) {
        Topology topology = imported.topology();
        WrittenPlaces places = new WrittenPlaces(imported.attributes());
        return switch (format) {
            case GRAPHML -> graphMl(imported, title);
            case GML -> gml(topology, places);
            case CSV -> csv(topology, imported.attributes());
            case MESHNET_JSON -> json(topology, places);
            case SNAP ->
                "# FromNodeId\tToNodeId\n"
                        + links(topology, link -> topology.endA(link) + "\t" + topology.endB(link) + "\n");
            case DOT -> dot(topology, places);
            default -> throw new IllegalArgumentException(format.label() + " cannot be written");
        };
    }

    private static String graphMl(ImportedTopology imported, String title) {
        StringBuilder text = new StringBuilder();
        try {
            GraphMlWriter.write(imported, title, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String gml(Topology topology, WrittenPlaces places) {
        return "graph [\n"
                + nodes(
                        topology,
                        node -> "  node [\n    id " + node + "\n    label \"" + entities(topology.name(node)) + "\"\n"
                                + places.gml(node) + "  ]\n")
                + links(
                        topology,
                        link -> "  edge [\n    source " + topology.endA(link) + "\n    target " + topology.endB(link)
                                + (latency(topology, link).isEmpty()
                                        ? ""
                                        : "\n    latency \"" + latency(topology, link) + " ms\"")
                                + "\n  ]\n")
                + "]\n";
    }

    private static String csv(Topology topology, TopologyAttributes attributes) {
        boolean bandwidths = java.util.Arrays.stream(attributes.bandwidthBps()).anyMatch(bps -> bps >= 0);
        boolean losses = java.util.Arrays.stream(attributes.lossPpm()).anyMatch(ppm -> ppm >= 0);
        return "source,target,latency_ms" + (bandwidths ? ",bandwidth_bps" : "") + (losses ? ",loss" : "") + "\n"
                + links(
                        topology,
                        link -> cell(topology.name(topology.endA(link)))
                                + "," + cell(topology.name(topology.endB(link)))
                                + "," + latency(topology, link)
                                + (bandwidths ? "," + given(attributes.bandwidthBps()[link], 0) : "")
                                + (losses ? "," + given(attributes.lossPpm()[link], 6) : "")
                                + "\n");
    }

    private static String given(long value, int scale) {
        return value < 0 ? "" : plain(BigDecimal.valueOf(value, scale));
    }

    private static String json(Topology topology, WrittenPlaces places) {
        String nodes =
                nodes(topology, node -> "    {\"id\": " + quoted(topology.name(node)) + places.json(node) + "},\n");
        String links = links(
                topology,
                link -> "    {\"source\": " + quoted(topology.name(topology.endA(link))) + ", \"target\": "
                        + quoted(topology.name(topology.endB(link)))
                        + (latency(topology, link).isEmpty() ? "" : ", \"latency_ms\": " + latency(topology, link))
                        + "},\n");
        return "{\n  \"nodes\": [\n" + withoutLastComma(nodes) + "  ],\n  \"links\": [\n" + withoutLastComma(links)
                + "  ]\n}\n";
    }

    private static String withoutLastComma(String items) {
        return items.isEmpty() ? items : items.substring(0, items.length() - 2) + "\n";
    }

    private static String dot(Topology topology, WrittenPlaces places) {
        return "graph {\n"
                + nodes(topology, node -> "  " + quoted(topology.name(node)) + places.dot(node) + ";\n")
                + links(
                        topology,
                        link -> "  " + quoted(topology.name(topology.endA(link))) + " -- "
                                + quoted(topology.name(topology.endB(link)))
                                + (latency(topology, link).isEmpty()
                                        ? ""
                                        : " [latency=\"" + latency(topology, link) + "ms\"]")
                                + ";\n")
                + "}\n";
    }

    private static String nodes(Topology topology, IntFunction<String> each) {
        StringBuilder text = new StringBuilder();
        for (int node = 0; node < topology.nodeCount(); node++) {
            text.append(each.apply(node));
        }
        return text.toString();
    }

    private static String links(Topology topology, IntFunction<String> each) {
        StringBuilder text = new StringBuilder();
        for (int link = 0; link < topology.linkCount(); link++) {
            text.append(each.apply(link));
        }
        return text.toString();
    }

    /** Milliseconds, or empty. */
    private static String latency(Topology topology, int link) {
        long nanos = topology.latencyNanos(link);
        return nanos == Topology.NO_LATENCY ? "" : plain(BigDecimal.valueOf(nanos, 6));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String cell(String name) {
        boolean plain = name.chars().noneMatch(character -> ",;\t\"#\n\r".indexOf(character) >= 0);
        return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String quoted(String name) {
        String spaced = name.replaceAll("\\p{Cntrl}", " ");
        return "\"" + spaced.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String entities(String name) {
        return name.replace("&", "&amp;").replace("\"", "&quot;");
    }
}
