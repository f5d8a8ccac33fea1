package hopscope.metrics;

import hopscope.protocol.routing.RouteView;
import hopscope.simulation.NetworkView;
import hopscope.topology.Topology;
import java.util.Arrays;

/**
 * The routes of all nodes as rows of pointers to neighbours: for hop-by-hop protocols the row of a destination holds every
 * node's next hop, for protocols that carry the path the row of a source holds every node's predecessor. All O(1), or O(log
 * degree) while a link is down.
 */
final class RoutePointers {
    private final NetworkView network;
    private final Topology topology;
    private final RouteView[] routes;
    private final boolean carriesPath;
    private int deadLinks;

    RoutePointers(NetworkView network) {
        this.network = network;
        this.topology = network.topology();
        this.routes = new RouteView[topology.nodeCount()];
        Arrays.setAll(routes, network::routes);
        this.carriesPath = routes.length > 0 && routes[0].carriesPath();
    }

    /** Whether rows are those of sources. */
    boolean carriesPath() {
        return carriesPath;
    }

    /** A node went down or came up: its routes are other ones now. */
    void nodeChanged(int node) {
        routes[node] = network.routes(node);
    }

    /** A link became usable or ceased to be. */
    void linkChanged(boolean live) {
        deadLinks += live ? -1 : 1;
    }

    RouteView routes(int node) {
        return routes[node];
    }

    /** Where a node points to in a row, or {@link RouteView#NO_ROUTE}. */
    int via(int row, int node) {
        return carriesPath ? routes[row].via(node) : routes[node].via(row);
    }

    /** The distance that goes with a pointer, as claimed by the node whose route it is, or {@link RouteView#NO_ROUTE}. */
    int distance(int row, int node) {
        return carriesPath ? routes[row].distance(node) : routes[node].distance(row);
    }

    /** Whether a link between two nodes is there and live. */
    boolean isLive(int node, int neighbour) {
        if (deadLinks == 0) {
            return true;
        }
        int link = topology.linkBetween(node, neighbour);
        return link >= 0 && network.isLive(link);
    }

    /** Whether the link at a position of {@link Topology#linkAt} is live. */
    boolean isLiveAt(int position) {
        return deadLinks == 0 || network.isLive(topology.linkAt(position));
    }
}
