package hopscope.cli;

import hopscope.protocol.Effects.AbandonReason;
import hopscope.protocol.Effects.SessionEnd;
import hopscope.tcp.TcpNodeListener;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints what a node does, each line with its time (UTC). */
final class NodePrinter implements TcpNodeListener {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final LineQueue lines;
    private final Instant epoch;

    NodePrinter(LineQueue lines, long epochMillis) {
        this.lines = lines;
        this.epoch = Instant.ofEpochMilli(epochMillis);
    }

    private void print(long nowNanos, String line) {
        Instant now = epoch.plusSeconds(nowNanos / NANOS_PER_SECOND).plusNanos(nowNanos % NANOS_PER_SECOND);
        lines.put(CLOCK.format(now) + " " + line);
    }

    @Override
    public void delivered(long nowNanos, int source, long id, byte[] payload, int hops) {
        print(
                nowNanos,
                "received from " + source + ": " + PayloadText.show(payload) + " (message " + id + ", " + hops
                        + (hops == 1 ? " hop)" : " hops)"));
    }

    @Override
    public void acknowledged(long nowNanos, long id, int destination) {
        print(nowNanos, "acknowledged by " + destination + ": message " + id);
    }

    @Override
    public void abandoned(long nowNanos, long id, int destination, AbandonReason reason) {
        String why = switch (reason) {
            case RETRIES_EXHAUSTED -> "no acknowledgement after the last repetition";
            case NODE_STOPPED -> "this node stopped";
        };
        print(nowNanos, "given up: message " + id + " to " + destination + " (" + why + ")");
    }

    @Override
    public void sessionUp(long nowNanos, int peer, String softwareVersion, int version) {
        print(
                nowNanos,
                "up: node " + peer + " (" + PayloadText.oneLine(softwareVersion) + ", protocol version " + version
                        + ")");
    }

    @Override
    public void sessionDown(long nowNanos, int peer, SessionEnd reason) {
        print(
                nowNanos,
                "down: node " + peer + " ("
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")");
    }

    @Override
    public void log(long nowNanos, String line) {
        print(nowNanos, PayloadText.oneLine(line));
    }
}
