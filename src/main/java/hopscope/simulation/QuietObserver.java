package hopscope.simulation;

import hopscope.protocol.message.Message;

/** Watches nothing; subclasses override what they want to see. */
public class QuietObserver implements SimulationObserver {
    @Override
    public void begin(NetworkView network) {}

    @Override
    public void disturbed(long nowNanos) {}

    @Override
    public void linkChanged(long nowNanos, int link, boolean live) {}

    @Override
    public void nodeChanged(long nowNanos, int node, boolean up) {}

    @Override
    public void routeChanged(
            long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {}

    @Override
    public void transmitted(long nowNanos, int node, Message message) {}

    @Override
    public void accepted(long nowNanos, int node, long id, int destination) {}

    @Override
    public void windowFull(long nowNanos, int node) {}

    @Override
    public void delivered(long nowNanos, int node, int source, long id, int hops) {}

    @Override
    public void abandoned(long nowNanos, int node, long id) {}

    @Override
    public void eventDone(long nowNanos) {}

    @Override
    public void end(long nowNanos) {}
}
