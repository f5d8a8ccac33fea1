package hopscope.conformance;

import hopscope.protocol.Effects;
import hopscope.protocol.message.Message;

/** Passes all effects on; subclasses look at some. */
class WatchedEffects implements Effects {
    private final Effects out;

    WatchedEffects(Effects out) {
        this.out = out;
    }

    @Override
    public void transmit(int peer, Message message) {
        out.transmit(peer, message);
    }

    @Override
    public void deliver(int source, long id, byte[] payload, int hops) {
        out.deliver(source, id, payload, hops);
    }

    @Override
    public void acknowledged(long id, int destination) {
        out.acknowledged(id, destination);
    }

    @Override
    public void abandoned(long id, int destination, AbandonReason reason) {
        out.abandoned(id, destination, reason);
    }

    @Override
    public void routeChanged(int destination, int oldVia, int oldDistance, int via, int distance) {
        out.routeChanged(destination, oldVia, oldDistance, via, distance);
    }

    @Override
    public void sessionUp(int peer) {
        out.sessionUp(peer);
    }

    @Override
    public void sessionDown(int peer, SessionEnd reason) {
        out.sessionDown(peer, reason);
    }
}
