package hopscope.topology.format;

import hopscope.topology.ImportReport;
import hopscope.topology.ImportedTopology;
import hopscope.topology.Topology;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * Writes networks as GraphML: nodes by index with their names as {@code label}, links in order, {@code latency_ms}
 * where a link has one. The same network and title give the same characters; {@link GraphMlReader} reads back an equal
 * network.
 */
public final class GraphMlWriter {
    private GraphMlWriter() {}

    /**
     * Writes a network; O(nodes + links). Lines end in a line feed; the text is meant for UTF-8.
     *
     * @param title of the network, for people
     * @param out where to; neither flushed nor closed
     * @throws IllegalArgumentException if the title or a name holds a character that XML cannot, or a name is blank or
     *     has blanks at its ends, which would not be read back
     */
    public static void write(Topology topology, String title, Appendable out) throws IOException {
        write(new ImportedTopology(topology, new ImportReport(topology.linkCount(), 0, 0, 0, 0)), title, out);
    }

    /** Writes a network as the other method does, with the coordinates of its nodes. */
    public static void write(ImportedTopology imported, String title, Appendable out) throws IOException {
        Topology topology = imported.topology();
        WrittenPlaces places = new WrittenPlaces(imported.attributes());
        boolean latencies = false;
        for (int link = 0; link < topology.linkCount(); link++) {
            latencies |= topology.latencyNanos(link) != Topology.NO_LATENCY;
        }
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        out.append("  <key id=\"title\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>\n");
        out.append("  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n");
        out.append(places.graphMlKeys());
        if (latencies) {
            out.append("  <key id=\"latency\" for=\"edge\" attr.name=\"latency_ms\" attr.type=\"double\"/>\n");
        }
        out.append("  <graph id=\"network\" edgedefault=\"undirected\">\n");
        out.append("    <data key=\"title\">").append(escaped(title)).append("</data>\n");
        writeNodes(topology, places, out);
        writeLinks(topology, out);
        out.append("  </graph>\n</graphml>\n");
    }

    private static void writeNodes(Topology topology, WrittenPlaces places, Appendable out) throws IOException {
        for (int node = 0; node < topology.nodeCount(); node++) {
            String name = topology.name(node);
            if (name.isBlank() || !name.equals(name.strip())) {
                throw new IllegalArgumentException("the node name '" + name + "' is blank or has blanks at its ends");
            }
            out.append("    <node id=\"n").append(Integer.toString(node)).append("\"><data key=\"label\">");
            out.append(escaped(name)).append("</data>");
            out.append(places.graphMl(node)).append("</node>\n");
        }
    }

    private static void writeLinks(Topology topology, Appendable out) throws IOException {
        for (int link = 0; link < topology.linkCount(); link++) {
            out.append("    <edge source=\"n").append(Integer.toString(topology.endA(link)));
            out.append("\" target=\"n").append(Integer.toString(topology.endB(link)));
            long latencyNanos = topology.latencyNanos(link);
            if (latencyNanos == Topology.NO_LATENCY) {
                out.append("\"/>\n");
            } else {
                out.append("\"><data key=\"latency\">")
                        .append(millis(latencyNanos))
                        .append("</data></edge>\n");
            }
        }
    }

    private static String millis(long nanos) {
        return BigDecimal.valueOf(nanos, 6).stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append("&#13;"); // a bare one would be read back as a line feed
                default -> escaped.appendCodePoint(requireXml(character));
            }
        });
        return escaped.toString();
    }

    /** The characters of XML 1.0, production 2. */
    private static int requireXml(int character) {
        boolean allowed = character == '\t'
                || character == '\n'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
        if (!allowed) {
            throw new IllegalArgumentException(
                    "XML cannot hold the character U+" + String.format(Locale.ROOT, "%04X", character));
        }
        return character;
    }
}
