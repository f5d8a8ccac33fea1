package hopscope.cli;

import hopscope.results.AtomicFile;
import hopscope.results.ResultFolderException;
import hopscope.tcp.TcpNode;
import hopscope.tcp.TcpStatus;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Rewrites a file with a node's status every second; a reader finds the old status or the new one, never a part. */
final class StatusFile implements AutoCloseable {
    private final ScheduledExecutorService clock;

    private StatusFile(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /**
     * Writes the first status, and starts to rewrite it.
     *
     * @param file {@code null} for none
     * @throws UserError if it cannot be written
     */
    static StatusFile start(Path file, TcpNode node) {
        if (file == null) {
            return new StatusFile(null);
        }
        try {
            AtomicFile.write(file, json(node.status()));
        } catch (ResultFolderException e) {
            throw new UserError(e.getMessage());
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "status");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(() -> rewrite(file, node), 1, 1, TimeUnit.SECONDS);
        return new StatusFile(clock);
    }

    private static void rewrite(Path file, TcpNode node) {
        try {
            AtomicFile.write(file, json(node.status()));
        } catch (RuntimeException e) {
            // A full disk passes; the node must go on, and the file's age shows that it is old.
        }
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.shutdownNow();
        }
    }

    /** The status as JSON, two spaces deep. */
    static String json(TcpStatus status) {
        StringJoiner peers = new StringJoiner(",\n    ", "[\n    ", "\n  ]").setEmptyValue("[]");
        status.peers().forEach(peer -> peers.add(peer(peer)));
        StringJoiner counters = new StringJoiner(",\n    ", "{\n    ", "\n  }").setEmptyValue("{}");
        status.counters().forEach((name, count) -> counters.add(quoted(name) + ": " + count));
        return "{\n  \"id\": " + status.id()
                + ",\n  \"listen\": " + quoted(NodeViews.address(status.listen()))
                + ",\n  \"timeMillis\": " + (NodeSetup.EPOCH_MILLIS + status.nowNanos() / 1_000_000)
                + ",\n  \"unacknowledged\": " + status.unacknowledged()
                + ",\n  \"connections\": " + status.connections()
                + ",\n  \"routes\": " + status.routes()
                + ",\n  \"peers\": " + peers
                + ",\n  \"counters\": " + counters
                + "\n}\n";
    }

    private static String peer(TcpStatus.Peer peer) {
        return "{\"id\": " + peer.id()
                + ", \"address\": " + quoted(NodeViews.address(peer.address()))
                + ", \"state\": " + quoted(peer.state().name().toLowerCase(Locale.ROOT))
                + ", \"dialledByUs\": " + peer.dialledByUs()
                + ", \"software\": " + quoted(peer.software())
                + ", \"version\": " + peer.version()
                + ", \"queuedBytes\": " + peer.queuedBytes() + "}";
    }

    /** A JSON string in ASCII: what a peer says of itself may hold anything. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 0x7F && c != '"' && c != '\\';
            json.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return json.append('"').toString();
    }
}
