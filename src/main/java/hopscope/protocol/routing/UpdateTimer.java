package hopscope.protocol.routing;

import hopscope.protocol.Deadline;
import hopscope.random.RandomStream;

/**
 * The rhythm of a router that tells all its neighbours: everything every interval, and changes in between as soon as they
 * may be told. The first change goes out at once; those that come within a random time after it wait and go out together;
 * what a regular update tells first is not told again (RFC 2453, section 3.10.1).
 */
public final class UpdateTimer {
    /** What is due. */
    public enum Due {
        /** Nothing. */
        NOTHING,
        /** What changed since the last update. */
        CHANGES,
        /** Every route. */
        EVERYTHING
    }

    private final UpdateTiming timing;
    private final RandomStream random;
    private final GossipTimer regular;
    private boolean changesWait;
    private long holdUntilNanos;

    /** A timer that is not running. */
    public UpdateTimer(UpdateTiming timing, RandomStream random) {
        this.timing = timing;
        this.random = random;
        this.regular = new GossipTimer(
                new GossipConfig(timing.intervalNanos(), 1, timing.jitter(), timing.together()), random);
    }

    /** Starts the rhythm. */
    public void start(long nowNanos) {
        regular.start(nowNanos);
    }

    /** Something changed that the neighbours should know. */
    public void noteChange() {
        changesWait = timing.triggered();
    }

    /** When something is due; a time that has passed means now. */
    public long deadlineNanos() {
        return Math.min(regular.deadlineNanos(), changesWait ? holdUntilNanos : Deadline.NONE);
    }

    /** What is due now; it counts as done then. */
    public Due expire(long nowNanos) {
        if (regular.expire(nowNanos)) {
            changesWait = false;
            return Due.EVERYTHING;
        }
        if (changesWait && nowNanos >= holdUntilNanos) {
            changesWait = false;
            long spread = timing.holdMaxNanos() - timing.holdMinNanos();
            holdUntilNanos = nowNanos + timing.holdMinNanos() + (long) (spread * random.nextDouble());
            return Due.CHANGES;
        }
        return Due.NOTHING;
    }
}
