package hopscope.tcp;

import hopscope.protocol.Effects.AbandonReason;
import hopscope.protocol.Effects.SessionEnd;
import hopscope.protocol.message.Message;

/**
 * Hears what a node does. Called on the node's thread, which it must not block, with the node's time in nanoseconds
 * since the epoch of its configuration; see {@link hopscope.protocol.Effects} for what each call means.
 */
public interface TcpNodeListener {
    /** A message for this node, once. */
    default void delivered(long nowNanos, int source, long id, byte[] payload, int hops) {}

    /** A message that this node had sent was acknowledged. */
    default void acknowledged(long nowNanos, long id, int destination) {}

    /** A message that this node had accepted is reported as lost. */
    default void abandoned(long nowNanos, long id, int destination, AbandonReason reason) {}

    /**
     * A peer became a neighbour.
     *
     * @param softwareVersion name and version of its program as it says
     * @param version of the protocol that both agreed on
     */
    default void sessionUp(long nowNanos, int peer, String softwareVersion, int version) {}

    /** A neighbour is none any more, or a handshake was refused. */
    default void sessionDown(long nowNanos, int peer, SessionEnd reason) {}

    /** The route to a destination changed. */
    default void routeChanged(long nowNanos, int destination, int oldVia, int oldDistance, int via, int distance) {}

    /** A message was put on the link to a peer, where it may still be lost. */
    default void transmitted(long nowNanos, int peer, Message message) {}

    /** Something that an operator may want to read: one line without its end. */
    default void log(long nowNanos, String line) {}
}
