package hopscope.scenario;

import java.util.List;

/**
 * Which nodes take part in a traffic entry: {@code any} (one drawn per message), {@code each} (every node), one node or
 * a list of nodes.
 *
 * @param kind how to read it
 * @param nodes the nodes named; empty for {@code any} and {@code each}
 */
public record NodeSelector(Kind kind, List<NodeRef> nodes) {
    /** How a selector picks nodes. */
    public enum Kind {
        /** One node is drawn for each message. */
        ANY,
        /** Every node of the network. */
        EACH,
        /** The nodes listed. */
        LISTED
    }

    public NodeSelector {
        nodes = List.copyOf(nodes);
    }
}
