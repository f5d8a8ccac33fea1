package hopscope.metrics;

import hopscope.protocol.node.NodeCounters;
import hopscope.simulation.NetworkView;

/** Sums of the nodes' own counters over all their lives. */
final class NodeTotals {
    private long retransmissions;
    private long duplicatesReceived;

    /** A copy that goes on by itself. */
    NodeTotals copy() {
        NodeTotals copy = new NodeTotals();
        copy.retransmissions = retransmissions;
        copy.duplicatesReceived = duplicatesReceived;
        return copy;
    }

    /** Takes in the counters of a life that is over. */
    void add(NodeCounters counters) {
        retransmissions += counters.retransmissions();
        duplicatesReceived += counters.duplicatesReceived();
    }

    /** Takes in the counters of all nodes that are up at the end, or down with their state kept. */
    void addLive(NetworkView network) {
        for (int node = 0; node < network.topology().nodeCount(); node++) {
            if (network.isUp(node) || network.keepsState(node)) {
                add(network.counters(node));
            }
        }
    }

    long retransmissions() {
        return retransmissions;
    }

    long duplicatesReceived() {
        return duplicatesReceived;
    }
}
