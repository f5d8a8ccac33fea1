package hopscope.metrics;

/** The exact integral of a number of pairs over virtual time. */
final class PairSeconds {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private long wholeSeconds;
    private long nanos;

    /** So many pairs for so long; up to 9·10^9 pairs. */
    void add(long pairs, long durationNanos) {
        wholeSeconds += pairs * (durationNanos / NANOS_PER_SECOND);
        nanos += pairs * (durationNanos % NANOS_PER_SECOND);
        wholeSeconds += nanos / NANOS_PER_SECOND;
        nanos %= NANOS_PER_SECOND;
    }

    double value() {
        return wholeSeconds + nanos / 1e9;
    }
}
