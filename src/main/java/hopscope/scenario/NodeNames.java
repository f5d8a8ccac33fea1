package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.Suggestion;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks up the nodes and links that a scenario names, and helps where it names none. */
final class NodeNames {
    /** Comparing with every name of a larger network would take longer than the hint is worth. */
    private static final int SUGGEST_UP_TO = 5_000;

    private static final int NAMES_SHOWN = 8;
    private static final int IDS_SHOWN = 50;

    private final Topology kept;
    private final Topology whole;

    /**
     * @param kept the network that is simulated
     * @param whole the network before a component was chosen
     */
    NodeNames(Topology kept, Topology whole) {
        this.kept = kept;
        this.whole = whole;
    }

    /** Names of a network that could not be built: everything is accepted. */
    static NodeNames unknown() {
        return new NodeNames(null, null);
    }

    /** Number of nodes, or -1 if the network is unknown. */
    int count() {
        return kept == null ? -1 : kept.nodeCount();
    }

    /** Whether a pattern fits the name of any node, or could. */
    boolean anyMatches(String pattern) {
        return kept == null
                || kept.names().stream().anyMatch(name -> NodePatterns.matches(pattern, name))
                || kept.indexOf(pattern) >= 0;
    }

    /** Reports a name that no node has; answers whether one has it. */
    boolean require(NodeRef ref, Position at, Problems problems) {
        if (kept == null || kept.indexOf(ref.name()) >= 0) {
            return true;
        }
        if (kept.nodesWithAlias(ref.name()).size() > 1) {
            String ids = kept.nodesWithAlias(ref.name()).stream()
                    .map(kept::name)
                    .limit(IDS_SHOWN)
                    .collect(Collectors.joining(", "));
            String more = kept.nodesWithAlias(ref.name()).size() > IDS_SHOWN ? ", …" : "";
            problems.add(at, "several nodes are labelled '" + ref.name() + "'", "one of their ids: " + ids + more);
            return false;
        }
        if (whole.indexOf(ref.name()) >= 0) {
            problems.add(at, "node '" + ref.name() + "' is outside the largest component", "a node of that component");
            return false;
        }
        boolean number = ref.name().matches("[0-9]+");
        String hint = number || kept.nodeCount() > SUGGEST_UP_TO ? "" : Suggestion.hint(ref.name(), kept.names());
        problems.add(at, "unknown node '" + ref.name() + "'; expected a node of the network: " + shown() + hint);
        return false;
    }

    /** Whether a node has this name; true for every name of an unknown network. */
    boolean isKnown(NodeRef ref) {
        return kept == null || kept.indexOf(ref.name()) >= 0;
    }

    /** Whether a link leads from one of the groups to another, or out of a single one; all nodes must exist. */
    boolean areLinked(List<List<NodeRef>> groups) {
        if (kept == null) {
            return true;
        }
        int[] groupOf = new int[kept.nodeCount()];
        for (int group = 0; group < groups.size(); group++) {
            for (NodeRef node : groups.get(group)) {
                groupOf[kept.indexOf(node.name())] = group + 1;
            }
        }
        for (int link = 0; link < kept.linkCount(); link++) {
            int a = groupOf[kept.endA(link)];
            int b = groupOf[kept.endB(link)];
            if (a != b && (groups.size() == 1 || a != 0 && b != 0)) {
                return true;
            }
        }
        return false;
    }

    private String shown() {
        List<String> names = new ArrayList<>();
        for (int node = 0; node < Math.min(NAMES_SHOWN, kept.nodeCount()); node++) {
            names.add(kept.name(node));
        }
        if (kept.nodeCount() > NAMES_SHOWN) {
            names.set(NAMES_SHOWN - 1, "…");
            names.add(kept.name(kept.nodeCount() - 1));
        }
        return String.join(", ", names);
    }

    /** Reports a link that the network does not have; answers whether it has it. Both ends must exist. */
    boolean requireLink(NodeRef a, NodeRef b, Position at, Problems problems) {
        if (kept == null) {
            return true;
        }
        int nodeA = kept.indexOf(a.name());
        int nodeB = kept.indexOf(b.name());
        if (kept.linkBetween(nodeA, nodeB) >= 0) {
            return true;
        }
        problems.add(
                at,
                "there is no link " + a.name() + "-" + b.name() + "; expected a link of the network: node '" + a.name()
                        + "' has links to " + neighbours(nodeA) + ", node '" + b.name() + "' to " + neighbours(nodeB));
        return false;
    }

    private String neighbours(int node) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.min(kept.degree(node), NAMES_SHOWN); i++) {
            names.add(kept.name(kept.neighbourAt(kept.firstNeighbour(node) + i)));
        }
        if (kept.degree(node) > NAMES_SHOWN) {
            names.add("…");
        }
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
