package hopscope.topology;

import java.util.Arrays;

/**
 * A heap of (distance, node), least distance first, then least node; a node may be in it several times. Four children to
 * a place and both numbers in one long: half the levels of a binary heap, and a comparison reads nothing but the heap.
 */
final class PackedHeap {
    private static final int CHILDREN = 4;

    private long[] items = new long[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /** Adds a node at a distance, neither of them negative; O(log size). */
    void add(int distance, int node) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        long item = (long) distance << 32 | node;
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / CHILDREN;
            if (items[parent] <= item) {
                break;
            }
            items[at] = items[parent];
            at = parent;
        }
        items[at] = item;
    }

    /** Removes the first, see {@link #distance} and {@link #node}; the heap must not be empty. O(log size). */
    long remove() {
        long first = items[0];
        long last = items[--size];
        int at = 0;
        int child = 1;
        while (child < size) {
            int least = leastOf(child, Math.min(child + CHILDREN, size));
            if (items[least] >= last) {
                break;
            }
            items[at] = items[least];
            at = least;
            child = CHILDREN * at + 1;
        }
        items[at] = last;
        return first;
    }

    private int leastOf(int from, int to) {
        int least = from;
        for (int i = from + 1; i < to; i++) {
            least = items[i] < items[least] ? i : least;
        }
        return least;
    }

    static int distance(long item) {
        return (int) (item >>> 32);
    }

    static int node(long item) {
        return (int) item;
    }
}
