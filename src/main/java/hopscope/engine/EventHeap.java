package hopscope.engine;

import java.util.Arrays;

/**
 * A 4-ary heap of (time, order, slot) on primitive arrays: the events that are next, or so far off that no wheel reaches
 * them. Entries leave by time, then by order.
 *
 * <p>Adding and removing cost O(log n). Not thread-safe.
 */
final class EventHeap {
    private static final int INITIAL_CAPACITY = 16;
    private static final int ARITY_SHIFT = 2;

    private long[] times = new long[INITIAL_CAPACITY];
    private long[] orders = new long[INITIAL_CAPACITY];
    private int[] slots = new int[INITIAL_CAPACITY];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** Time of the first entry; only when there is one. */
    long firstTime() {
        return times[0];
    }

    /** Order of the first entry; only when there is one. */
    long firstOrder() {
        return orders[0];
    }

    /** Slot of the first entry; only when there is one. */
    int firstSlot() {
        return slots[0];
    }

    void clear() {
        size = 0;
    }

    void add(long time, long order, int slot) {
        if (size == slots.length) {
            grow();
        }
        int position = size++;
        while (position > 0) {
            int parent = position - 1 >>> ARITY_SHIFT;
            if (!before(time, order, parent)) {
                break;
            }
            move(parent, position);
            position = parent;
        }
        put(position, time, order, slot);
    }

    /** Removes the first entry; only when there is one. */
    void removeFirst() {
        int last = --size;
        if (last > 0) {
            siftDown(times[last], orders[last], slots[last]);
        }
    }

    private void siftDown(long time, long order, int slot) {
        int position = 0;
        while (true) {
            int child = (position << ARITY_SHIFT) + 1;
            if (child >= size) {
                break;
            }
            int least = leastOf(child, Math.min(child + (1 << ARITY_SHIFT), size));
            if (before(time, order, least)) {
                break;
            }
            move(least, position);
            position = least;
        }
        put(position, time, order, slot);
    }

    private int leastOf(int from, int to) {
        int least = from;
        for (int child = from + 1; child < to; child++) {
            if (before(times[child], orders[child], least)) {
                least = child;
            }
        }
        return least;
    }

    private boolean before(long time, long order, int position) {
        return time < times[position] || (time == times[position] && order < orders[position]);
    }

    private void move(int from, int to) {
        put(to, times[from], orders[from], slots[from]);
    }

    private void put(int position, long time, long order, int slot) {
        times[position] = time;
        orders[position] = order;
        slots[position] = slot;
    }

    private void grow() {
        int capacity = 2 * size;
        times = Arrays.copyOf(times, capacity);
        orders = Arrays.copyOf(orders, capacity);
        slots = Arrays.copyOf(slots, capacity);
    }
}
