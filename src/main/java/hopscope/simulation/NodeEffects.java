package hopscope.simulation;

import hopscope.protocol.Effects;
import hopscope.protocol.RouteChanges;
import hopscope.protocol.message.Message;

/** Turns what the current node does into events, observations and a part of the fingerprint. */
final class NodeEffects implements Effects {
    private final Simulation simulation;
    private int node;

    NodeEffects(Simulation simulation) {
        this.simulation = simulation;
    }

    /** From now on effects are those of this node. */
    void enter(int index) {
        node = index;
    }

    @Override
    public void transmit(int peer, Message message) {
        simulation.transmit(node, peer, message);
    }

    @Override
    public void deliver(int source, long id, byte[] payload, int hops) {
        note(1, source, hops);
        simulation.notes().add(id);
        simulation.observer().delivered(simulation.nowNanos(), node, source, id, hops);
    }

    @Override
    public void acknowledged(long id, int destination) {
        note(2, destination, 0);
        simulation.notes().add(id);
    }

    @Override
    public void abandoned(long id, int destination, AbandonReason reason) {
        note(3, destination, reason.ordinal());
        simulation.notes().add(id);
        simulation.observer().abandoned(simulation.nowNanos(), node, id);
    }

    @Override
    public void routeChanged(int destination, int oldVia, int oldDistance, int via, int distance) {
        note(4, destination, via);
        simulation.notes().add(distance);
        simulation
                .observer()
                .routeChanged(simulation.nowNanos(), node, destination, oldVia, oldDistance, via, distance);
    }

    @Override
    public void routesChanged(RouteChanges changes) {
        Fingerprint notes = simulation.notes();
        for (int i = 0; i < changes.count(); i++) {
            notes.add(first(4, changes.destination(i)), changes.via(), changes.distance(i));
        }
        simulation.observer().routesChanged(simulation.nowNanos(), node, changes);
    }

    @Override
    public void sessionUp(int peer) {
        note(5, peer, 0);
    }

    @Override
    public void sessionDown(int peer, SessionEnd reason) {
        note(6, peer, reason.ordinal());
    }

    private void note(int what, int first, int second) {
        Fingerprint notes = simulation.notes();
        notes.add(first(what, first));
        notes.add(second);
    }

    private long first(int what, int first) {
        return (long) what << 56 ^ (long) node << 28 ^ first;
    }
}
