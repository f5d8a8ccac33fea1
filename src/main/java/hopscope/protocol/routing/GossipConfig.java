package hopscope.protocol.routing;

/**
 * How a router gossips.
 *
 * @param intervalNanos mean time between rounds, positive
 * @param fanout neighbours asked each round, at least 1
 * @param jitter each wait is drawn from interval·(1 ± jitter), 0 … 1
 * @param together whether the first round comes after one whole interval instead of a drawn part of it, so that nodes
 *     that start together act together; without jitter they stay in step
 */
public record GossipConfig(long intervalNanos, int fanout, double jitter, boolean together) {
    /** Rounds that begin at a drawn part of the interval. */
    public GossipConfig(long intervalNanos, int fanout, double jitter) {
        this(intervalNanos, fanout, jitter, false);
    }
}
