package hopscope.tcp;

import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.session.SessionConfig;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * What a node on TCP is told at birth.
 *
 * @param node of the state machine; what its session says of software and keepalive is replaced by what is said here
 * @param listen address to accept connections on; port 0 for any that is free
 * @param peers its neighbours to be; nobody else is let in
 * @param security how connections are protected
 * @param limits what strangers may cost
 * @param softwareVersion name and version of this program, as HELLO tells it
 * @param epochMillis begin of the node's time, in milliseconds of the wall clock since 1970; not after now. The same
 *     over all lives of a node, so that its message ids grow over restarts
 */
public record TcpNodeConfig(
        NodeConfig node,
        InetSocketAddress listen,
        List<PeerAddress> peers,
        Security security,
        TcpLimits limits,
        String softwareVersion,
        long epochMillis) {
    public TcpNodeConfig {
        peers = List.copyOf(peers);
    }

    /** What the state machine is told: the node's configuration with this one's software and keepalive. */
    NodeConfig coreConfig() {
        SessionConfig session = node.session();
        return new NodeConfig(
                node.id(),
                node.hopLimit(),
                new SessionConfig(
                        session.minVersion(),
                        session.maxVersion(),
                        session.features(),
                        session.requiredFeatures(),
                        softwareVersion,
                        session.helloTimeoutNanos(),
                        session.helloTimeoutMaxNanos(),
                        limits.keepaliveNanos(),
                        limits.deadAfterNanos()),
                node.reliability());
    }
}
