package hopscope.simulation;

import hopscope.protocol.message.Message;

/** Lets two observers watch one run; the first is always told first. */
public final class ObserverPair implements SimulationObserver {
    private final SimulationObserver first;
    private final SimulationObserver second;

    public ObserverPair(SimulationObserver first, SimulationObserver second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public void begin(NetworkView network) {
        first.begin(network);
        second.begin(network);
    }

    @Override
    public void struck(long nowNanos, FaultStrike strike) {
        first.struck(nowNanos, strike);
        second.struck(nowNanos, strike);
    }

    @Override
    public long optimalSinceNanos() {
        return Math.max(first.optimalSinceNanos(), second.optimalSinceNanos());
    }

    @Override
    public void disturbed(long nowNanos) {
        first.disturbed(nowNanos);
        second.disturbed(nowNanos);
    }

    @Override
    public void linkChanged(long nowNanos, int link, boolean live) {
        first.linkChanged(nowNanos, link, live);
        second.linkChanged(nowNanos, link, live);
    }

    @Override
    public void nodeChanged(long nowNanos, int node, boolean up) {
        first.nodeChanged(nowNanos, node, up);
        second.nodeChanged(nowNanos, node, up);
    }

    @Override
    public void routeChanged(
            long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
        first.routeChanged(nowNanos, node, destination, oldVia, oldDistance, via, distance);
        second.routeChanged(nowNanos, node, destination, oldVia, oldDistance, via, distance);
    }

    @Override
    public void transmitted(long nowNanos, int node, Message message) {
        first.transmitted(nowNanos, node, message);
        second.transmitted(nowNanos, node, message);
    }

    @Override
    public void accepted(long nowNanos, int node, long id, int destination) {
        first.accepted(nowNanos, node, id, destination);
        second.accepted(nowNanos, node, id, destination);
    }

    @Override
    public void windowFull(long nowNanos, int node) {
        first.windowFull(nowNanos, node);
        second.windowFull(nowNanos, node);
    }

    @Override
    public void delivered(long nowNanos, int node, int source, long id, int hops) {
        first.delivered(nowNanos, node, source, id, hops);
        second.delivered(nowNanos, node, source, id, hops);
    }

    @Override
    public void abandoned(long nowNanos, int node, long id) {
        first.abandoned(nowNanos, node, id);
        second.abandoned(nowNanos, node, id);
    }

    @Override
    public void eventDone(long nowNanos) {
        first.eventDone(nowNanos);
        second.eventDone(nowNanos);
    }

    @Override
    public void end(long nowNanos) {
        first.end(nowNanos);
        second.end(nowNanos);
    }
}
