package hopscope.protocol;

import hopscope.protocol.message.Message;

/** Effects that nobody sees; subclasses look at some. */
public class NoEffects implements Effects {
    @Override
    public void transmit(int peer, Message message) {}

    @Override
    public void deliver(int source, long id, byte[] payload, int hops) {}

    @Override
    public void acknowledged(long id, int destination) {}

    @Override
    public void abandoned(long id, int destination, AbandonReason reason) {}

    @Override
    public void routeChanged(int destination, int oldVia, int oldDistance, int via, int distance) {}

    @Override
    public void sessionUp(int peer) {}

    @Override
    public void sessionDown(int peer, SessionEnd reason) {}
}
