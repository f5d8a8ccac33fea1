package hopscope.scenario;

import hopscope.protocol.Effects;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RouteError;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.Router;

/**
 * A router of a plugin as Hopscope calls it: what it throws, and what it answers that would bring Hopscope down, becomes a
 * {@link PluginFailure}, so that nobody looks for the fault in the wrong place.
 */
final class PluginRouter implements Router {
    /** Wake-ups at one instant after which a router is taken to never rest: far more than any has use for. */
    private static final int WAKE_UPS_MAX = 1_000;

    private final Plugin plugin;
    private final Neighbours neighbours;
    private final Router router;
    private long wokenAtNanos = -1;
    private int wakeUps;

    PluginRouter(Plugin plugin, Neighbours neighbours, Router router) {
        this.plugin = plugin;
        this.neighbours = neighbours;
        this.router = router;
    }

    @Override
    public void start(long nowNanos, Effects out) {
        try {
            router.start(nowNanos, out);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("start", e);
        }
    }

    @Override
    public void neighbourUp(int slot, Effects out) {
        try {
            router.neighbourUp(slot, out);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("neighbourUp", e);
        }
    }

    @Override
    public void neighbourDown(int slot, Effects out) {
        try {
            router.neighbourDown(slot, out);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("neighbourDown", e);
        }
    }

    @Override
    public boolean receive(long nowNanos, int slot, Message message, Effects out) {
        try {
            return router.receive(nowNanos, slot, message, out);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("receive", e);
        }
    }

    @Override
    public void expire(long nowNanos, Effects out) {
        wakeUps = nowNanos == wokenAtNanos ? wakeUps + 1 : 0;
        wokenAtNanos = nowNanos;
        if (wakeUps > WAKE_UPS_MAX) {
            throw plugin.broken("wants to be woken again and again at one instant: its deadline " + deadlineNanos()
                    + " is never after " + nowNanos);
        }
        try {
            router.expire(nowNanos, out);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("expire", e);
        }
    }

    @Override
    public void leave(long nowNanos, Effects out) {
        try {
            router.leave(nowNanos, out);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("leave", e);
        }
    }

    @Override
    public boolean hasLeft() {
        try {
            return router.hasLeft();
        } catch (RuntimeException | Error e) {
            throw plugin.failure("hasLeft", e);
        }
    }

    @Override
    public long deadlineNanos() {
        try {
            return router.deadlineNanos();
        } catch (RuntimeException | Error e) {
            throw plugin.failure("deadlineNanos", e);
        }
    }

    @Override
    public int[] pathTo(int destination) {
        try {
            return router.pathTo(destination);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("pathTo", e);
        }
    }

    @Override
    public int[] pathTo(int destination, long messageId) {
        try {
            return router.pathTo(destination, messageId);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("pathTo", e);
        }
    }

    @Override
    public int nextHop(RoutedMessage message) {
        int next = unchecked(message);
        if (next != NO_ROUTE && (next < 0 || neighbours.connectedSlotOf(next) == Neighbours.NO_SLOT)) {
            throw plugin.broken(
                    "answers nextHop for " + message.destination() + " with " + next + ", which is no neighbour");
        }
        return next;
    }

    private int unchecked(RoutedMessage message) {
        try {
            return router.nextHop(message);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("nextHop", e);
        }
    }

    @Override
    public RouteError routeError(RoutedMessage dropped, int hopLimit) {
        try {
            return router.routeError(dropped, hopLimit);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("routeError", e);
        }
    }

    @Override
    public void receiveRouteError(long nowNanos, RouteError error, Effects out) {
        try {
            router.receiveRouteError(nowNanos, error, out);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("receiveRouteError", e);
        }
    }

    @Override
    public boolean carriesPath() {
        try {
            return router.carriesPath();
        } catch (RuntimeException | Error e) {
            throw plugin.failure("carriesPath", e);
        }
    }

    @Override
    public int via(int destination) {
        try {
            return router.via(destination);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("via", e);
        }
    }

    @Override
    public int distance(int destination) {
        try {
            return router.distance(destination);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("distance", e);
        }
    }

    @Override
    public boolean isLoopFree() {
        try {
            return router.isLoopFree();
        } catch (RuntimeException | Error e) {
            throw plugin.failure("isLoopFree", e);
        }
    }

    @Override
    public boolean tellsAtOnce() {
        try {
            return router.tellsAtOnce();
        } catch (RuntimeException | Error e) {
            throw plugin.failure("tellsAtOnce", e);
        }
    }

    @Override
    public long touch(int depth) {
        try {
            return router.touch(depth);
        } catch (RuntimeException | Error e) {
            throw plugin.failure("touch", e);
        }
    }

    /** A forecast that is no neighbour is none. */
    @Override
    public int likelyPeer() {
        try {
            int peer = router.likelyPeer();
            return peer < 0 || neighbours.connectedSlotOf(peer) == Neighbours.NO_SLOT ? NO_ROUTE : peer;
        } catch (RuntimeException | Error e) {
            throw plugin.failure("likelyPeer", e);
        }
    }

    @Override
    public int entryCount() {
        try {
            return router.entryCount();
        } catch (RuntimeException | Error e) {
            throw plugin.failure("entryCount", e);
        }
    }
}
