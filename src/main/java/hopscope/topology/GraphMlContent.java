package hopscope.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nodes and links of a GraphML file as they come, and the network they make once all are there. */
final class GraphMlContent {
    private static final class Node {
        final String id;
        String label = "";
        String drawnLabel = "";

        Node(String id) {
            this.id = id;
        }

        String name() {
            return label.isEmpty() ? drawnLabel : label;
        }
    }

    private static final class Link {
        final String source;
        final String target;
        final int line;
        final int column;
        long latencyNanos = Topology.NO_LATENCY;

        Link(String source, String target, int line, int column) {
            this.source = source;
            this.target = target;
            this.line = line;
            this.column = column;
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Integer> indexById = new HashMap<>();

    /** Answers false if a node of that id is there. */
    boolean addNode(String id) {
        if (indexById.putIfAbsent(id, nodes.size()) != null) {
            return false;
        }
        nodes.add(new Node(id));
        return true;
    }

    void addLink(String source, String target, int line, int column) {
        links.add(new Link(source, target, line, column));
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    void labelLastNode(String label) {
        nodes.get(nodes.size() - 1).label = label;
    }

    /** The first label drawn is the node's own, further ones are decoration. */
    void drawLabelOnLastNode(String label) {
        Node node = nodes.get(nodes.size() - 1);
        if (node.drawnLabel.isEmpty()) {
            node.drawnLabel = label;
        }
    }

    void delayLastLink(long latencyNanos) {
        links.get(links.size() - 1).latencyNanos = latencyNanos;
    }

    /** @param defaultLatencyNanos of links without one of their own, or {@link Topology#NO_LATENCY} */
    ImportedTopology imported(long defaultLatencyNanos) throws GraphMlFault {
        TopologyBuilder builder = new TopologyBuilder();
        boolean labelled = everyNodeHasItsOwnName();
        for (Node node : nodes) {
            builder.node(labelled ? node.name() : node.id);
        }
        for (Link link : links) {
            long latencyNanos = link.latencyNanos == Topology.NO_LATENCY ? defaultLatencyNanos : link.latencyNanos;
            builder.link(index(link, link.source), index(link, link.target), latencyNanos);
        }
        Topology topology = builder.build();
        int isolated = 0;
        for (int node = 0; node < topology.nodeCount(); node++) {
            isolated += topology.degree(node) == 0 ? 1 : 0;
        }
        return new ImportedTopology(
                topology,
                new ImportReport(
                        links.size(),
                        builder.selfLoops(),
                        builder.parallelLinks(),
                        isolated,
                        Components.count(topology)));
    }

    private boolean everyNodeHasItsOwnName() {
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            if (node.name().isEmpty() || !names.add(node.name())) {
                return false;
            }
        }
        return true;
    }

    private int index(Link link, String id) throws GraphMlFault {
        Integer index = indexById.get(id);
        if (index == null) {
            throw new GraphMlFault(
                    "link to the node '" + id + "', which the file does not declare; expected the id of a <node>",
                    link.line,
                    link.column);
        }
        return index;
    }
}
