package hopscope.simulation;

import hopscope.protocol.Effects;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.node.Node;
import hopscope.protocol.routing.linkstate.LinkStateCore;
import hopscope.protocol.routing.linkstate.LinkStateView;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Lets the nodes of a link-state protocol begin as a cold start without loss leaves them in the end: every session is
 * established, every node has the record of every node and knows that its neighbours have them too. Records carry the
 * numbers that they have then: a node says once that it is there, and once more for each neighbour that it finds.
 */
final class WarmStart {
    private final Topology topology;
    private final IntUnaryOperator linkCost;
    private final LinkStateView view;

    /**
     * @param linkCost of each link
     * @param nodes not yet started
     */
    WarmStart(Topology topology, IntUnaryOperator linkCost, Node[] nodes) {
        this.topology = topology;
        this.linkCost = linkCost;
        List<LinkStateRecord> records = new ArrayList<>();
        long[] logIds = new long[nodes.length];
        for (int node = 0; node < nodes.length; node++) {
            int[] peers = peers(node);
            records.add(new LinkStateRecord(node, 1 + peers.length, peers, costs(node)));
            logIds[node] = ((LinkStateCore) nodes[node].routes()).logId();
        }
        this.view = new LinkStateView(records, logIds);
    }

    /** Ids ascending. */
    private int[] peers(int node) {
        int[] peers = new int[topology.degree(node)];
        for (int i = 0; i < peers.length; i++) {
            peers[i] = topology.neighbourAt(topology.firstNeighbour(node) + i);
        }
        return peers;
    }

    private int[] costs(int node) {
        int[] costs = new int[topology.degree(node)];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = linkCost.applyAsInt(topology.linkAt(topology.firstNeighbour(node) + i));
        }
        return costs;
    }

    /** Lets a node begin. */
    void resume(Node node, long nowNanos, Effects effects) {
        node.resume(
                nowNanos,
                peers(node.id()),
                costs(node.id()),
                (router, now, out) -> ((LinkStateCore) router).resume(now, view, out),
                effects);
    }
}
