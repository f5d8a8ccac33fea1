package hopscope.tcp;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.SortedMap;

/**
 * How a node is, at one moment.
 *
 * @param id of the node
 * @param listen where it accepts connections
 * @param nowNanos the moment, in the node's time
 * @param unacknowledged messages in the window
 * @param connections open, those that no peer is known of included
 * @param routes entries that the routing protocol holds
 * @param peers one for each configured peer, ascending by id
 * @param counters what happened since the start, by name: those of the state machine ({@code messages.sent}, …),
 *     of frames ({@code malformed.BAD_CHECKSUM}, {@code routed.PATH_LOOP}, …) and of connections ({@code
 *     refused.UNKNOWN_KEY}, …). All names are always there
 */
public record TcpStatus(
        int id,
        InetSocketAddress listen,
        long nowNanos,
        int unacknowledged,
        int connections,
        int routes,
        List<Peer> peers,
        SortedMap<String, Long> counters) {
    /**
     * A configured peer.
     *
     * @param id of the node
     * @param address where it listens
     * @param state of the link to it
     * @param dialledByUs whether this end opened the connection; false without one
     * @param software as the peer says; empty before its HELLO
     * @param version of the protocol agreed on, 0 before
     * @param queuedBytes waiting to be written
     */
    public record Peer(
            int id,
            InetSocketAddress address,
            PeerState state,
            boolean dialledByUs,
            String software,
            int version,
            int queuedBytes) {}

    /** How the link to a peer is. */
    public enum PeerState {
        /** No connection; the next attempt is planned. */
        WAITING,
        /** A connection is being opened. */
        DIALLING,
        /** Connected; the handshake of the nodes goes on. */
        CONNECTING,
        /** The peer is a neighbour. */
        ESTABLISHED,
        /** Held down by {@link TcpNode#disconnect}. */
        HELD_DOWN
    }
}
