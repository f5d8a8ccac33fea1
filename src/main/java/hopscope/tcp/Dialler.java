package hopscope.tcp;

import hopscope.random.Keys;
import hopscope.random.RandomStream;
import java.util.function.Consumer;

/**
 * Dials peers, and dials again after waits that double and are drawn from their upper half, so that nodes that lost each
 * other at one moment do not come back at one moment. Owned by the node's thread.
 */
final class Dialler {
    private static final int MAX_DOUBLINGS = 30;

    private final TcpLimits limits;
    private final NodeLoop loop;
    private final Connection.Events events;
    private final Consumer<Connection> opened;
    private final RandomStream random;
    private boolean stopped;

    /**
     * @param opened starts a connection that is to be dialled
     * @param randomKey of the node
     */
    Dialler(TcpLimits limits, NodeLoop loop, Connection.Events events, Consumer<Connection> opened, long randomKey) {
        this.limits = limits;
        this.loop = loop;
        this.events = events;
        this.opened = opened;
        this.random = new RandomStream(Keys.of(randomKey, "redial"));
    }

    /**
     * Dials a peer, unless there is a connection or the link is held down; at once, or, if the peer's connection would win
     * over ours, when it has had a chance to dial. So two that start at one moment make one connection, not two.
     */
    void dial(Link link) {
        if (link.oursWins) {
            dialNow(link);
        } else {
            loop.after(limits.headStartNanos(), () -> dialNow(link));
        }
    }

    private void dialNow(Link link) {
        if (stopped || link.heldDown || !link.isIdle()) {
            return;
        }
        link.attempts++;
        link.dialling = Connection.dialled(link.peer, limits, events);
        link.dialling.link = link;
        opened.accept(link.dialling);
    }

    /** Dials a peer after a wait. */
    void redialLater(Link link) {
        if (stopped || link.heldDown || link.redialPlanned || !link.isIdle()) {
            return;
        }
        link.redialPlanned = true;
        loop.after(waitNanos(link.attempts), () -> {
            link.redialPlanned = false;
            dial(link);
        });
    }

    private long waitNanos(int attempts) {
        int doublings = Math.min(Math.max(0, attempts - 1), MAX_DOUBLINGS);
        double wait = Math.min(limits.redialMaxNanos(), limits.redialMinNanos() * (double) (1L << doublings));
        return (long) (wait * (0.5 + random.nextDouble() / 2));
    }

    /** Dials no more. */
    void stop() {
        stopped = true;
    }
}
