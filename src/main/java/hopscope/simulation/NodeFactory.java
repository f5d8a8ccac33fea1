package hopscope.simulation;

import hopscope.protocol.StableStorage;
import hopscope.protocol.node.Node;
import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.node.RouterFactory;
import hopscope.protocol.reliability.ReliabilityConfig;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.UpdateTiming;
import hopscope.protocol.routing.distancevector.DistanceVectorRouter;
import hopscope.protocol.routing.distancevector.TableMerge;
import hopscope.protocol.routing.feasible.FeasibleConfig;
import hopscope.protocol.routing.feasible.FeasibleRouter;
import hopscope.protocol.routing.linkstate.Ageing;
import hopscope.protocol.routing.linkstate.EqualCost;
import hopscope.protocol.routing.linkstate.LinkStateConfig;
import hopscope.protocol.routing.linkstate.LinkStateRouter;
import hopscope.protocol.routing.linkstate.RepairSpace;
import hopscope.protocol.routing.linkstate.SourceRouter;
import hopscope.protocol.routing.linkstate.Spread;
import hopscope.protocol.routing.rip.RipConfig;
import hopscope.protocol.routing.rip.RipRouter;
import hopscope.protocol.routing.rip.SplitHorizon;
import hopscope.protocol.session.SessionConfig;
import hopscope.random.Keys;
import hopscope.scenario.FeasibleSettings;
import hopscope.scenario.LinkState;
import hopscope.scenario.LinkStateSettings;
import hopscope.scenario.Plugin;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.ReliabilitySpec;
import hopscope.scenario.RipSettings;
import hopscope.scenario.RipSettings.UpdateRule;
import hopscope.scenario.RoutingSpec.DistanceVector;
import hopscope.scenario.RoutingSpec.SourceRouting;
import hopscope.scenario.RoutingSpec.Start;
import hopscope.scenario.Scenario;
import hopscope.scenario.SessionSpec;
import hopscope.scenario.Switch;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Makes the nodes of a run as its scenario and protocol say. */
public final class NodeFactory {
    private final RouterFactory routers;

    /** One simulated node acts at a time, so these share the room that they need for that. */
    private final RouterFactory simulatedRouters;

    private final boolean startsWarm;
    private final ReliabilityConfig reliability;
    private final SessionConfig session;
    private final int hopLimit;
    private final long purpose;

    /** For the nodes of one run; their random streams derive from its seed. */
    public NodeFactory(Scenario scenario, ProtocolSpec protocol, long seed) {
        this(scenario, protocol, seed, node -> true);
    }

    /**
     * @param isFollowed tells of each node whether anybody wants to know when its routes change
     */
    NodeFactory(Scenario scenario, ProtocolSpec protocol, long seed, IntPredicate isFollowed) {
        RepairSpace shared = new RepairSpace();
        TableMerge merge = new TableMerge();
        this.routers = routers(protocol);
        this.simulatedRouters = routers(protocol, () -> shared, () -> merge, isFollowed);
        this.startsWarm =
                protocol.settings() instanceof LinkStateSettings settings && settings.warmStart() == Switch.ON;
        this.reliability = reliability(scenario.reliability());
        this.session = session(scenario.session());
        this.hopLimit = scenario.routing().hopLimit();
        this.purpose = Keys.of(seed, "node");
    }

    /** Makes the routers of a protocol with its settings; they share nothing. */
    public static RouterFactory routers(ProtocolSpec protocol) {
        return routers(protocol, RepairSpace::new, TableMerge::new, node -> true);
    }

    /** The one place that tells the protocols apart. */
    private static RouterFactory routers(
            ProtocolSpec protocol, Supplier<RepairSpace> spaces, Supplier<TableMerge> merges, IntPredicate isFollowed) {
        if (protocol.use() instanceof Plugin plugin) {
            return plugin.routers(protocol.settings());
        }
        return switch ((Protocol) protocol.use()) {
            case SOURCE_ROUTING -> sourceRouting(protocol.settings(SourceRouting.class), spaces, isFollowed);
            case DISTANCE_VECTOR -> distanceVector(protocol.settings(DistanceVector.class), merges);
            case DISTANCE_VECTOR_RIP -> rip(protocol.settings(RipSettings.class));
            case DISTANCE_VECTOR_FEASIBLE -> feasible(protocol.settings(FeasibleSettings.class));
            case LINK_STATE -> linkState(protocol.settings(LinkState.class), spaces);
        };
    }

