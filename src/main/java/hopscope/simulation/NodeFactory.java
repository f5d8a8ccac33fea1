package hopscope.simulation;

import hopscope.protocol.StableStorage;
import hopscope.protocol.node.Node;
import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.node.RouterFactory;
import hopscope.protocol.reliability.ReliabilityConfig;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.distancevector.DistanceVectorRouter;
import hopscope.protocol.routing.linkstate.SourceRouter;
import hopscope.protocol.session.SessionConfig;
import hopscope.random.Keys;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.ReliabilitySpec;
import hopscope.scenario.RoutingSpec.DistanceVector;
import hopscope.scenario.RoutingSpec.SourceRouting;
import hopscope.scenario.Scenario;

/** Makes the nodes of a run as its scenario and protocol say. */
public final class NodeFactory {
    private final RouterFactory routers;
    private final ReliabilityConfig reliability;
    private final int hopLimit;
    private final long purpose;

    /** For the nodes of one run; their random streams derive from its seed. */
    public NodeFactory(Scenario scenario, ProtocolSpec protocol, long seed) {
        this.routers = routers(protocol);
        this.reliability = reliability(scenario.reliability());
        this.hopLimit = scenario.routing().hopLimit();
        this.purpose = Keys.of(seed, "node");
    }

    /** Makes the routers of a protocol with its settings: the one place that tells the protocols apart. */
    public static RouterFactory routers(ProtocolSpec protocol) {
        return switch (protocol.use()) {
            case SOURCE_ROUTING -> sourceRouting(protocol.settings(SourceRouting.class));
            case DISTANCE_VECTOR -> distanceVector(protocol.settings(DistanceVector.class));
        };
    }

    private static RouterFactory sourceRouting(SourceRouting spec) {
        GossipConfig config = new GossipConfig(
                spec.interval().nanos(), spec.fanout(), spec.jitter().fraction());
        return (self, neighbours, random, storage) -> new SourceRouter(self, neighbours, config, random);
    }

    private static RouterFactory distanceVector(DistanceVector spec) {
        GossipConfig config = new GossipConfig(
                spec.interval().nanos(), spec.fanout(), spec.jitter().fraction());
        return (self, neighbours, random, storage) -> new DistanceVectorRouter(self, neighbours, config, random);
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

    /**
     * A new node.
     *
     * @param life 0 for the first, 1 after a restart, …; each has a random stream of its own
     * @param storage of all lives of the node
     */
    Node create(int id, int life, StableStorage storage) {
        return new Node(config(id), routers, randomKey(id, life), storage);
    }

    /** What a node is told at birth. */
    public NodeConfig config(int id) {
        return new NodeConfig(id, hopLimit, SessionConfig.DEFAULT, reliability);
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
