package hopscope.metrics;

import java.util.Arrays;

/**
 * The messages that one node sent: when each was accepted, and in which life of its destination it was handled last.
 * Sorted by id: ids of a node rise, so a new one goes to the end, and those on their way stand near it. 24 to 36 bytes a
 * message.
 */
final class SentMessages {
    /** What {@link #find} answers for an id that was never added. */
    static final int UNKNOWN = -1;

    /** What {@link #life} answers for a message that was not handled yet. */
    static final int NOT_DELIVERED = -1;

    /** What is kept of a message, side by side. */
    private static final int LONGS = 3;

    private static final int ID = 0;
    private static final int ACCEPTED = 1;
    private static final int LIFE = 2;

    private long[] entries = new long[8 * LONGS];
    private int size;

    /**
     * Adds a message; O(1) if its id is the highest so far, else O(messages).
     *
     * @return whether the id is new; if not, nothing is added
     */
    boolean add(long id, long nowNanos) {
        int index = size;
        if (size > 0 && id(size - 1) >= id) {
            index = search(0, id);
            if (index < size && id(index) == id) {
                return false;
            }
        }
        open(index);
        entries[index * LONGS + ID] = id;
        entries[index * LONGS + ACCEPTED] = nowNanos;
        entries[index * LONGS + LIFE] = NOT_DELIVERED;
        return true;
    }

    private void open(int index) {
        int from = index * LONGS;
        int end = size * LONGS;
        if (end == entries.length) {
            entries = Arrays.copyOf(entries, LONGS * (size + (size >> 1)));
        }
        System.arraycopy(entries, from, entries, Math.min(end, from + LONGS), end - from);
        size++;
    }

    private long id(int index) {
        return entries[index * LONGS + ID];
    }

    /** Index of a message, or {@link #UNKNOWN}; O(log of how many were added after it). Valid until the next is added. */
    int find(long id) {
        int reach = 4;
        while (reach < size && id(size - reach) > id) {
            reach *= 2;
        }
        int index = search(Math.max(0, size - reach), id);
        return index < size && id(index) == id ? index : UNKNOWN;
    }

    /** The first index from one on whose id is not below the given one. */
    private int search(int from, long id) {
        int low = from;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (id(middle) < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** When a message was accepted. */
    long acceptedNanos(int index) {
        return entries[index * LONGS + ACCEPTED];
    }

    /** The life of its destination in which a message was handled last, or {@link #NOT_DELIVERED}. */
    int life(int index) {
        return (int) entries[index * LONGS + LIFE];
    }

    /** A message was handled in a life of its destination. */
    void setLife(int index, int life) {
        entries[index * LONGS + LIFE] = life;
    }
}
