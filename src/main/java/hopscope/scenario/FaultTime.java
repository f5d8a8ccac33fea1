package hopscope.scenario;

/**
 * When a fault happens: at a given time, or at one drawn uniformly from a window, {@code {random: [10s, 20s]}}, anew for
 * each replication and alike for every protocol.
 *
 * @param from the time, or the earliest one
 * @param to the latest one, not drawn itself; {@code null} for a given time
 */
public record FaultTime(TimeSpan from, TimeSpan to) {
    /** A given time. */
    public static FaultTime of(TimeSpan at) {
        return new FaultTime(at, null);
    }

    /** Whether the time is drawn. */
    public boolean isRandom() {
        return to != null;
    }

    /** The earliest time possible. */
    public long nanos() {
        return from.nanos();
    }
}
