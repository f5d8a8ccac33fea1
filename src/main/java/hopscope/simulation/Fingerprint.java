package hopscope.simulation;

/**
 * A 64-bit hash over everything that happens in a run, in order. Two runs with equal fingerprints took the same course.
 * Not cryptographic.
 */
final class Fingerprint {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long state = MULTIPLIER;

    /** Takes in a number. */
    void add(long value) {
        state = mixed(state, value);
    }

    /** Takes in three numbers, one after the other. */
    void add(long first, long second, long third) {
        state = mixed(mixed(mixed(state, first), second), third);
    }

    private static long mixed(long hash, long value) {
        long mixed = (hash ^ value) * MULTIPLIER;
        return mixed ^ mixed >>> 29;
    }

    /** The hash so far. */
    long value() {
        return hopscope.random.Keys.mix(state);
    }
}
