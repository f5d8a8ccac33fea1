package hopscope.topology;

import java.util.Arrays;

/**
 * A binary heap of nodes ordered by a distance that lies outside of it, with decrease-key, on int arrays. Holds a node
 * at most once. Push and pop are O(log size) and allocate nothing.
 */
final class DistanceHeap {
    private static final int ABSENT = -1;

    private final long[] distance;
    private final int[] nodes;

    /** Position in {@link #nodes} of each node, or {@link #ABSENT}. */
    private final int[] place;

    private int size;

    /** @param distance by node; the caller's, read at every push and pop, changed only downwards before a push */
    DistanceHeap(long[] distance) {
        this.distance = distance;
        this.nodes = new int[distance.length];
        this.place = new int[distance.length];
        Arrays.fill(place, ABSENT);
    }

    /** Forgets what an earlier search, broken off by an error, left behind; O(size). */
    void clear() {
        while (size > 0) {
            place[nodes[--size]] = ABSENT;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds a node, or moves it up after its distance became smaller. */
    void pushOrDecrease(int node) {
        int at = place[node];
        if (at == ABSENT) {
            at = size++;
        }
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (distance[nodes[parent]] <= distance[node]) {
                break;
            }
            put(at, nodes[parent]);
            at = parent;
        }
        put(at, node);
    }

    /** Removes and returns a node of least distance; the heap must not be empty. */
    int pop() {
        int least = nodes[0];
        place[least] = ABSENT;
        int last = nodes[--size];
        if (size > 0) {
            sink(last);
        }
        return least;
    }

    private void sink(int node) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && distance[nodes[child + 1]] < distance[nodes[child]]) {
                child++;
            }
            if (distance[node] <= distance[nodes[child]]) {
                break;
            }
            put(at, nodes[child]);
            at = child;
        }
        put(at, node);
    }

    private void put(int at, int node) {
        nodes[at] = node;
        place[node] = at;
    }
}
