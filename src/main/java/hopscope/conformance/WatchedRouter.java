package hopscope.conformance;

import hopscope.protocol.Effects;
import hopscope.protocol.ForwardingEffects;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RouteError;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.Router;
import java.util.Arrays;
import java.util.function.Consumer;

/** Passes everything on to a router and compares what it answers with what {@link Router} promises. */
final class WatchedRouter implements Router {
    /** Wake-ups at one instant after which a router is taken to never rest. */
    private static final int WAKE_UPS_MAX = 500;

    private final int self;
    private final int nodes;
    private final Neighbours neighbours;
    private final Router router;
    private final Consumer<String> complaints;
    private final Consumer<Message> sent;
    private final int[] via;
    private final int[] distance;
    private long wokenAtNanos = -1;
    private int wakeUps;

    /**
     * @param nodes ids are 0 to this, exclusive
     * @param complaints hears of every broken promise
     * @param sent hears of every message
     */
    WatchedRouter(
            int self,
            int nodes,
            Neighbours neighbours,
            Router router,
            Consumer<String> complaints,
            Consumer<Message> sent) {
        this.self = self;
        this.nodes = nodes;
        this.neighbours = neighbours;
        this.router = router;
        this.complaints = complaints;
        this.sent = sent;
        this.via = new int[nodes];
        this.distance = new int[nodes];
        Arrays.fill(via, NO_ROUTE);
        Arrays.fill(distance, NO_ROUTE);
    }

    private void require(boolean kept, String complaint) {
        if (!kept) {
            complaints.accept("node " + self + ": " + complaint);
        }
    }

    private boolean isNeighbour(int node) {
        int slot = node < 0 ? Neighbours.NO_SLOT : neighbours.slotOf(node);
        return slot != Neighbours.NO_SLOT && neighbours.isConnected(slot);
    }

    private Effects watching(Effects out) {
        return new ForwardingEffects(out) {
            @Override
            public void transmit(int peer, Message message) {
                require(isNeighbour(peer), "sends to " + peer + ", which is no neighbour");
                sent.accept(message);
                super.transmit(peer, message);
            }

            @Override
            public void routeChanged(int destination, int oldVia, int oldDistance, int newVia, int newDistance) {
                if (destination < 0 || destination >= nodes || destination == self) {
                    complaints.accept("node " + self + ": reports a route to " + destination);
                    return;
                }
                require(
                        oldVia == via[destination] && oldDistance == distance[destination],
                        "reports that the route to " + destination + " was " + oldDistance + " via " + oldVia
                                + ", and it was " + distance[destination] + " via " + via[destination]);
                via[destination] = newVia;
                distance[destination] = newDistance;
                super.routeChanged(destination, oldVia, oldDistance, newVia, newDistance);
            }
        };
    }

    /** What the router says of its routes is what it reported. */
    private void compare() {
        for (int destination = 0; destination < nodes; destination++) {
            if (destination != self) {
                int now = router.via(destination);
                int far = router.distance(destination);
                require(
                        now == via[destination] && far == distance[destination],
                        "the route to " + destination + " is " + far + " via " + now + ", but reported was "
                                + distance[destination] + " via " + via[destination]);
                require(
                        (now == NO_ROUTE) == (far == NO_ROUTE) && (far == NO_ROUTE || far >= 1),
                        "the route to " + destination + " is " + far + " via " + now);
                via[destination] = now;
                distance[destination] = far;
            }
        }
        require(router.entryCount() >= 0, "holds " + router.entryCount() + " entries");
    }

    @Override
    public void start(long nowNanos, Effects out) {
        router.start(nowNanos, watching(out));
        compare();
    }

    @Override
    public void neighbourUp(int slot, Effects out) {
        router.neighbourUp(slot, watching(out));
        compare();
    }

    @Override
    public void neighbourDown(int slot, Effects out) {
        router.neighbourDown(slot, watching(out));
        compare();
    }

    @Override
    public boolean receive(long nowNanos, int slot, Message message, Effects out) {
        boolean taken = router.receive(nowNanos, slot, message, watching(out));
        require(taken, "refuses a " + message.type() + " of its own protocol");
        compare();
        return taken;
    }

    @Override
    public void expire(long nowNanos, Effects out) {
        wakeUps = nowNanos == wokenAtNanos ? wakeUps + 1 : 0;
        wokenAtNanos = nowNanos;
        if (wakeUps > WAKE_UPS_MAX) {
            throw new IllegalStateException("the router wants to be woken again and again at one instant: its deadline "
                    + router.deadlineNanos() + " is never after " + nowNanos);
        }
        router.expire(nowNanos, watching(out));
        compare();
    }

    @Override
    public void leave(long nowNanos, Effects out) {
        router.leave(nowNanos, watching(out));
        compare();
    }

    @Override
    public boolean hasLeft() {
        return router.hasLeft();
    }

    @Override
    public long deadlineNanos() {
        return router.deadlineNanos();
    }

    @Override
    public int[] pathTo(int destination) {
        return checked(router.pathTo(destination), destination);
    }

    @Override
    public int[] pathTo(int destination, long messageId) {
        return checked(router.pathTo(destination, messageId), destination);
    }

    private int[] checked(int[] path, int destination) {
        if (path != null && path.length > 0) {
            boolean isPath = path.length >= 2
                    && path[0] == self
                    && path[path.length - 1] == destination
                    && Arrays.stream(path).distinct().count() == path.length;
            require(isPath, "the path to " + destination + " is " + Arrays.toString(path));
            require(router.carriesPath(), "gives a path, though messages carry none");
        } else if (path != null) {
            require(!router.carriesPath(), "gives an empty path, though messages carry theirs");
        }
        return path;
    }

    @Override
    public int nextHop(RoutedMessage message) {
        int next = router.nextHop(message);
        require(
                next == NO_ROUTE || isNeighbour(next),
                "the next hop to " + message.destination() + " is " + next + ", which is no neighbour");
        return next == NO_ROUTE || isNeighbour(next) ? next : NO_ROUTE;
    }

    @Override
    public RouteError routeError(RoutedMessage dropped, int hopLimit) {
        return router.routeError(dropped, hopLimit);
    }

    @Override
    public void receiveRouteError(long nowNanos, RouteError error, Effects out) {
        router.receiveRouteError(nowNanos, error, watching(out));
        compare();
    }

    @Override
    public boolean carriesPath() {
        return router.carriesPath();
    }

    @Override
    public int via(int destination) {
        return router.via(destination);
    }

    @Override
    public int distance(int destination) {
        return router.distance(destination);
    }

    @Override
    public boolean isLoopFree() {
        return router.isLoopFree();
    }

    @Override
    public int entryCount() {
        return router.entryCount();
    }
}
