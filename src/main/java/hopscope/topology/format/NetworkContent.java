package hopscope.topology.format;

import hopscope.topology.ImportedTopology;
import hopscope.topology.Topology;
import hopscope.topology.TopologyFormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes and links of a file as they come, told apart by their ids; {@link ContentImport} makes a network of them. */
final class NetworkContent {
    static final class Node {
        final String id;
        String label = "";
        double x = Double.NaN;
        double y = Double.NaN;

        private Node(String id) {
            this.id = id;
        }
    }

    static final class Link {
        final String source;
        final String target;
        final int line;
        final int column;
        long latencyNanos = Topology.NO_LATENCY;
        String linkClass = "";
        long jitterNanos = -1;
        int lossPpm = -1;
        long bandwidthBps = -1;
        double weight = Double.NaN;
        double lengthKm = Double.NaN;

        private Link(String source, String target, int line, int column) {
            this.source = source;
            this.target = target;
            this.line = line;
            this.column = column;
        }
    }

    final List<Node> nodes = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final Map<String, Integer> indexById = new HashMap<>();
    final List<String> notes = new ArrayList<>();

    /** Unit and origin of {@link Link#weight}. */
    String weightUnit = "";

    /** Whether coordinates are degrees east and north. */
    boolean geographic;

    /** Of links without one of their own. */
    long defaultLatencyNanos = Topology.NO_LATENCY;

    /** What a link's end must be, or empty if ends need no declaration. */
    private final String endsExpected;

    /** Nodes need no declaration: links bring their ends along. */
    NetworkContent() {
        this("");
    }

    /** @param endsExpected what a link's end must be, such as {@code the id of a <node>} */
    NetworkContent(String endsExpected) {
        this.endsExpected = endsExpected;
    }

    /** Adds a node, or answers null if one of that id is there. */
    Node declare(String id) {
        if (indexById.putIfAbsent(id, nodes.size()) != null) {
            return null;
        }
        Node node = new Node(id);
        nodes.add(node);
        return node;
    }

    /** Adds a node declared at a place. */
    Node declare(Word id) throws TopologyFormatException {
        Node node = declare(id.text());
        if (node == null) {
            throw id.wrong("a second node with the id '" + id.text() + "', expected every id once");
        }
        return node;
    }

    /** The node of that id, added if there is none. */
    Node node(String id) {
        Node added = declare(id);
        return added == null ? nodes.get(indexById.get(id)) : added;
    }

    Node lastNode() {
        return nodes.get(nodes.size() - 1);
    }

    Link link(String source, String target, int line, int column) {
        if (endsExpected.isEmpty()) {
            node(source);
            node(target);
        }
        Link link = new Link(source, target, line, column);
        links.add(link);
        return link;
    }

    Link link(Word source, Word target) {
        return link(source.text(), target.text(), target.line(), target.column());
    }

    Link lastLink() {
        return links.get(links.size() - 1);
    }

    /** The index of a link's end. */
    int end(Link link, String id) throws TopologyFormatException {
        Integer index = indexById.get(id);
        if (index == null) {
            throw new TopologyFormatException(
                    "link to the node '" + id + "', which the file does not declare; expected " + endsExpected,
                    link.line,
                    link.column);
        }
        return index;
    }

    ImportedTopology imported(TopologyFormat format, LatencySource latencyFrom) throws TopologyFormatException {
        return new ContentImport(this, latencyFrom).run(format);
    }
}
