package hopscope.protocol.routing.linkstate;

import java.util.Arrays;

/** A binary heap of (distance, node), both packed into one long; equal distances leave by node id. */
final class DistanceHeap {
    private long[] entries = new long[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int firstDistance() {
        return (int) (entries[0] >>> 32);
    }

    int firstNode() {
        return (int) entries[0];
    }

    /** Adds a node; the same node may be in it several times. */
    void add(int distance, int node) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        long entry = (long) distance << 32 | node;
        int position = size++;
        while (position > 0 && entries[(position - 1) >>> 1] > entry) {
            entries[position] = entries[(position - 1) >>> 1];
            position = (position - 1) >>> 1;
        }
        entries[position] = entry;
    }

    void removeFirst() {
        long entry = entries[--size];
        int position = 0;
        int child;
        while ((child = 2 * position + 1) < size) {
            if (child + 1 < size && entries[child + 1] < entries[child]) {
                child++;
            }
            if (entries[child] >= entry) {
                break;
            }
            entries[position] = entries[child];
            position = child;
        }
        entries[position] = entry;
    }
}