    private static RouterFactory sourceRouting(
            SourceRouting spec, Supplier<RepairSpace> spaces, IntPredicate isFollowed) {
        LinkStateConfig config = linkStateConfig(spec);
        return (self, neighbours, random, storage) ->
                new SourceRouter(self, neighbours, config, random, storage, spaces.get(), isFollowed.test(self));
    }

    private static RouterFactory linkState(LinkState spec, Supplier<RepairSpace> spaces) {
        LinkStateConfig config = linkStateConfig(spec);
        return (self, neighbours, random, storage) ->
                new LinkStateRouter(self, neighbours, config, random, storage, spaces.get());
    }

    private static LinkStateConfig linkStateConfig(LinkStateSettings spec) {
        return new LinkStateConfig(
                new GossipConfig(
                        spec.interval().nanos(),
                        spec.fanout(),
                        spec.jitter().fraction(),
                        spec.start() == Start.TOGETHER),
                Spread.valueOf(spec.spread().name()),
                new Ageing(spec.maxAge().nanos(), spec.refresh().nanos()),
                EqualCost.valueOf(spec.equalCost().name()),
                spec.routeErrors() == Switch.ON,
                spec.stableSequence() == Switch.ON);
    }

    private static RouterFactory distanceVector(DistanceVector spec, Supplier<TableMerge> merges) {
        GossipConfig config = new GossipConfig(
                spec.interval().nanos(), spec.fanout(), spec.jitter().fraction(), spec.start() == Start.TOGETHER);
        return (self, neighbours, random, storage) ->
                new DistanceVectorRouter(self, neighbours, config, random, merges.get());
    }

    private static RouterFactory rip(RipSettings spec) {
        UpdateTiming timing = spec.updates() == UpdateRule.TRIGGERED
                ? UpdateTiming.every(spec.interval().nanos(), spec.jitter().fraction())
                : UpdateTiming.regular(spec.interval().nanos(), spec.jitter().fraction());
        SplitHorizon splitHorizon = switch (spec.splitHorizon()) {
            case NONE -> SplitHorizon.NONE;
            case SIMPLE -> SplitHorizon.SIMPLE;
            case POISONED -> SplitHorizon.POISONED;
        };
        RipConfig config = new RipConfig(
                spec.start() == Start.TOGETHER ? timing.inStep() : timing,
                spec.infinity(),
                splitHorizon,
                spec.timeout().nanos(),
                spec.garbage().nanos());
        return (self, neighbours, random, storage) -> new RipRouter(self, neighbours, config, random);
    }

    private static RouterFactory feasible(FeasibleSettings spec) {
        FeasibleConfig config = new FeasibleConfig(
                UpdateTiming.every(spec.interval().nanos(), spec.jitter().fraction()),
                spec.timeout().nanos());
        return (self, neighbours, random, storage) -> new FeasibleRouter(self, neighbours, config, random, storage);
    }

    /** What a node is told of reliable messages. */
    public static ReliabilityConfig reliability(ReliabilitySpec spec) {
        return new ReliabilityConfig(
                spec.window(),
                spec.timeout().nanos(),
                spec.backoff(),
                spec.retries(),
                spec.jitter().fraction(),
                spec.retain().nanos(),
                ReliabilityConfig.DEFAULT_RETAIN_LIMIT);
    }

    /** What a node is told of sessions; without keepalive if there is no spec. */
    private static SessionConfig session(SessionSpec spec) {
        return spec == null
                ? SessionConfig.DEFAULT
                : SessionConfig.DEFAULT.withKeepalive(
                        spec.keepalive().nanos(), spec.deadAfter().nanos());
    }

    /**
     * A new node.
     *
     * @param life 0 for the first, 1 after a restart, …; each has a random stream of its own
     * @param storage of all lives of the node
     */
    Node create(int id, int life, StableStorage storage) {
        return new Node(config(id), simulatedRouters, randomKey(id, life), storage);
    }

    /** Whether nodes begin with everything known: see {@link WarmStart}. */
    boolean startsWarm() {
        return startsWarm;
    }

    /** What a node is told at birth. */
    public NodeConfig config(int id) {
        return new NodeConfig(id, hopLimit, session, reliability);
    }

    /** Makes the routers of all nodes. */
    public RouterFactory routers() {
        return routers;
    }

    /** Key of the random stream of one life of a node, see {@link #create}. */
    public long randomKey(int id, int life) {
        return Keys.of(Keys.of(purpose, id), life);
    }
}
