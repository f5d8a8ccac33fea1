package hopscope.metrics;

import hopscope.simulation.NetworkView;
import hopscope.topology.RouteSearch;
import hopscope.topology.ShortestPaths;
import java.util.Arrays;

/**
 * Shortest hop counts on the live network between the ends of messages. Where the protocol counts hops, too, the oracle
 * knows them. Else they are searched for pair by pair, and a source that is asked for often gets a row of its own, which
 * is kept until the network changes.
 */
final class HopDistances {
    /** A row takes as long as about this share of its length in single searches, in networks of some thousand nodes. */
    private static final int NODES_PER_SEARCH = 128;

    private final NetworkView network;
    private final RouteTracker tracker;
    private final ShortestPaths paths;
    private final RouteSearch search;
    private final boolean[] linkUp;
    private final boolean[] nodeUp;
    private final int[][] rows;
    private final int[] searches;
    private boolean stale = true;

    HopDistances(NetworkView network, RouteTracker tracker) {
        this.network = network;
        this.tracker = tracker;
        this.paths = new ShortestPaths(network.topology());
        this.search = new RouteSearch(network.topology());
        this.linkUp = new boolean[network.topology().linkCount()];
        this.nodeUp = new boolean[network.topology().nodeCount()];
        this.rows = new int[nodeUp.length][];
        this.searches = new int[nodeUp.length];
    }

    /** The network changed. */
    void invalidate() {
        stale = true;
    }

    /** Hops of the shortest path, or a negative number if there is none. */
    int hops(int source, int destination) {
        if (network.countsHops() && tracker.isSettled()) {
            return tracker.oracleDistance(source, destination);
        }
        if (stale) {
            refresh();
        }
        if (rows[source] == null && searches[source]++ < nodeUp.length / NODES_PER_SEARCH) {
            return search.hops(source, destination, linkUp);
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
        Arrays.fill(rows, null);
        Arrays.fill(searches, 0);
        stale = false;
    }
}
