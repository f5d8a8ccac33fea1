package hopscope.metrics;

import hopscope.simulation.NetworkView;
import hopscope.topology.ShortestPaths;
import hopscope.topology.Topology;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The true shortest distances between all pairs over the live network, in the protocol's metric. Costs are the same both
 * ways, so a row holds the distances from a node as well as to it.
 *
 * <p>Link changes are gathered and applied together; only rows that a changed link can affect are computed again.
 * Memory: 2 bytes per ordered pair when distances count hops, else 4.
 */
final class DistanceOracle {
    /** There is no path. */
    static final int UNREACHABLE = -1;

    private final NetworkView network;
    private final Topology topology;
    private final ShortestPaths paths;
    private final boolean[] linkUp;
    private final boolean[] nodeUp;
    private final int[] costs;
    private final int[] scratch;

    /** Exactly one of the two is there. */
    private final short[][] hopRows;

    private final int[][] costRows;

    private int[] changedLinks = new int[8];
    private int changedCount;

    DistanceOracle(NetworkView network) {
        this.network = network;
        this.topology = network.topology();
        this.paths = new ShortestPaths(topology);
        int nodes = topology.nodeCount();
        this.linkUp = new boolean[topology.linkCount()];
        this.nodeUp = new boolean[nodes];
        this.costs = directedCosts();
        this.scratch = new int[nodes];
        boolean small = network.countsHops() && nodes <= Short.MAX_VALUE;
        this.hopRows = small ? new short[nodes][nodes] : null;
        this.costRows = small ? null : new int[nodes][nodes];
        Arrays.fill(nodeUp, true);
        Arrays.fill(linkUp, true);
        for (int row = 0; row < nodes; row++) {
            compute(row);
        }
    }

    private int[] directedCosts() {
        int[] directed = new int[2 * topology.linkCount()];
        for (int at = 0; at < directed.length; at++) {
            directed[at] = network.cost(topology.linkAt(at));
        }
        return directed;
    }

    /** Distance between two nodes, 0 from a live node to itself, or {@link #UNREACHABLE}. */
    int distance(int row, int node) {
        return hopRows != null ? hopRows[row][node] : costRows[row][node];
    }

    private void compute(int row) {
        if (network.countsHops()) {
            paths.hops(row, linkUp, nodeUp, scratch);
        } else {
            paths.costs(row, costs, linkUp, nodeUp, scratch);
        }
        for (int node = 0; node < scratch.length; node++) {
            int distance = scratch[node] == ShortestPaths.UNREACHABLE ? UNREACHABLE : scratch[node];
            if (hopRows != null) {
                hopRows[row][node] = (short) distance;
            } else {
                costRows[row][node] = distance;
            }
        }
    }

    /** Notes that a link became usable or ceased to be; {@link #update} takes it in. */
    void linkChanged(int link) {
        if (changedCount == changedLinks.length) {
            changedLinks = Arrays.copyOf(changedLinks, 2 * changedCount);
        }
        changedLinks[changedCount++] = link;
    }

    /** Notes that a node went down or came up; its links are noted apart. */
    void nodeChanged(int node) {
        nodeUp[node] = network.isUp(node);
    }

    /**
     * Takes in the noted changes; O(nodes · changes) and a search for each row that they can affect.
     *
     * @param rowChanged told each row that was computed again
     */
    void update(IntConsumer rowChanged) {
        if (changedCount == 0) {
            return;
        }
        boolean[] affected = new boolean[topology.nodeCount()];
        for (int i = 0; i < changedCount; i++) {
            int link = changedLinks[i];
            boolean live = network.isLive(link);
            if (live != linkUp[link]) {
                linkUp[link] = live;
                markAffected(link, live, affected);
            }
        }
        changedCount = 0;
        for (int row = 0; row < affected.length; row++) {
            if (affected[row]) {
                compute(row);
                rowChanged.accept(row);
            }
        }
    }

    /**
     * A link that goes matters to a row only if it lies on a shortest path there, one that comes only if it offers a
     * shorter one. Judged by the old distances, this holds for several changes at once, too.
     */
    private void markAffected(int link, boolean live, boolean[] affected) {
        int a = topology.endA(link);
        int b = topology.endB(link);
        int cost = network.cost(link);
        for (int row = 0; row < affected.length; row++) {
            int toA = distance(row, a);
            int toB = distance(row, b);
            boolean oneReached = (toA == UNREACHABLE) != (toB == UNREACHABLE);
            int difference = Math.abs(toA - toB);
            boolean matters = live ? difference > cost || row == a || row == b : difference == cost;
            affected[row] |= oneReached || matters;
        }
    }
}
