package hopscope.protocol.reliability;

import hopscope.protocol.Deadline;
import hopscope.protocol.StableStorage;
import hopscope.random.RandomStream;

/** The sender's half of reliable delivery: ids, the window, and when to send again. */
public final class SendWindow {
    /** What the window wants done with a message whose wait is over. */
    public interface Timeouts {
        /** Send it again; the window has counted that and set the next deadline. */
        void retransmit(PendingMessage message);

        /** Report it as lost; the window has forgotten it. */
        void giveUp(PendingMessage message);
    }

    private final ReliabilityConfig config;
    private final RandomStream random;
    private final SnowflakeIds ids;
    private final TimeoutHeap byDeadline = new TimeoutHeap();
    private final PendingById byId = new PendingById();
    private long wallAheadNanos;

    /**
     * @param nodeId not negative
     * @param random the node's own stream
     * @param storage keeps the ids of the node's lives apart
     */
    public SendWindow(int nodeId, ReliabilityConfig config, RandomStream random, StableStorage storage) {
        this.config = config;
        this.random = random;
        this.ids = new SnowflakeIds(nodeId, storage);
    }

    /** Sets how far the wall clock, which gives ids their time, is ahead of the clock of the other inputs. */
    public void setWallClock(long aheadNanos) {
        wallAheadNanos = aheadNanos;
    }

    /** Messages sent and not yet acknowledged. */
    public int size() {
        return byDeadline.size();
    }

    /** Whether no further message is accepted until one is acknowledged or given up. */
    public boolean isFull() {
        return byDeadline.size() >= config.window();
    }

    /**
     * Takes a message into the window, its first transmission counted; only if the window is not full.
     *
     * @return the message, or {@code null} if no id is left
     */
    public PendingMessage open(long nowNanos, int destination, byte[] payload) {
        long id = ids.next(Math.max(0, nowNanos + wallAheadNanos));
        if (id == SnowflakeIds.EXHAUSTED) {
            return null;
        }
        PendingMessage message = new PendingMessage(id, destination, payload);
        startWait(nowNanos, message);
        byId.add(message);
        return message;
    }

    private void startWait(long nowNanos, PendingMessage message) {
        long wait = random.jittered(config.waitNanos(message.transmissions()), config.jitter());
        message.countTransmission();
        byDeadline.add(message, nowNanos + Math.max(1, wait));
    }

    /**
     * An acknowledgement came.
     *
     * @param source who says it handled the message
     * @return the message, no longer in the window, or {@code null} if there is none such
     */
    public PendingMessage acknowledge(long id, int source) {
        PendingMessage message = pending(id, source);
        if (message != null) {
            forget(message);
        }
        return message;
    }

    /** The message with an id that this node sent to a destination, or {@code null} if none such is in the window. */
    public PendingMessage pending(long id, int destination) {
        PendingMessage message = byId.get(id);
        return message == null || message.destination() != destination ? null : message;
    }

    /**
     * Whether a message may be sent again before its wait is over, because the way it went is known to be broken; if so,
     * that is counted. At most as many times as {@link ReliabilityConfig#retries}. The wait goes on as it was, so that no
     * message lives longer for it.
     */
    public boolean mayResend(PendingMessage message) {
        if (message.resends() >= config.retries()) {
            return false;
        }
        message.countResend();
        return true;
    }

    /** Hands over every message whose wait is over, by deadline. */
    public void expire(long nowNanos, Timeouts timeouts) {
        while (byDeadline.size() > 0 && byDeadline.firstDeadlineNanos() <= nowNanos) {
            PendingMessage message = byDeadline.first();
            if (message.transmissions() > config.retries()) {
                forget(message);
                timeouts.giveUp(message);
            } else {
                byDeadline.remove(message);
                startWait(nowNanos, message);
                timeouts.retransmit(message);
            }
        }
    }

    /** Takes the message due first out of the window, or answers {@code null}. */
    public PendingMessage removeFirst() {
        PendingMessage message = byDeadline.first();
        if (message != null) {
            forget(message);
        }
        return message;
    }

    private void forget(PendingMessage message) {
        byDeadline.remove(message);
        byId.remove(message);
    }

    /** When {@link #expire} is due, or {@link Deadline#NONE}. */
    public long deadlineNanos() {
        return byDeadline.size() == 0 ? Deadline.NONE : byDeadline.firstDeadlineNanos();
    }
}
