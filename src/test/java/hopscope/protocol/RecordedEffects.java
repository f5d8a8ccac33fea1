package hopscope.protocol;

import hopscope.protocol.message.Message;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps what it gets: one line for each effect, and the messages by themselves. */
public final class RecordedEffects implements Effects {
    /** A message on its way to a peer. */
    public record Sent(int peer, Message message) {}

    private final List<String> lines = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();

    @Override
    public void transmit(int peer, Message message) {
        sent.add(new Sent(peer, message));
    }

    @Override
    public void deliver(int source, long id, byte[] payload, int hops) {
        lines.add("deliver from " + source + " hops " + hops);
    }

    @Override
    public void acknowledged(long id, int destination) {
        lines.add("acknowledged by " + destination);
    }

    @Override
    public void abandoned(long id, int destination, AbandonReason reason) {
        lines.add("abandoned for " + destination + " " + reason);
    }

    @Override
    public void routeChanged(int destination, int oldVia, int oldDistance, int via, int distance) {
        lines.add("route " + destination + ": " + oldVia + "/" + oldDistance + " -> " + via + "/" + distance);
    }

    @Override
    public void sessionUp(int peer) {
        lines.add("up " + peer);
    }

    @Override
    public void sessionDown(int peer, SessionEnd reason) {
        lines.add("down " + peer + " " + reason);
    }

    /** The lines since the last call. */
    public List<String> takeLines() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** The messages since the last call. */
    public List<Sent> takeSent() {
        List<Sent> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** The one message since the last call. */
    public Sent takeOnlySent() {
        if (sent.size() != 1) {
            throw new AssertionError("expected one message, not " + sent);
        }
        return takeSent().get(0);
    }
}
