package hopscope.protocol.routing.rip;

import hopscope.protocol.routing.UpdateTiming;

/**
 * Settings of the routing information protocol.
 *
 * @param timing of the updates
 * @param infinity the distance that means "cannot be reached", 2 … {@link #MAX_INFINITY}
 * @param splitHorizon what a neighbour is told of routes by way of itself
 * @param timeoutNanos a route that its next hop has not confirmed for so long is lost
 * @param garbageNanos a lost route is told to others for so long, and then forgotten
 */
public record RipConfig(
        UpdateTiming timing, int infinity, SplitHorizon splitHorizon, long timeoutNanos, long garbageNanos) {
    /** Fits the 15 bits of a packed distance, and is further than any hop limit. */
    public static final int MAX_INFINITY = 10_000;

    /** RFC 2453, section 2.2: the longest path has 15 hops. */
    public static final int DEFAULT_INFINITY = 16;

    /** RFC 2453, section 3.8: 180 s for updates every 30 s. */
    public static final int DEFAULT_TIMEOUT_INTERVALS = 6;

    /** RFC 2453, section 3.8: 120 s for updates every 30 s. */
    public static final int DEFAULT_GARBAGE_INTERVALS = 4;

    /** The protocol of RFC 2453 with its times in proportion to an interval. */
    public static RipConfig every(long intervalNanos, double jitter) {
        return new RipConfig(
                UpdateTiming.every(intervalNanos, jitter),
                DEFAULT_INFINITY,
                SplitHorizon.POISONED,
                DEFAULT_TIMEOUT_INTERVALS * intervalNanos,
                DEFAULT_GARBAGE_INTERVALS * intervalNanos);
    }
}
