package hopscope.simulation;

import hopscope.protocol.RouteChanges;
import hopscope.protocol.message.Message;

/** Passes everything on to another observer; subclasses override what they want to see as well, and call it on. */
public class ForwardingObserver implements SimulationObserver {
    private final SimulationObserver next;

    /** @param next is told everything, and answers what is asked */
    public ForwardingObserver(SimulationObserver next) {
        this.next = next;
    }

    @Override
    public void begin(NetworkView network) {
        next.begin(network);
    }

    @Override
    public void struck(long nowNanos, FaultStrike strike) {
        next.struck(nowNanos, strike);
    }

    @Override
    public long optimalSinceNanos() {
        return next.optimalSinceNanos();
    }

    @Override
    public void disturbed(long nowNanos) {
        next.disturbed(nowNanos);
    }

    @Override
    public void linkChanged(long nowNanos, int link, boolean live) {
        next.linkChanged(nowNanos, link, live);
    }

    @Override
    public void nodeChanged(long nowNanos, int node, boolean up) {
        next.nodeChanged(nowNanos, node, up);
    }

    @Override
    public void routeChanged(
            long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
        next.routeChanged(nowNanos, node, destination, oldVia, oldDistance, via, distance);
    }

    @Override
    public void routesChanged(long nowNanos, int node, RouteChanges changes) {
        next.routesChanged(nowNanos, node, changes);
    }

    @Override
    public void transmitted(long nowNanos, int node, Message message) {
        next.transmitted(nowNanos, node, message);
    }

    @Override
    public void accepted(long nowNanos, int node, long id, int destination) {
        next.accepted(nowNanos, node, id, destination);
    }

    @Override
    public void windowFull(long nowNanos, int node) {
        next.windowFull(nowNanos, node);
    }

    @Override
    public void delivered(long nowNanos, int node, int source, long id, int hops) {
        next.delivered(nowNanos, node, source, id, hops);
    }

    @Override
    public void abandoned(long nowNanos, int node, long id) {
        next.abandoned(nowNanos, node, id);
    }

    @Override
    public void eventDone(long nowNanos) {
        next.eventDone(nowNanos);
    }

    @Override
    public void end(long nowNanos) {
        next.end(nowNanos);
    }
}
