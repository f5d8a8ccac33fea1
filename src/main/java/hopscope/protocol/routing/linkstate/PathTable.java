package hopscope.protocol.routing.linkstate;

import java.util.Arrays;

/**
 * The path to each node as one number, its key: distance and predecessor, so made that the smaller key is the better path –
 * the shorter one, and of equally short ones that by the smaller id. A key is kept in 32 bits as long as all fit, 15 for the
 * distance and 16 for the id: hop counts and the ids of all but very large networks do. A network of n nodes holds n² of them.
 */
final class PathTable {
    /** No path: no key is larger. */
    static final long NO_PATH = key(Integer.MAX_VALUE, -1);

    /** Keys from here on stand for distances that are none. */
    private static final long LIMIT = key(Integer.MAX_VALUE, 0);

    static final int NARROW_BITS = 16;
    private static final int NARROW_MASK = (1 << NARROW_BITS) - 1;
    static final int NARROW_NO_PATH = Integer.MAX_VALUE;
    /**
     * No path, and no record either, so that no link to there counts: by this, nobody need look for the record. Less than any
     * path, and with a hop more, unsigned, greater than any.
     */
    static final int NARROW_UNKNOWN = Integer.MIN_VALUE;

    static final int NARROW_DISTANCES = Short.MAX_VALUE;

    /** Exactly one of the two is there. */
    private int[] narrow = {};

    private long[] wide;

    /**
     * The key of a path.
     *
     * @param predecessor -1 for none
     */
    static long key(int distance, int predecessor) {
        return (long) distance << 32 | predecessor & 0xFFFF_FFFFL;
    }

    /** The distance of a path, {@link Integer#MAX_VALUE} if it is none. */
    static int distance(long key) {
        return (int) (key >>> 32);
    }

    /** The node before the last one on a path, or -1. */
    static int predecessor(long key) {
        return (int) key;
    }

    /** The key of a path that goes on over a link from its end, a node; what comes of no path is {@linkplain #isBetter none}. */
    static long extended(long path, int node, int cost) {
        return (path & ~0xFFFF_FFFFL) + ((long) cost << 32) + node;
    }

    /** Whether an extended path is one, its distance being within the range of an int, and better than another. */
    static boolean isBetter(long extended, long other) {
        return extended < other && extended >= 0 && extended < LIMIT;
    }

    /** The keys in 32 bits by node, as long as all fit; else {@code null}. Until a key is set that does not, or it grows. */
    int[] narrow() {
        return narrow;
    }

    int length() {
        return wide == null ? narrow.length : wide.length;
    }

    long get(int node) {
        if (wide != null) {
            return wide[node];
        }
        return keyOf(narrow[node]);
    }

    /** The key that stands in 32 bits. */
    static long keyOf(int value) {
        if (value == NARROW_NO_PATH || value == NARROW_UNKNOWN) {
            return NO_PATH;
        }
        int predecessor = value & NARROW_MASK;
        return key(value >>> NARROW_BITS, predecessor == NARROW_MASK ? -1 : predecessor);
    }

    void set(int node, long key) {
        if (wide == null && !isNarrow(key)) {
            widen();
        }
        if (wide != null) {
            wide[node] = key;
        } else if (key == NO_PATH) {
            narrow[node] = NARROW_NO_PATH;
        } else {
            narrow[node] = distance(key) << NARROW_BITS | predecessor(key) & NARROW_MASK;
        }
    }

    /** There is a record of a node. To be said before paths to it are compared with {@link #narrow} others. */
    void noteKnown(int node) {
        if (wide == null && narrow[node] == NARROW_UNKNOWN) {
            narrow[node] = NARROW_NO_PATH;
        }
    }

    private static boolean isNarrow(long key) {
        boolean fits = distance(key) < NARROW_DISTANCES && predecessor(key) < NARROW_MASK;
        return fits || key == NO_PATH;
    }

    private void widen() {
        long[] all = new long[narrow.length];
        Arrays.setAll(all, this::get);
        wide = all;
        narrow = null;
    }

    /**
     * Reads it through, once for each line of memory, so that it is in the cache when entries are looked at here and there;
     * the order of addresses lets the machine fetch ahead.
     *
     * @return nothing that matters
     */
    int fetch() {
        int all = 0;
        for (int i = 0; wide == null && i < narrow.length; i += 16) {
            all += narrow[i];
        }
        for (int i = 0; wide != null && i < wide.length; i += 8) {
            all += (int) wide[i];
        }
        return all;
    }

    /** Makes it longer; there is no path to the new nodes. */
    void grow(int length) {
        int old = length();
        if (wide == null) {
            narrow = Arrays.copyOf(narrow, length);
            Arrays.fill(narrow, old, length, NARROW_UNKNOWN);
        } else {
            wide = Arrays.copyOf(wide, length);
            Arrays.fill(wide, old, length, NO_PATH);
        }
    }
}
