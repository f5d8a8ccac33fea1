package hopscope.testbed;

import hopscope.protocol.node.NodeCounters;
import hopscope.protocol.routing.RouteView;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.RoutingSpec.PathMetric;
import hopscope.scenario.Scenario;
import hopscope.simulation.Links;
import hopscope.simulation.NetworkView;
import hopscope.topology.Topology;
import java.util.Arrays;

/** The network of a testbed as observers see it. Guarded by the lock of its {@link Journal}. */
final class LiveNetwork implements NetworkView {
    private final Topology topology;
    private final Links links;
    private final PathMetric metric;
    private final boolean carriesPath;
    private final RouteMirror[] routes;
    private final NodeCounters[] counters;
    private final boolean[] linkUp;
    private final boolean[] nodeUp;

    LiveNetwork(Scenario scenario, Topology topology, ProtocolSpec protocol, Links links) {
        this.topology = topology;
        this.links = links;
        this.metric = protocol.settings().metric();
        this.carriesPath = protocol.settings().carriesPath();
        this.routes = new RouteMirror[topology.nodeCount()];
        this.counters = new NodeCounters[topology.nodeCount()];
        Arrays.setAll(counters, node -> new NodeCounters());
        this.linkUp = new boolean[topology.linkCount()];
        this.nodeUp = new boolean[topology.nodeCount()];
        Arrays.fill(linkUp, true);
        Arrays.fill(nodeUp, true);
        for (int node = 0; node < routes.length; node++) {
            forgetRoutes(node);
        }
    }

    RouteMirror mirror(int node) {
        return routes[node];
    }

    void setLinkUp(int link, boolean up) {
        linkUp[link] = up;
    }

    void setNodeUp(int node, boolean up) {
        nodeUp[node] = up;
        forgetRoutes(node);
    }

    private void forgetRoutes(int node) {
        routes[node] = new RouteMirror(routes.length, carriesPath);
    }

    void setCounters(int node, NodeCounters latest) {
        counters[node] = latest;
    }

    /** Whether a link is not cut; its ends may be down all the same. */
    boolean isLinkUp(int link) {
        return linkUp[link];
    }

    @Override
    public Topology topology() {
        return topology;
    }

    @Override
    public boolean isLive(int link) {
        return linkUp[link] && nodeUp[topology.endA(link)] && nodeUp[topology.endB(link)];
    }

    @Override
    public boolean isUp(int node) {
        return nodeUp[node];
    }

    @Override
    public int cost(int link) {
        return links.cost(link, metric);
    }

    @Override
    public boolean countsHops() {
        return metric == PathMetric.HOPS;
    }

    @Override
    public RouteView routes(int node) {
        return routes[node];
    }

    @Override
    public NodeCounters counters(int node) {
        return counters[node];
    }
}
