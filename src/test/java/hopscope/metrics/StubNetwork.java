package hopscope.metrics;

import hopscope.protocol.node.NodeCounters;
import hopscope.protocol.routing.RouteView;
import hopscope.simulation.NetworkView;
import hopscope.topology.Topology;
import hopscope.topology.TopologyBuilder;
import java.util.Arrays;

/** A network of hop-by-hop routes that a test sets as it likes; everything is up, every link costs 1. */
final class StubNetwork implements NetworkView {
    private final Topology topology;
    private final Routes[] routes;
    private boolean promisesNoLoops;

    private final class Routes implements RouteView {
        private final int[] vias;
        private final int[] distances;

        Routes(int nodes) {
            vias = new int[nodes];
            distances = new int[nodes];
            Arrays.fill(vias, NO_ROUTE);
            Arrays.fill(distances, NO_ROUTE);
        }

        @Override
        public boolean carriesPath() {
            return false;
        }

        @Override
        public int via(int destination) {
            return vias[destination];
        }

        @Override
        public int distance(int destination) {
            return distances[destination];
        }

        @Override
        public boolean isLoopFree() {
            return promisesNoLoops;
        }

        @Override
        public int entryCount() {
            return 0;
        }
    }

    StubNetwork(Topology topology) {
        this.topology = topology;
        this.routes = new Routes[topology.nodeCount()];
        Arrays.setAll(routes, node -> new Routes(routes.length));
    }

    static StubNetwork triangle() {
        return new StubNetwork(
                new TopologyBuilder().nodes(3).link(0, 1).link(1, 2).link(0, 2).build());
    }

    /** Lets the protocol promise that it never loops. */
    StubNetwork promiseNoLoops() {
        promisesNoLoops = true;
        return this;
    }

    /** Changes one route and tells so, as an event of its own. */
    void setRoute(Convergence convergence, long nowNanos, int node, int destination, int via, int distance) {
        Routes own = routes[node];
        int oldVia = own.vias[destination];
        int oldDistance = own.distances[destination];
        own.vias[destination] = via;
        own.distances[destination] = distance;
        convergence.routeChanged(nowNanos, node, destination, oldVia, oldDistance, via, distance);
        convergence.eventDone(nowNanos);
    }

    @Override
    public Topology topology() {
        return topology;
    }

    @Override
    public boolean isLive(int link) {
        return true;
    }

    @Override
    public boolean isUp(int node) {
        return true;
    }

    @Override
    public int cost(int link) {
        return 1;
    }

    @Override
    public boolean countsHops() {
        return true;
    }

    @Override
    public RouteView routes(int node) {
        return routes[node];
    }

    @Override
    public NodeCounters counters(int node) {
        throw new UnsupportedOperationException("no counters here");
    }
}
