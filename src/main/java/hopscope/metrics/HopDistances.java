package hopscope.metrics;

import hopscope.simulation.NetworkView;
import hopscope.topology.ShortestPaths;

/**
 * Shortest hop counts on the live network, computed for a source when it is asked for and kept until the network
 * changes.
 */
final class HopDistances {
    private final NetworkView network;
    private final ShortestPaths paths;
    private final boolean[] linkUp;
    private final boolean[] nodeUp;
    private final int[][] rows;
    private boolean stale = true;

    HopDistances(NetworkView network) {
        this.network = network;
        this.paths = new ShortestPaths(network.topology());
        this.linkUp = new boolean[network.topology().linkCount()];
        this.nodeUp = new boolean[network.topology().nodeCount()];
        this.rows = new int[nodeUp.length][];
    }

    /** The network changed. */
    void invalidate() {
        stale = true;
    }

    /** Hops of the shortest path, or a negative number if there is none. */
    int hops(int source, int destination) {
        if (stale) {
            refresh();
        }
        if (rows[source] == null) {
            rows[source] = new int[rows.length];
            paths.hops(source, linkUp, nodeUp, rows[source]);
        }
        int hops = rows[source][destination];
        return hops == ShortestPaths.UNREACHABLE ? -1 : hops;
    }

    private void refresh() {
        for (int link = 0; link < linkUp.length; link++) {
            linkUp[link] = network.isLive(link);
        }
        for (int node = 0; node < nodeUp.length; node++) {
            nodeUp[node] = network.isUp(node);
        }
        java.util.Arrays.fill(rows, null);
        stale = false;
    }
}
