package hopscope.protocol.routing;

import hopscope.random.RandomStream;

/**
 * The rhythm of a gossiping router: the first round at a uniformly drawn part of an interval, then every interval with
 * jitter, so that nodes neither start nor stay in step; or, if they are to start together, after one whole interval.
 */
public final class GossipTimer {
    private final GossipConfig config;
    private final RandomStream random;
    private long deadlineNanos = Long.MAX_VALUE;

    /** A timer that is not running. */
    public GossipTimer(GossipConfig config, RandomStream random) {
        this.config = config;
        this.random = random;
    }

    /** Starts the rhythm. */
    public void start(long nowNanos) {
        double part = config.together() ? 1 : random.nextDouble();
        deadlineNanos = nowNanos + (long) (config.intervalNanos() * part);
    }

    /** When the next round is due. */
    public long deadlineNanos() {
        return deadlineNanos;
    }

    /** Whether a round is due; if so, the next one is set. */
    public boolean expire(long nowNanos) {
        if (nowNanos < deadlineNanos) {
            return false;
        }
        // From the deadline, not from now: a late call must not slow the rhythm. But never in the past.
        long next = deadlineNanos + random.jittered(config.intervalNanos(), config.jitter());
        deadlineNanos = Math.max(next, nowNanos + 1);
        return true;
    }
}
