package hopscope.protocol;

import hopscope.protocol.message.Message;

/**
 * What a node does to its world. A sink is passed with every input; the node keeps no reference to it.
 *
 * <p>Node ids are not negative. Arrays handed over are immutable by agreement: neither side changes them.
 */
public interface Effects {
    /** Puts a message on the link to a peer. */
    void transmit(int peer, Message message);

    /**
     * Hands a message to the application, once.
     *
     * @param source the node that sent it
     * @param id its snowflake id, unique together with the source
     * @param payload not to be changed
     * @param hops links that this copy crossed
     */
    void deliver(int source, long id, byte[] payload, int hops);

    /** A message that this node had sent was acknowledged; its place in the window is free. */
    void acknowledged(long id, int destination);

    /** A message that this node had accepted is reported as lost; it may have been delivered all the same. */
    void abandoned(long id, int destination, AbandonReason reason);

    /**
     * The route to a destination changed.
     *
     * @param destination which route
     * @param oldVia the old {@link hopscope.protocol.routing.RouteView#via}, or -1
     * @param oldDistance the old distance, or -1
     * @param via the new one, or -1 when there is no route any more
     * @param distance the new distance, or -1
     */
    void routeChanged(int destination, int oldVia, int oldDistance, int via, int distance);

    /** Several routes changed at once; the same as {@link #routeChanged} for each of them in their order. */
    default void routesChanged(RouteChanges changes) {
        for (int i = 0; i < changes.count(); i++) {
            routeChanged(
                    changes.destination(i),
                    changes.oldVia(i),
                    changes.oldDistance(i),
                    changes.via(),
                    changes.distance(i));
        }
    }

    /** The handshake with a peer succeeded: it is a neighbour now. */
    void sessionUp(int peer);

    /** A neighbour is none any more, or never became one. */
    void sessionDown(int peer, SessionEnd reason);

    /** Why a message was given up. */
    enum AbandonReason {
        /** The last retransmission was not acknowledged in time. */
        RETRIES_EXHAUSTED,
        /** The node stopped. */
        NODE_STOPPED
    }

    /** Why a session ended. */
    enum SessionEnd {
        /** The link went down. */
        LINK_DOWN,
        /** The peer refused us. */
        REJECTED_BY_PEER,
        /** We refused the peer. */
        REJECTED_BY_US,
        /** The node stopped. */
        NODE_STOPPED,
        /** Nothing was heard of the peer for too long. */
        SILENT,
        /** The peer began a new handshake: it has lost the session, by a restart or a silence that we did not notice. */
        LOST_BY_PEER
    }
}
