package hopscope.testbed;

import hopscope.protocol.node.RouterFactory;
import hopscope.protocol.session.SessionConfig;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.RoutingSpec.PathMetric;
import hopscope.scenario.Scenario;
import hopscope.scenario.SessionSpec;
import hopscope.simulation.Links;
import hopscope.simulation.NodeFactory;
import hopscope.tcp.PeerAddress;
import hopscope.tcp.Security;
import hopscope.tcp.TcpLimits;
import hopscope.tcp.TcpNodeConfig;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/** What each node of a testbed is told: addresses, identities, neighbours, settings. Immutable once made. */
final class NodeSetup {
    /** On loopback a peer that is up answers at once: no reason to wait long for one that starts. */
    private static final long REDIAL_MIN_NANOS = 10_000_000L;

    private static final long REDIAL_MAX_NANOS = 40_000_000L;

    /** Here the smaller id always gets through. Frames wait as long as the link says, the connection itself does not. */
    private static final long HEAD_START_NANOS = 2_000_000_000L;

    /** With silent cuts the ends must notice by themselves, with frames that a simulated run does not have. */
    private static final long KEEPALIVE_NANOS = 250_000_000L;

    private static final long DEAD_AFTER_NANOS = 1_000_000_000L;

    private final Topology topology;
    private final Links links;
    private final PathMetric metric;
    private final NodeFactory factory;
    private final long keepaliveNanos;
    private final long deadAfterNanos;
    private final NodeAddresses addresses;

    NodeSetup(
            Scenario scenario,
            Topology topology,
            ProtocolSpec protocol,
            long seed,
            Links links,
            boolean silentCuts,
            NodeAddresses addresses) {
        this.topology = topology;
        this.links = links;
        this.metric = protocol.settings().metric();
        this.factory = new NodeFactory(scenario, protocol, seed);
        SessionSpec session = scenario.session();
        long keepalive = silentCuts ? KEEPALIVE_NANOS : 0;
        long deadAfter = silentCuts ? DEAD_AFTER_NANOS : 0;
        this.keepaliveNanos = session == null ? keepalive : session.keepalive().nanos();
        this.deadAfterNanos = session == null ? deadAfter : session.deadAfter().nanos();
        this.addresses = addresses;
    }

    /** The configuration of a node; the same for every life. */
    TcpNodeConfig config(int node) {
        List<PeerAddress> peers = new ArrayList<>();
        for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
            int peer = topology.neighbourAt(at);
            int cost = links.cost(topology.linkAt(at), metric);
            peers.add(new PeerAddress(peer, addresses.of(peer), addresses.fingerprint(peer), cost));
        }
        // The same name in HELLO as in a simulated run, so that frames have the same length.
        return new TcpNodeConfig(
                factory.config(node),
                addresses.of(node),
                peers,
                security(node),
                limits(),
                SessionConfig.DEFAULT.software(),
                addresses.epochMillis());
    }

    private Security security(int node) {
        return addresses.isEncrypted()
                ? new Security.Tls(addresses.identity(node), addresses.fingerprints())
                : new Security.None();
    }

    private TcpLimits limits() {
        TcpLimits usual = TcpLimits.DEFAULT;
        return new TcpLimits(
                usual.maxConnections(),
                usual.maxConnections(),
                usual.handshakeTimeoutNanos(),
                usual.writeQueueBytes(),
                REDIAL_MIN_NANOS,
                REDIAL_MAX_NANOS,
                HEAD_START_NANOS,
                keepaliveNanos,
                deadAfterNanos);
    }

    RouterFactory routers() {
        return factory.routers();
    }

    /** Key of the random stream of one life of a node, as in a simulated run. */
    long randomKey(int node, int life) {
        return factory.randomKey(node, life);
    }
}
