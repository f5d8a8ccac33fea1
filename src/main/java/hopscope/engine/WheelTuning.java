package hopscope.engine;

/**
 * Decides how wide the ticks of the fine wheel are and how many buckets it has, from what happened since the last
 * decision: about one to eight events a tick, few empty ticks to pass over, and few events beyond reach (Brown, "Calendar
 * queues", 1988, resizes for the same ends).
 */
final class WheelTuning {
    private static final int MIN_BUCKETS = 256;
    private static final int MAX_BUCKETS = 1 << 22;
    private static final int MAX_SHIFT = 40;

    /** Handled events between two decisions, at least. */
    private static final int MIN_PERIOD = 4_096;

    /** More events in a tick than this are too many: sorting them begins to cost. */
    private static final int CROWDED = 8;

    /** What a tick is made to hold when it held too many. */
    private static final int COMFORTABLE = 3;

    /** Passing over so many empty ticks for each event begins to cost. */
    private static final int SPARSE = 32;

    /** About 1 ms. */
    private int shift = 20;

    private int buckets = MIN_BUCKETS;
    private long added;
    private long addedFar;
    private long removed;
    private long entered;
    private long passed;

    /** A fine tick lasts 2^shift ns. */
    int shift() {
        return shift;
    }

    /** Buckets of the fine wheel. */
    int buckets() {
        return buckets;
    }

    /** An event was added. */
    void added() {
        added++;
    }

    /** An event was added, or moved, beyond the reach of the fine wheel. */
    void addedFar() {
        addedFar++;
    }

    /** An event was handled. */
    void removedFirst() {
        removed++;
    }

    /** The clock came to another tick. */
    void advanced(long ticks) {
        entered++;
        passed += ticks;
    }

    /**
     * Whether it is time to decide: often enough to follow the load, so rarely that a rebuild costs little per event.
     *
     * @param capacity slots that a rebuild looks at
     */
    boolean isDue(int capacity) {
        return removed >= MIN_PERIOD + capacity / 2;
    }

    /** Decides; answers whether anything changed. */
    boolean retune(int capacity) {
        int oldShift = shift;
        int oldBuckets = buckets;
        long perTick = removed / Math.max(1, entered);
        long gap = passed / Math.max(1, entered);
        boolean oftenFar = addedFar > added / 4;
        while (buckets < MAX_BUCKETS && buckets < capacity) {
            buckets *= 2;
        }
        if (perTick > CROWDED && gap < CROWDED) {
            shift = Math.max(0, shift - log2(perTick / COMFORTABLE));
        } else if (gap > SPARSE * Math.max(1, perTick)) {
            shift = Math.min(MAX_SHIFT, shift + log2(gap / Math.max(1, perTick) / 2));
        } else if (oftenFar && perTick <= 2) {
            shift = Math.min(MAX_SHIFT, shift + 1);
        }
        added = 0;
        addedFar = 0;
        removed = 0;
        entered = 0;
        passed = 0;
        return shift != oldShift || buckets != oldBuckets;
    }

    private static int log2(long value) {
        return 63 - Long.numberOfLeadingZeros(Math.max(1, value));
    }
}
