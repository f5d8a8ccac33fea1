package hopscope.metrics;

import hopscope.protocol.routing.RouteView;
import hopscope.simulation.NetworkView;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The states of all ordered pairs from scratch: every route is followed hop by hop over the live links, and the true
 * distances are JGraphT's. Shares nothing with {@link RouteTracker} but the meaning of the states.
 */
final class PairsByWalking {
    private final NetworkView network;
    private final Topology topology;
    private final int nodes;
    private final int[][] distances;
    private final int[][] states;

    PairsByWalking(NetworkView network) {
        this.network = network;
        this.topology = network.topology();
        this.nodes = topology.nodeCount();
        this.distances = new int[nodes][nodes];
        this.states = new int[nodes][nodes];
        networkChanged();
    }

    /** Computes the true distances again. */
    void networkChanged() {
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        for (int node = 0; node < nodes; node++) {
            graph.addVertex(node);
        }
        for (int link = 0; link < topology.linkCount(); link++) {
            if (network.isLive(link)) {
                DefaultWeightedEdge edge = graph.addEdge(topology.endA(link), topology.endB(link));
                graph.setEdgeWeight(edge, network.cost(link));
            }
        }
        DijkstraShortestPath<Integer, DefaultWeightedEdge> paths = new DijkstraShortestPath<>(graph);
        for (int source = 0; source < nodes; source++) {
            var tree = paths.getPaths(source);
            for (int node = 0; node < nodes; node++) {
                double weight = tree.getWeight(node);
                distances[source][node] =
                        Double.isInfinite(weight) ? DistanceOracle.UNREACHABLE : (int) Math.round(weight);
            }
        }
    }

    int distance(int source, int destination) {
        return distances[source][destination];
    }

    int state(int source, int destination) {
        return states[source][destination];
    }

    /** Follows all routes again. */
    void walk() {
        for (int source = 0; source < nodes; source++) {
            for (int destination = 0; destination < nodes; destination++) {
                if (source != destination) {
                    states[source][destination] = judge(source, destination);
                }
            }
        }
    }

    private int judge(int source, int destination) {
        RouteView routes = network.routes(source);
        int state = routes.carriesPath() ? alongPath(source, destination) : hopByHop(source, destination);
        int distance = distances[source][destination];
        if (distance != DistanceOracle.UNREACHABLE) {
            state |= PairState.CONNECTED;
            if (routes.distance(destination) == distance) {
                state |= PairState.EXACT;
            }
        }
        return state;
    }

    private int hopByHop(int source, int destination) {
        boolean[] visited = new boolean[nodes];
        int at = source;
        while (at != destination) {
            if (visited[at]) {
                return PairState.LOOPS;
            }
            visited[at] = true;
            int next = network.routes(at).via(destination);
            if (next == RouteView.NO_ROUTE) {
                return at == source ? PairState.NO_ROUTE : PairState.BLACK_HOLE;
            }
            if (!isLive(at, next)) {
                return PairState.BLACK_HOLE;
            }
            at = next;
        }
        return PairState.DELIVERS;
    }

    private int alongPath(int source, int destination) {
        RouteView routes = network.routes(source);
        if (routes.via(destination) == RouteView.NO_ROUTE) {
            return PairState.NO_ROUTE;
        }
        List<Integer> path = new ArrayList<>();
        for (int node = destination; node != source; node = routes.via(node)) {
            if (node == RouteView.NO_ROUTE || path.size() > nodes) {
                throw new AssertionError("node " + source + " has no whole path to " + destination + ": " + path);
            }
            path.add(0, node);
        }
        int at = source;
        for (int next : path) {
            if (!isLive(at, next)) {
                return PairState.BLACK_HOLE;
            }
            at = next;
        }
        return PairState.DELIVERS;
    }

    private boolean isLive(int node, int neighbour) {
        int link = topology.linkBetween(node, neighbour);
        return link >= 0 && network.isLive(link);
    }

    /** Pairs of a kind. */
    long count(java.util.function.IntPredicate kind) {
        long count = 0;
        for (int source = 0; source < nodes; source++) {
            for (int destination = 0; destination < nodes; destination++) {
                if (source != destination && kind.test(states[source][destination])) {
                    count++;
                }
            }
        }
        return count;
    }

    /** Pairs whose source keeps a route over a link of its own that is gone, or to a node that it cannot reach. */
    long staleCount() {
        long count = 0;
        for (int source = 0; source < nodes; source++) {
            for (int destination = 0; destination < nodes; destination++) {
                if (source != destination && isStale(source, destination)) {
                    count++;
                }
            }
        }
        return count;
    }

    private boolean isStale(int source, int destination) {
        RouteView routes = network.routes(source);
        int via = routes.via(destination);
        if (via == RouteView.NO_ROUTE) {
            return false;
        }
        if (distances[source][destination] == DistanceOracle.UNREACHABLE) {
            return true;
        }
        return routes.carriesPath() ? alongPath(source, destination) == PairState.BLACK_HOLE : !isLive(source, via);
    }
}
