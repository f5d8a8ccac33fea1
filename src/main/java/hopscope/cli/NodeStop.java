package hopscope.cli;

import hopscope.tcp.TcpNode;
import java.time.Duration;

/** The clean end of a node: after 'quit', at the end of the input, or by a signal; once. */
final class NodeStop {
    private final TcpNode node;
    private final LineQueue lines;
    private final Duration drain;
    private boolean stopped;
    private volatile boolean left;

    NodeStop(TcpNode node, LineQueue lines, Duration drain) {
        this.node = node;
        this.lines = lines;
        this.drain = drain;
    }

    /** Makes SIGTERM and SIGINT stop the node cleanly and end the process with status 0. */
    void onSignal() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!left) {
                                now();
                                lines.close();
                                // A process ended by a signal would report the signal; this one did what it was asked
                                // to do.
                                Runtime.getRuntime().halt(ExitStatus.FINE);
                            }
                        },
                        "stop"));
    }

    /** The command ends by itself, well or not: a signal has nothing to do any more. */
    void leave() {
        left = true;
    }

    /** Stops accepting, waits for acknowledgements, and says what is missing; the second call waits for the first. */
    synchronized void now() {
        if (stopped) {
            return;
        }
        stopped = true;
        lines.put("stopping: waiting at most " + drain.toSeconds() + " s for acknowledgements");
        int missing = node.stop(drain);
        lines.put(
                missing == 0
                        ? "stopped; every message was acknowledged or reported before"
                        : "stopped; not acknowledged: " + missing + (missing == 1 ? " message" : " messages")
                                + ", listed above as given up");
    }
}
