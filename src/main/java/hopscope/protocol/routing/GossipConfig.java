package hopscope.protocol.routing;

/**
 * How a router gossips.
 *
 * @param intervalNanos mean time between rounds, positive
 * @param fanout neighbours asked each round, at least 1
 * @param jitter each wait is drawn from interval·(1 ± jitter), 0 … 1
 */
public record GossipConfig(long intervalNanos, int fanout, double jitter) {}
