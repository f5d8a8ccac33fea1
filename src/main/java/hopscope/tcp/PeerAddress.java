package hopscope.tcp;

import java.net.InetSocketAddress;

/**
 * A neighbour to be: the node at the other end of a link.
 *
 * @param id of the node
 * @param address where it listens
 * @param keyFingerprint of its key, see {@link hopscope.tcp.identity.Identity#fingerprint()}; {@code null} without TLS
 * @param cost of the link in the unit of the routing metric, at least 1
 */
public record PeerAddress(int id, InetSocketAddress address, String keyFingerprint, int cost) {}
