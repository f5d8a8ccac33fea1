package hopscope.protocol.routing;

/**
 * When a router tells all its neighbours of its routes.
 *
 * @param intervalNanos mean time between updates that hold every route, positive
 * @param jitter each wait is drawn from interval·(1 ± jitter), 0 … 1
 * @param triggered whether changes are told at once, between those
 * @param holdMinNanos after a triggered update the next one waits at least so long
 * @param holdMaxNanos … and at most so long; the wait is drawn uniformly
 * @param together whether the first update comes after one whole interval instead of a drawn part of it
 */
public record UpdateTiming(
        long intervalNanos, double jitter, boolean triggered, long holdMinNanos, long holdMaxNanos, boolean together) {
    /** RFC 2453, section 3.10.1, waits 1 to 5 s between triggered updates where regular ones come every 30 s. */
    private static final int HOLD_MIN_SHARE = 30;

    private static final int HOLD_MAX_SHARE = 6;

    /** Updates that begin at a drawn part of the interval. */
    public UpdateTiming(long intervalNanos, double jitter, boolean triggered, long holdMinNanos, long holdMaxNanos) {
        this(intervalNanos, jitter, triggered, holdMinNanos, holdMaxNanos, false);
    }

    /** Triggered updates with the waits of RFC 2453, in proportion to the interval. */
    public static UpdateTiming every(long intervalNanos, double jitter) {
        return new UpdateTiming(
                intervalNanos, jitter, true, intervalNanos / HOLD_MIN_SHARE, intervalNanos / HOLD_MAX_SHARE);
    }

    /** No updates but the regular ones. */
    public static UpdateTiming regular(long intervalNanos, double jitter) {
        return new UpdateTiming(intervalNanos, jitter, false, 0, 0);
    }

    /** The same, but nodes that start together update together. */
    public UpdateTiming inStep() {
        return new UpdateTiming(intervalNanos, jitter, triggered, holdMinNanos, holdMaxNanos, true);
    }
}
