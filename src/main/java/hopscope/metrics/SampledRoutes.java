package hopscope.metrics;

import hopscope.protocol.RouteChanges;
import hopscope.protocol.routing.RouteView;
import hopscope.simulation.NetworkView;
import hopscope.topology.ShortestPaths;
import hopscope.topology.Topology;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Follows the routes of some sources of a protocol that carries the path, in networks too large for {@link RouteTracker}.
 * Nothing is kept for a pair but its source's distances: a source whose routes or network changed is counted anew as a whole
 * when the counts are looked at. Memory: 4 bytes per source and node.
 */
final class SampledRoutes implements TrackedRoutes {
    private static final int STATES = PairCounts.STATES;

    private final NetworkView network;
    private final Topology topology;
    private final ShortestPaths paths;
    private final boolean[] linkUp;
    private final boolean[] nodeUp;

    /** By directed link, as {@link ShortestPaths} wants it; {@code null} if distances count hops. */
    private final int[] costs;

    private final int[] sources;

    /** By node, the index among the sources, or -1. */
    private final int[] indexOf;

    /** By source: distances to all nodes. */
    private final int[][] shortest;

    /** By source: how many pairs are in each state. */
    private final int[][] pairsByState;

    private final PairCounts counts = new PairCounts();
    private final int[] dirty;
    private final boolean[] isDirty;
    private int dirtyCount;
    private boolean networkChanged;
    private int deadLinks;

    /** For a count: what becomes of a message to each node, -1 while not known. */
    private final byte[] fares;

    private final int[] walk;

    SampledRoutes(NetworkView network) {
        this.network = network;
        this.topology = network.topology();
        this.paths = new ShortestPaths(topology);
        int nodes = topology.nodeCount();
        this.linkUp = new boolean[topology.linkCount()];
        this.nodeUp = new boolean[nodes];
        this.costs = network.countsHops() ? null : directedCosts();
        this.sources = IntStream.range(0, nodes).filter(network::isFollowed).toArray();
        this.indexOf = new int[nodes];
        Arrays.fill(indexOf, -1);
        this.shortest = new int[sources.length][nodes];
        this.pairsByState = new int[sources.length][STATES];
        this.dirty = new int[sources.length];
        this.isDirty = new boolean[sources.length];
        this.fares = new byte[nodes];
        this.walk = new int[nodes];
        for (int i = 0; i < sources.length; i++) {
            indexOf[sources[i]] = i;
        }
        networkChanged = true;
        settle();
    }

    private int[] directedCosts() {
        int[] directed = new int[2 * topology.linkCount()];
        Arrays.setAll(directed, at -> network.cost(topology.linkAt(at)));
        return directed;
    }

    @Override
    public PairCounts counts() {
        return counts;
    }

    @Override
    public long pairCount() {
        return (long) sources.length * (topology.nodeCount() - 1);
    }

    @Override
    public void routeChanged(int node, int destination, int oldDistance, int via, int distance) {
        noteChange(node);
    }

    @Override
    public void routesChanged(int node, RouteChanges changes) {
        noteChange(node);
    }

    private void noteChange(int node) {
        int index = indexOf[node];
        if (!isDirty[index]) {
            isDirty[index] = true;
            dirty[dirtyCount++] = index;
        }
    }

    @Override
    public void nodeChanged(int node) {
        networkChanged = true;
    }

    @Override
    public void linkChanged(int link, boolean live) {
        networkChanged = true;
        deadLinks += live ? -1 : 1;
    }

    @Override
    public void settle() {
        if (networkChanged) {
            refreshNetwork();
        }
        for (int i = 0; i < dirtyCount; i++) {
            isDirty[dirty[i]] = false;
            count(dirty[i]);
        }
        dirtyCount = 0;
    }

    private void refreshNetwork() {
        networkChanged = false;
        for (int link = 0; link < linkUp.length; link++) {
            linkUp[link] = network.isLive(link);
        }
        for (int node = 0; node < nodeUp.length; node++) {
            nodeUp[node] = network.isUp(node);
        }
        dirtyCount = sources.length;
        for (int i = 0; i < sources.length; i++) {
            dirty[i] = i;
            if (costs == null) {
                paths.hops(sources[i], linkUp, nodeUp, shortest[i]);
            } else {
                paths.costs(sources[i], costs, linkUp, nodeUp, shortest[i]);
            }
        }
    }

    /** Counts the pairs of a source anew. */
    private void count(int index) {
        int source = sources[index];
        RouteView routes = network.routes(source);
        int[] pairs = pairsByState[index];
        counts.addAll(pairs, -1);
        Arrays.fill(pairs, 0);
        Arrays.fill(fares, (byte) -1);
        for (int node = 0; node < fares.length; node++) {
            if (node != source) {
                pairs[state(routes, source, node, shortest[index][node])]++;
            }
        }
        counts.addAll(pairs, 1);
    }

    private int state(RouteView routes, int source, int node, int shortestDistance) {
        int fare = fare(routes, source, node);
        boolean connected = shortestDistance != ShortestPaths.UNREACHABLE;
        int claimed = routes.distance(node);
        boolean exact = claimed >= 0 && connected && claimed == shortestDistance;
        return fare
                | (connected ? PairState.CONNECTED : 0)
                | (exact ? PairState.EXACT : 0)
                | (fare == PairState.BLACK_HOLE ? PairState.BROKEN : 0);
    }

    /** Follows the pointers towards the source until what becomes of a message is known, and notes it on the way back. */
    private int fare(RouteView routes, int source, int node) {
        int length = 0;
        int at = node;
        while (fares[at] < 0) {
            walk[length++] = at;
            int via = routes.via(at);
            if (via == RouteView.NO_ROUTE) {
                fares[at] = PairState.NO_ROUTE;
            } else if (!isLive(via, at)) {
                fares[at] = PairState.BLACK_HOLE;
            } else if (via == source) {
                fares[at] = PairState.DELIVERS;
            } else {
                at = via;
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            if (fares[walk[i]] < 0) {
                int beyond = fares[routes.via(walk[i])];
                fares[walk[i]] = (byte) (beyond == PairState.NO_ROUTE ? PairState.BLACK_HOLE : beyond);
            }
        }
        return fares[node];
    }

    private boolean isLive(int node, int neighbour) {
        if (deadLinks == 0) {
            return true;
        }
        int link = topology.linkBetween(node, neighbour);
        return link >= 0 && network.isLive(link);
    }

    @Override
    public boolean knowsDistancesFrom(int source) {
        return !networkChanged && indexOf[source] >= 0;
    }

    @Override
    public int oracleDistance(int source, int destination) {
        int distance = shortest[indexOf[source]][destination];
        return distance == ShortestPaths.UNREACHABLE ? DistanceOracle.UNREACHABLE : distance;
    }

    @Override
    public String describeLoop() {
        throw new IllegalStateException("paths that are carried do not loop");
    }
}
