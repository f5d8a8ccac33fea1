package hopscope.protocol.node;

import hopscope.protocol.Effects;
import hopscope.protocol.ForwardingEffects;
import hopscope.protocol.RouteChanges;
import hopscope.protocol.message.Message;

/** Passes all effects on, and tells the sessions what is sent. Lives as long as one input. */
final class NotingEffects extends ForwardingEffects {
    private final long nowNanos;
    private final SessionTable sessions;
    private final Effects out;

    NotingEffects(long nowNanos, SessionTable sessions, Effects out) {
        super(out);
        this.nowNanos = nowNanos;
        this.sessions = sessions;
        this.out = out;
    }

    @Override
    public void transmit(int peer, Message message) {
        sessions.noteSent(nowNanos, peer);
        super.transmit(peer, message);
    }

    @Override
    public void routesChanged(RouteChanges changes) {
        // Nothing is looked at here, so they stay together.
        out.routesChanged(changes);
    }
}
