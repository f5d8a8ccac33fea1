package hopscope.metrics;

/** The exact integral of a number of pairs over virtual time. */
final class PairSeconds {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private long wholeSeconds;
    private long nanos;

    /** So many products with a second's nanoseconds fit a long. */
    private static final long PAIRS_AT_ONCE = 1_000_000_000L;

    /** So many pairs for so long; O(1) up to 10^9 pairs. */
    void add(long pairs, long durationNanos) {
        long left = pairs;
        for (; left > PAIRS_AT_ONCE; left -= PAIRS_AT_ONCE) {
            addFew(PAIRS_AT_ONCE, durationNanos);
        }
        addFew(left, durationNanos);
    }

    private void addFew(long pairs, long durationNanos) {
        wholeSeconds += pairs * (durationNanos / NANOS_PER_SECOND);
        nanos += pairs * (durationNanos % NANOS_PER_SECOND);
        wholeSeconds += nanos / NANOS_PER_SECOND;
        nanos %= NANOS_PER_SECOND;
    }

    double value() {
        return wholeSeconds + nanos / 1e9;
    }
}
