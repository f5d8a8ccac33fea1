package hopscope.topology.format;

import hopscope.topology.ImportedTopology;
import hopscope.topology.TopologyFormatException;
import java.nio.file.Path;

/**
 * Reads networks from GraphML files, as the Topology Zoo, networkx, JGraphT, yEd and Shadow write them.
 *
 * <p>Nodes are told apart by their {@code id}. They are named by their labels (the attribute {@code label}, or the first
 * label that yEd draws) if every node has one and no two are the same, else by their ids. All links count as
 * undirected. The link attribute {@code latency_ms}, if declared, is the one-way latency of a link in milliseconds,
 * rounded to the nanosecond; {@code latency} is one with a unit, or in milliseconds. {@code jitter} and
 * {@code packet_loss} are read as Shadow writes them, {@code dist} as kilometres, {@code Longitude} and
 * {@code Latitude} of nodes as degrees. Every other attribute is ignored.
 *
 * <p>The JDK's parser is used directly, and not JGraphT's importer: that one follows external entities into the
 * reader's file system, gives no positions, and refuses the keys without a name that yEd writes.
 */
public final class GraphMlReader implements TopologyReader {
    /** The largest file that is read. */
    public static final long FILE_BYTES_MAX = NetworkFile.BYTES_MAX;

    private static final String EXPECTED = "a GraphML file";

    GraphMlReader() {}

    /**
     * Reads a file; O(its size).
     *
     * @throws TopologyFormatException if the file is missing, larger than {@link #FILE_BYTES_MAX}, declares a document
     *     type (no entity is ever followed), or is not GraphML with one flat graph
     */
    public static ImportedTopology read(Path file) throws TopologyFormatException {
        return new GraphMlReader()
                .read(NetworkFile.of(file, EXPECTED), ReadSettings.DEFAULT)
                .imported(TopologyFormat.GRAPHML, LatencySource.ATTRIBUTE);
    }

    @Override
    public TopologyFormat format() {
        return TopologyFormat.GRAPHML;
    }

    @Override
    public String expected() {
        return EXPECTED;
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.contains("<graphml");
    }

    @Override
    public boolean usualName(String name) {
        return name.endsWith(".graphml");
    }

    @Override
    public NetworkContent read(NetworkFile file, ReadSettings settings) throws TopologyFormatException {
        GraphMlHandler handler = new GraphMlHandler();
        XmlParsing.parse(file.bytes(), handler);
        return handler.content();
    }
}
