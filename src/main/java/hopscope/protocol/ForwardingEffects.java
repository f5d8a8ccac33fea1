package hopscope.protocol;

import hopscope.protocol.message.Message;

/**
 * Passes all effects on; subclasses look at some. Routes that change together are passed on one by one, by way of {@link
 * #routeChanged}, so that a subclass that looks at routes sees them all.
 */
public class ForwardingEffects implements Effects {
    private final Effects out;

    /** @param out is told everything */
    public ForwardingEffects(Effects out) {
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
