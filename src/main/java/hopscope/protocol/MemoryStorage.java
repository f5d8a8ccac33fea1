package hopscope.protocol;

import java.util.Arrays;

/**
 * A storage that lasts as long as this object, which whoever restarts a node hands on from life to life. It never reserves
 * ahead and never fails.
 */
public final class MemoryStorage implements StableStorage {
    private final long[] reserved = new long[Series.values().length];

    /** A storage of a node that never lived. */
    public MemoryStorage() {
        Arrays.fill(reserved, NONE);
    }

    @Override
    public long reserved(Series series) {
        return reserved[series.ordinal()];
    }

    @Override
    public long reserve(Series series, long number) {
        reserved[series.ordinal()] = Math.max(reserved[series.ordinal()], number);
        return reserved[series.ordinal()];
    }
}
