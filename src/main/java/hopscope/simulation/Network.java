package hopscope.simulation;

import hopscope.engine.Engine;
import hopscope.protocol.MemoryStorage;
import hopscope.protocol.StableStorage;
import hopscope.protocol.node.Node;
import hopscope.protocol.node.NodeCounters;
import hopscope.protocol.routing.RouteView;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.RoutingSpec.PathMetric;
import hopscope.scenario.Scenario;
import hopscope.topology.Topology;
import java.util.Arrays;

/**
 * The nodes and links of a run. A node believes in a link from when it was told that it is there until it is told that it
 * is gone; whether the link carries frames is another matter, since silent faults tell nobody.
 */
final class Network implements NetworkView {
    private final Topology topology;
    private final PathMetric metric;
    private final Links links;
    private final LinkStates linkStates;
    private final NetworkFaults faults;
    private final FollowedSources followed;
    private final NodeFactory factory;
    private final NodeEffects effects;

    // By node; a node that is down keeps its last object, stopped or frozen, until it comes up again.
    private final Node[] nodes;
    private final StableStorage[] storages;
    private final int[] lives;
    private final boolean[] up;
    private final boolean[] leaving;
    private final boolean[] downSilently;
    private final boolean[] frozen;
    private final long[] wallOffsets;

    /** {@code null} for a clock that shows virtual time. */
    private final NodeClock[] clocks;

    /** By link: frames get through both ways. */
    private final boolean[] live;

    /** By direction: frames get through. */
    private final boolean[] flows;

    /** By direction: the node at its beginning was told that the link is there. */
    private final boolean[] told;

    /** Nodes that the last fault called, whose deadlines may have changed. */
    private int[] touched = new int[8];

    private int touchedCount;

