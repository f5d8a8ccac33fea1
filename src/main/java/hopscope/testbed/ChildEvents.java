package hopscope.testbed;

import hopscope.protocol.Effects.AbandonReason;
import hopscope.protocol.message.Message;
import hopscope.protocol.wire.FrameCodec;
import hopscope.tcp.TcpNodeListener;
import java.io.PrintStream;
import java.util.Base64;

/** Writes what a node in a process of its own does, a line each; {@link ProcessFleet} reads it. Thread-safe. */
final class ChildEvents implements TcpNodeListener {
    private final PrintStream out;
    private final FrameCodec codec = new FrameCodec();

    ChildEvents(PrintStream out) {
        this.out = out;
    }

    /** One line, at once. */
    synchronized void say(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        out.print(line.append('\n'));
        out.flush();
    }

    @Override
    public void delivered(long nowNanos, int source, long id, byte[] payload, int hops) {
        say("delivered", source, id, hops);
    }

    @Override
    public void acknowledged(long nowNanos, long id, int destination) {
        say("acknowledged", id);
    }

    @Override
    public void abandoned(long nowNanos, long id, int destination, AbandonReason reason) {
        say("abandoned", id);
    }

    @Override
    public void routeChanged(long nowNanos, int destination, int oldVia, int oldDistance, int via, int distance) {
        say("route", destination, oldVia, oldDistance, via, distance);
    }

    @Override
    public synchronized void transmitted(long nowNanos, int peer, Message message) {
        say("frame", Base64.getEncoder().encodeToString(codec.encode(message)));
    }
}
