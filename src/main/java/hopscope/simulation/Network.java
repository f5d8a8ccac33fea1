package hopscope.simulation;

import hopscope.engine.Engine;
import hopscope.protocol.MemoryStorage;
import hopscope.protocol.StableStorage;
import hopscope.protocol.node.Node;
import hopscope.protocol.node.NodeCounters;
import hopscope.protocol.routing.RouteView;
import hopscope.scenario.FaultSpec;
import hopscope.scenario.NodeRef;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.RoutingSpec.PathMetric;
import hopscope.scenario.Scenario;
import hopscope.topology.Topology;
import java.util.Arrays;
import java.util.List;

/** The nodes and links of a run, and what faults do to them. */
final class Network implements NetworkView {
    private final Topology topology;
    private final List<FaultSpec> faults;
    private final PathMetric metric;
    private final Links links;
    private final NodeFactory factory;
    private final NodeEffects effects;

    // By node; a node that is down keeps its last, stopped object until it comes up again.
    private final Node[] nodes;
    private final StableStorage[] storages;
    private final int[] lives;
    private final boolean[] up;

    /** Nodes that the last fault called, whose deadlines may have changed. */
    private int[] touched = new int[8];

    private int touchedCount;

    Network(Scenario scenario, Topology topology, ProtocolSpec protocol, long seed, NodeEffects effects) {
        this.topology = topology;
        this.faults = scenario.faults();
        this.metric = protocol.settings().metric();
        this.links = new Links(topology, scenario.links(), seed);
        this.factory = new NodeFactory(scenario, protocol, seed);
        this.effects = effects;
        this.nodes = new Node[topology.nodeCount()];
        this.storages = new StableStorage[topology.nodeCount()];
        this.lives = new int[topology.nodeCount()];
        this.up = new boolean[topology.nodeCount()];
        Arrays.setAll(storages, id -> new MemoryStorage());
        Arrays.setAll(nodes, id -> factory.create(id, 0, storages[id]));
        Arrays.fill(up, true);
    }

    Links links() {
        return links;
    }

    NodeEffects effects() {
        return effects;
    }

    /** The node at an index; what it does from now on counts as its doing. */
    Node enter(int index) {
        effects.enter(index);
        return nodes[index];
    }

    /** When a node wants to be woken, or {@link Engine#NEVER}. */
    long deadlineNanos(int index) {
        return up[index] ? nodes[index].deadlineNanos() : Engine.NEVER;
    }

    /** Nodes called by the last fault, each possibly several times. */
    int[] nodesTouched() {
        return Arrays.copyOf(touched, touchedCount);
    }

    void startAll(long nowNanos) {
        for (int node = 0; node < nodes.length; node++) {
            enter(node).start(nowNanos, effects);
        }
        for (int link = 0; link < topology.linkCount(); link++) {
            announceUp(nowNanos, link);
        }
    }

    private void announceUp(long nowNanos, int link) {
        int a = topology.endA(link);
        int b = topology.endB(link);
        enter(a).linkUp(nowNanos, b, cost(link), effects);
        enter(b).linkUp(nowNanos, a, cost(link), effects);
        touch(a);
        touch(b);
    }

    void apply(int index, long nowNanos, SimulationObserver observer) {
        touchedCount = 0;
        FaultSpec fault = faults.get(index);
        if (fault.linkDown() != null) {
            cut(link(fault.linkDown()), nowNanos, observer);
        } else if (fault.linkUp() != null) {
            mend(link(fault.linkUp()), nowNanos, observer);
        } else if (fault.nodeDown() != null) {
            crash(topology.indexOf(fault.nodeDown().name()), nowNanos, observer);
        } else {
            restart(topology.indexOf(fault.nodeUp().name()), nowNanos, observer);
        }
    }

    private int link(List<NodeRef> ends) {
        return topology.linkBetween(
                topology.indexOf(ends.get(0).name()),
                topology.indexOf(ends.get(1).name()));
    }

    private void cut(int link, long nowNanos, SimulationObserver observer) {
        boolean wasLive = isLive(link);
        links.setUp(link, false);
        if (wasLive) {
            links.wipe(link);
            observer.linkChanged(nowNanos, link, false);
            announceDown(topology.endA(link), topology.endB(link));
            announceDown(topology.endB(link), topology.endA(link));
        }
    }

    private void announceDown(int node, int peer) {
        enter(node).linkDown(peer, effects);
        touch(node);
    }

    private void mend(int link, long nowNanos, SimulationObserver observer) {
        links.setUp(link, true);
        if (isLive(link)) {
            observer.linkChanged(nowNanos, link, true);
            announceUp(nowNanos, link);
        }
    }

    private void crash(int node, long nowNanos, SimulationObserver observer) {
        enter(node).stop(effects);
        touch(node);
        up[node] = false;
        observer.nodeChanged(nowNanos, node, false);
        for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
            int link = topology.linkAt(at);
            int peer = topology.neighbourAt(at);
            if (links.isUp(link) && up[peer]) {
                links.wipe(link);
                observer.linkChanged(nowNanos, link, false);
                announceDown(peer, node);
            }
        }
    }

    private void restart(int node, long nowNanos, SimulationObserver observer) {
        nodes[node] = factory.create(node, ++lives[node], storages[node]);
        up[node] = true;
        observer.nodeChanged(nowNanos, node, true);
        enter(node).start(nowNanos, effects);
        touch(node);
        for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
            int link = topology.linkAt(at);
            if (isLive(link)) {
                observer.linkChanged(nowNanos, link, true);
                announceUp(nowNanos, link);
            }
        }
    }

    private void touch(int node) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touchedCount);
        }
        touched[touchedCount++] = node;
    }

    @Override
    public Topology topology() {
        return topology;
    }

    @Override
    public boolean isLive(int link) {
        return links.isUp(link) && up[topology.endA(link)] && up[topology.endB(link)];
    }

    @Override
    public boolean isUp(int node) {
        return up[node];
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
        return up[node] ? nodes[node].routes() : NoRoutes.of(nodes[node].routes());
    }

    @Override
    public NodeCounters counters(int node) {
        return nodes[node].counters();
    }
}
