package hopscope.protocol.routing;

import hopscope.protocol.Effects;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RouteError;
import hopscope.protocol.message.RoutedMessage;

/**
 * A routing protocol: the thing under comparison. A pure state machine; the node calls it for neighbours that come and
 * go, for its messages, for time that passes, and for every message that is to be sent or forwarded.
 *
 * <p>A router must not be asked about itself as a destination.
 */
public interface Router extends RouteView {
    /** The node begins to run. */
    void start(long nowNanos, Effects out);

    /** A neighbour came; {@link Neighbours} lists it already. */
    void neighbourUp(int slot, Effects out);

    /** A neighbour went; {@link Neighbours} lists it no more. */
    void neighbourDown(int slot, Effects out);

    /**
     * A message came from a neighbour.
     *
     * @return whether it was one of this protocol's
     */
    boolean receive(long nowNanos, int slot, Message message, Effects out);

    /** Time passed; does nothing before the deadline. */
    void expire(long nowNanos, Effects out);

    /**
     * The node is about to end and says so while it still can: takes back what it told of itself, where the protocol has a
     * word for that, and goes on forwarding until it is no more. Comes once; a protocol whose neighbours learn everything
     * from the end of the session does nothing.
     */
    default void leave(long nowNanos, Effects out) {}

    /** After {@link #leave}: whether all neighbours have taken note; O(neighbours). */
    default boolean hasLeft() {
        return true;
    }

    /** When {@link #expire} is due, or a time that has passed if something is to be done at once; any input may change it. */
    long deadlineNanos();

    /**
     * The path that a message to a destination is to carry: from this node to the destination, both included; {@link
     * RoutedMessage#HOP_BY_HOP} if messages carry none; {@code null} if there is no route and none is carried in vain.
     */
    int[] pathTo(int destination);

    /**
     * The path that a certain message to a destination is to carry: as {@link #pathTo(int)}, unless the protocol spreads
     * messages over equally good paths.
     *
     * @param messageId id of the message, or of the one that it acknowledges
     */
    default int[] pathTo(int destination, long messageId) {
        return pathTo(destination);
    }

    /**
     * The neighbour to pass a message on to.
     *
     * @return a node with an established session, or {@link #NO_ROUTE}
     */
    int nextHop(RoutedMessage message);

    /**
     * What to tell the source of a message from elsewhere that finds no next hop here.
     *
     * @param hopLimit that the report begins with
     * @return {@code null} if the protocol tells nothing
     */
    default RouteError routeError(RoutedMessage dropped, int hopLimit) {
        return null;
    }

    /** A route error came, about a message of this node, by the end of a link on that message's path. */
    default void receiveRouteError(long nowNanos, RouteError error, Effects out) {}
}
