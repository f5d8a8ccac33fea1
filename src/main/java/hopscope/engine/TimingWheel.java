package hopscope.engine;

import java.util.Arrays;

/**
 * A ring of buckets, one for each tick within its reach (Varghese and Lauck, "Hashed and hierarchical timing wheels",
 * 1987). A bucket is a list of event slots, named by its head; the slots themselves are linked elsewhere. Two levels of
 * bits tell which buckets are occupied, so that empty ones cost nothing to pass over.
 */
final class TimingWheel {
    /** The head of an empty bucket. */
    static final int NIL = -1;

    /** There is no further occupied bucket. */
    static final long NONE = Long.MAX_VALUE;

    private static final int WORD_SHIFT = 6;

    private final int mask;
    private final int[] heads;
    private final long[] occupied;

    /** One bit for each word of the above that is not 0. */
    private final long[] summary;

    private int occupiedCount;

    /**
     * @param buckets a power of two, at least 64
     */
    TimingWheel(int buckets) {
        mask = buckets - 1;
        heads = new int[buckets];
        Arrays.fill(heads, NIL);
        occupied = new long[buckets >> WORD_SHIFT];
        summary = new long[(occupied.length - 1 >> WORD_SHIFT) + 1];
    }

    /** Number of buckets: ticks from one after the cursor's on are within reach. */
    int buckets() {
        return heads.length;
    }

    /** Makes a slot the head of a tick's bucket; answers the head before, to be linked behind it, or {@link #NIL}. */
    int push(long tick, int slot) {
        int index = (int) tick & mask;
        int old = heads[index];
        heads[index] = slot;
        if (old == NIL) {
            int word = index >> WORD_SHIFT;
            occupied[word] |= 1L << index;
            summary[word >> WORD_SHIFT] |= 1L << word;
            occupiedCount++;
        }
        return old;
    }

    /** The head of a tick's bucket, or {@link #NIL} if it is empty. */
    int head(long tick) {
        return heads[(int) tick & mask];
    }

    /** Empties a tick's bucket; answers its head, or {@link #NIL} if it was empty. */
    int take(long tick) {
        int index = (int) tick & mask;
        int head = heads[index];
        if (head != NIL) {
            heads[index] = NIL;
            int word = index >> WORD_SHIFT;
            occupied[word] &= ~(1L << index);
            if (occupied[word] == 0) {
                summary[word >> WORD_SHIFT] &= ~(1L << word);
            }
            occupiedCount--;
        }
        return head;
    }

    /** The first tick after {@code cursor} whose bucket is occupied, or {@link #NONE}; O(buckets / 4,096). */
    long nextOccupied(long cursor) {
        if (occupiedCount == 0) {
            return NONE;
        }
        int start = (int) (cursor + 1) & mask;
        int index = firstFrom(start);
        if (index < 0) {
            index = firstFrom(0);
        }
        return cursor + 1 + (index - start & mask);
    }

    /** The first occupied bucket at an index or after it, or a negative number. */
    private int firstFrom(int index) {
        int word = index >> WORD_SHIFT;
        long bits = occupied[word] & -1L << index;
        if (bits == 0) {
            word = firstWordAfter(word);
            if (word < 0) {
                return word;
            }
            bits = occupied[word];
        }
        return (word << WORD_SHIFT) + Long.numberOfTrailingZeros(bits);
    }

    private int firstWordAfter(int word) {
        int from = word + 1;
        for (int group = from >> WORD_SHIFT; group < summary.length; group++) {
            long bits = summary[group];
            if (group == from >> WORD_SHIFT) {
                bits &= -1L << from;
            }
            if (bits != 0) {
                return (group << WORD_SHIFT) + Long.numberOfTrailingZeros(bits);
            }
        }
        return NIL;
    }
}
