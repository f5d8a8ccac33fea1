package hopscope.protocol.routing;

import java.util.Arrays;

/** A set of destinations: one bit each, listed in ascending order. */
public final class DestinationSet {
    private long[] words = {};
    private int count;

    /** Adds a destination; answers whether it is new; O(1) but for growth. */
    public boolean add(int destination) {
        int word = destination >> 6;
        if (word >= words.length) {
            words = Arrays.copyOf(words, Math.max(word + 1, 2 * words.length));
        }
        long bit = 1L << destination;
        boolean isNew = (words[word] & bit) == 0;
        words[word] |= bit;
        count += isNew ? 1 : 0;
        return isNew;
    }

    /** Takes a destination out. */
    public void remove(int destination) {
        if (contains(destination)) {
            words[destination >> 6] &= ~(1L << destination);
            count--;
        }
    }

    /** Whether a destination is in it. */
    public boolean contains(int destination) {
        int word = destination >> 6;
        return word < words.length && (words[word] & 1L << destination) != 0;
    }

    /** Empties the set; O(largest id / 64). */
    public void clear() {
        Arrays.fill(words, 0);
        count = 0;
    }

    /** What is in it, ascending; a new array; O(largest id / 64). */
    public int[] toArray() {
        int[] destinations = new int[count];
        int at = 0;
        for (int word = 0; at < destinations.length; word++) {
            for (long left = words[word]; left != 0; left &= left - 1) {
                destinations[at++] = (word << 6) + Long.numberOfTrailingZeros(left);
            }
        }
        return destinations;
    }

    /** Empties the set and answers what was in it, ascending. */
    public int[] take() {
        int[] taken = toArray();
        if (taken.length > 0) {
            clear();
        }
        return taken;
    }
}
