package hopscope.protocol.node;

import hopscope.protocol.Effects;
import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.RouteError;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.routing.RouteView;
import hopscope.protocol.routing.Router;

/** Passes messages on, and tells the sources of those that could not go on. */
final class Forwarding {
    private final int id;
    private final int hopLimit;
    private final Router router;
    private final NodeCounters counters;
    private final RouteErrorLimit routeErrorLimit = new RouteErrorLimit();

    Forwarding(int id, int hopLimit, Router router, NodeCounters counters) {
        this.id = id;
        this.hopLimit = hopLimit;
        this.router = router;
        this.counters = counters;
    }

    /** Passes on a message of another node, or tells its source. */
    void forward(long nowNanos, RoutedMessage message, Effects out) {
        if (!pass(message, out)) {
            reportTo(nowNanos, message, out);
        }
    }

    /** Passes a message on to the next hop, if it may go further; answers whether it did not fail for lack of a next hop. */
    boolean pass(RoutedMessage message, Effects out) {
        int linksNeeded = Math.max(1, message.path().length - 1 - message.hops());
        if (linksNeeded > message.hopLimit()) {
            counters.droppedHopLimit++;
            return true;
        }
        int nextHop = router.nextHop(message);
        if (nextHop == RouteView.NO_ROUTE) {
            counters.droppedNoRoute++;
            return false;
        }
        out.transmit(nextHop, message.forwarded());
        return true;
    }

    /** Tells the source of a message that it could not go on here, if the protocol does so and it was not told too often. */
    private void reportTo(long nowNanos, RoutedMessage dropped, Effects out) {
        RouteError error = dropped.source() == id ? null : router.routeError(dropped, hopLimit);
        if (error == null) {
            return;
        }
        if (routeErrorLimit.take(nowNanos, error.destination())) {
            counters.routeErrorsSent++;
            pass(error, out);
        } else {
            counters.routeErrorsSuppressed++;
        }
    }

    /** Tells the source of a message that it was handled. */
    void acknowledge(int source, long messageId, Effects out) {
        int[] path = router.pathTo(source, messageId);
        if (path == null) {
            counters.droppedNoRoute++;
        } else {
            pass(new AckMessage(id, source, hopLimit, 0, path, messageId), out);
        }
    }

    /** The way to where the message of a route error was going, or {@code null}. */
    int[] pathOf(RouteError error) {
        int destination = error.messageDestination();
        return destination == id ? null : router.pathTo(destination, error.messageId());
    }
}
