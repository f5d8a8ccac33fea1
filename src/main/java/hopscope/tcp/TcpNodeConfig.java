package hopscope.tcp;

import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.session.SessionConfig;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a node on TCP is told at birth.
 *
 * @param node of the state machine; what its session says of software and keepalive is replaced by what is said here
 * @param listen address to accept connections on; port 0 for any that is free
 * @param peers its neighbours to be; nobody else is let in
 * @param security how connections are protected
 * @param limits what strangers may cost
 * @param softwareVersion name and version of this program, as HELLO tells it
 * @param epochMillis begin of the node's time, in milliseconds of the wall clock since 1970. The same over all lives of a
 *     node, so that the times in its message ids are right
 */
public record TcpNodeConfig(
        NodeConfig node,
        InetSocketAddress listen,
        List<PeerAddress> peers,
        Security security,
        TcpLimits limits,
        String softwareVersion,
        long epochMillis) {
    /**
     * @throws IllegalArgumentException if the software has no name that HELLO can carry, or security and peers do not fit
     *     together: another node's identity, or two keys for one node
     */
    public TcpNodeConfig {
        peers = List.copyOf(peers);
        if (!Hello.isSoftwareName(softwareVersion)) {
            throw new IllegalArgumentException("software must be up to " + Hello.MAX_SOFTWARE_LENGTH
                    + " printable ASCII characters, not '" + softwareVersion + "'");
        }
        if (security instanceof Security.Tls tls) {
            security = new Security.Tls(tls.own(), withKeysOf(peers, tls.allowList()));
            if (tls.own().nodeId() != node.id()) {
                throw new IllegalArgumentException("node " + node.id() + " has the identity of node "
                        + tls.own().nodeId());
            }
        }
    }

    private static Map<Integer, String> withKeysOf(List<PeerAddress> peers, Map<Integer, String> allowList) {
        Map<Integer, String> keys = new TreeMap<>(allowList);
        for (PeerAddress peer : peers) {
            String listed = keys.get(peer.id());
            if (peer.keyFingerprint() != null) {
                keys.put(peer.id(), peer.keyFingerprint());
                if (listed != null && !listed.equals(peer.keyFingerprint())) {
                    throw new IllegalArgumentException("two keys for node " + peer.id());
                }
            } else if (listed == null) {
                throw new IllegalArgumentException("no key for node " + peer.id());
            }
        }
        return keys;
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
