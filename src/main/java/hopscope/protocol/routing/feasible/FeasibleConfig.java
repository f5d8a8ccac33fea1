package hopscope.protocol.routing.feasible;

import hopscope.protocol.routing.UpdateTiming;

/**
 * Settings of the feasible distance-vector protocol.
 *
 * @param timing of the updates
 * @param expiryNanos routes of a neighbour that did not send all its routes for so long are lost
 */
public record FeasibleConfig(UpdateTiming timing, long expiryNanos) {
    /** As patient as {@code distance-vector-rip}, so that the two lose routes to lost frames equally seldom. */
    public static final int DEFAULT_EXPIRY_INTERVALS = 6;

    /** The usual proportions for an interval. */
    public static FeasibleConfig every(long intervalNanos, double jitter) {
        return new FeasibleConfig(UpdateTiming.every(intervalNanos, jitter), DEFAULT_EXPIRY_INTERVALS * intervalNanos);
    }
}