    Network(Scenario scenario, Topology topology, ProtocolSpec protocol, long seed, NodeEffects effects) {
        this.topology = topology;
        this.metric = protocol.settings().metric();
        this.links = new Links(topology, scenario.links(), seed);
        this.linkStates = new LinkStates(topology.linkCount());
        this.followed = new FollowedSources(topology.nodeCount(), protocol, seed);
        this.factory = new NodeFactory(scenario, protocol, seed, followed::contains);
        this.effects = effects;
        this.nodes = new Node[topology.nodeCount()];
        this.storages = new StableStorage[topology.nodeCount()];
        this.lives = new int[topology.nodeCount()];
        this.up = new boolean[topology.nodeCount()];
        this.leaving = new boolean[topology.nodeCount()];
        this.downSilently = new boolean[topology.nodeCount()];
        this.frozen = new boolean[topology.nodeCount()];
        this.wallOffsets = new long[topology.nodeCount()];
        this.clocks = new NodeClock[topology.nodeCount()];
        this.live = new boolean[topology.linkCount()];
        this.flows = new boolean[2 * topology.linkCount()];
        this.told = new boolean[2 * topology.linkCount()];
        Arrays.setAll(storages, id -> new MemoryStorage());
        Arrays.setAll(nodes, id -> factory.create(id, 0, storages[id]));
        Arrays.fill(up, true);
        Arrays.fill(live, true);
        Arrays.fill(flows, true);
        this.faults = new NetworkFaults(this);
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

    /** The node at an index, to be looked at. */
    Node node(int index) {
        return nodes[index];
    }

    LinkStates linkStates() {
        return linkStates;
    }

    /** What a node's own clock shows now; equal to virtual time unless a fault made it run otherwise. */
    long localNanos(int node, long nowNanos) {
        NodeClock clock = clocks[node];
        return clock == null ? nowNanos : clock.localNanos(nowNanos);
    }

    /** When a node wants to be woken, in virtual time, or {@link Engine#NEVER}. */
    long deadlineNanos(int index) {
        if (!up[index]) {
            return Engine.NEVER;
        }
        long deadline = nodes[index].deadlineNanos();
        return clocks[index] == null ? deadline : clocks[index].virtualNanos(deadline);
    }

    /** Nodes called by the last fault, each possibly several times. */
    int[] nodesTouched() {
        return Arrays.copyOf(touched, touchedCount);
    }

    void startAll(long nowNanos) {
        if (factory.startsWarm()) {
            resumeAll(nowNanos);
            return;
        }
        for (int node = 0; node < nodes.length; node++) {
            enter(node).start(localNanos(node, nowNanos), effects);
        }
        for (int link = 0; link < topology.linkCount(); link++) {
            tell(2 * link, nowNanos);
            tell(2 * link + 1, nowNanos);
        }
    }

    private void resumeAll(long nowNanos) {
        WarmStart warmStart = new WarmStart(topology, this::cost, nodes);
        Arrays.fill(told, true);
        for (int node = 0; node < nodes.length; node++) {
            warmStart.resume(enter(node), localNanos(node, nowNanos), effects);
        }
    }

    /** An occurrence of a fault happens. */
    void strike(FaultSchedule.Occurrence occurrence, FaultStrike strike, long nowNanos, SimulationObserver observer) {
        touchedCount = 0;
        faults.apply(occurrence, strike, nowNanos, observer);
    }

    /** Takes in what has become of a link's causes and ends: loses frames, tells the observer and the ends. */
    void refresh(int link, long nowNanos, SimulationObserver observer) {
        boolean ends = up[topology.endA(link)] && up[topology.endB(link)];
        for (int direction = 2 * link; direction <= 2 * link + 1; direction++) {
            boolean flowsNow = ends && linkStates.carries(direction);
            if (flows[direction] && !flowsNow) {
                links.wipeDirection(direction);
            }
            flows[direction] = flowsNow;
        }
        boolean liveNow = flows[2 * link] && flows[2 * link + 1];
        if (live[link] != liveNow) {
            live[link] = liveNow;
            observer.linkChanged(nowNanos, link, liveNow);
        }
        tell(2 * link, nowNanos);
        tell(2 * link + 1, nowNanos);
    }

    /** Tells the node at the beginning of a direction what it does not know and may know. */
    private void tell(int direction, long nowNanos) {
        int node = links.from(direction);
        int peer = links.to(direction);
        boolean there = !linkStates.isKnownDown(direction >> 1) && (up[peer] || downSilently[peer]);
        if (!up[node] || told[direction] == there) {
            return;
        }
        told[direction] = there;
        touch(node);
        if (there) {
            enter(node).linkUp(localNanos(node, nowNanos), peer, cost(direction >> 1), effects);
        } else {
            enter(node).linkDown(peer, effects);
        }
    }

    /** A node says that it will go; {@link #stop} ends that. */
    void leave(int node, long nowNanos) {
        leaving[node] = true;
        enter(node).leave(localNanos(node, nowNanos), effects);
        touch(node);
    }

    /** Whether a node is up, but takes no messages of its own any more. */
    boolean isLeaving(int node) {
        return leaving[node];
    }

    void stop(int node, boolean silent, boolean keepsState, long nowNanos, SimulationObserver observer) {
        leaving[node] = false;
        if (!keepsState) {
            enter(node).stop(effects);
        }
        touch(node);
        up[node] = false;
        frozen[node] = keepsState;
        downSilently[node] = silent;
        observer.nodeChanged(nowNanos, node, false);
        refreshAround(node, nowNanos, observer);
    }

    /** Begins a new life, or goes on with the one that was frozen; every session of the node is made anew. */
    void start(int node, long nowNanos, SimulationObserver observer) {
        boolean thaws = frozen[node];
        if (!thaws) {
            nodes[node] = factory.create(node, ++lives[node], storages[node]);
            nodes[node].setWallClock(wallOffsets[node]);
        }
        up[node] = true;
        frozen[node] = false;
        downSilently[node] = false;
        observer.nodeChanged(nowNanos, node, true);
        if (!thaws) {
            enter(node).start(localNanos(node, nowNanos), effects);
        }
        touch(node);
        forgetLinks(node, thaws);
        refreshAround(node, nowNanos, observer);
    }

    /** The node is to be told of all its links again. */
    private void forgetLinks(int node, boolean thaws) {
        for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
            int direction = links.directionFrom(topology.linkAt(at), node);
            if (told[direction] && thaws) {
                enter(node).linkDown(topology.neighbourAt(at), effects);
            }
            told[direction] = false;
        }
    }

    private void refreshAround(int node, long nowNanos, SimulationObserver observer) {
        for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
            refresh(topology.linkAt(at), nowNanos, observer);
        }
    }

    /** Makes a node's monotonic clock run so much too fast from now on. */
    void skewClock(int node, int ppm, long nowNanos) {
        if (clocks[node] == null) {
            clocks[node] = new NodeClock();
            clocks[node].skew(0, 0);
        }
        clocks[node].skew(nowNanos, ppm);
        touch(node);
    }

    /** Sets a node's wall clock ahead or back; its hardware keeps the time while the node is down. */
    void stepClock(int node, long nanos) {
        wallOffsets[node] += nanos;
        nodes[node].setWallClock(wallOffsets[node]);
    }

    /** Whether a node believes that there is a link in this direction. */
    boolean isTold(int direction) {
        return told[direction];
    }

    /** Whether frames get through in one direction now. */
    boolean carries(int direction) {
        return flows[direction];
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
        return live[link];
    }

    @Override
    public boolean isUp(int node) {
        return up[node];
    }

    @Override
    public boolean keepsState(int node) {
        return frozen[node];
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

    @Override
    public boolean followsAll() {
        return followed.isAll();
    }

    @Override
    public boolean isFollowed(int node) {
        return followed.contains(node);
    }
}
