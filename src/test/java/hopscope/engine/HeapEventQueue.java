package hopscope.engine;

import java.util.Arrays;

/**
 * A priority queue of events on primitive arrays: a 4-ary heap of (time, order, slot), with the events' contents in slot
 * arrays beside it. No object is made for an event. Events leave by time, then by order; no two events may share both.
 *
 * <p>Adding and removing cost O(log n). Not thread-safe.
 */
final class HeapEventQueue {
    private static final int INITIAL_CAPACITY = 64;
    private static final int ARITY_SHIFT = 2;

    // The heap, by heap position.
    private long[] times = new long[INITIAL_CAPACITY];
    private long[] orders = new long[INITIAL_CAPACITY];
    private int[] slots = new int[INITIAL_CAPACITY];
    private int size;

    // The events, by slot. A slot keeps its number while its event moves through the heap.
    private int[] positions = new int[INITIAL_CAPACITY];
    private int[] kinds = new int[INITIAL_CAPACITY];
    private int[] firsts = new int[INITIAL_CAPACITY];
    private int[] seconds = new int[INITIAL_CAPACITY];
    private Object[] payloads = new Object[INITIAL_CAPACITY];
    private int[] freeSlots = new int[INITIAL_CAPACITY];
    private int freeCount;

    /** An empty queue. */
    HeapEventQueue() {
        releaseSlots(0, INITIAL_CAPACITY);
    }

    /** Number of events waiting. */
    int size() {
        return size;
    }

    /** Time of the first event; only when there is one. */
    long firstTime() {
        return times[0];
    }

    /** Order of the first event; only when there is one. */
    long firstOrder() {
        return orders[0];
    }

    /** Slot of the first event; only when there is one. */
    int firstSlot() {
        return slots[0];
    }

    /** Kind of the event in a slot, as given to {@link #add}. */
    int kind(int slot) {
        return kinds[slot];
    }

    /** First number of the event in a slot. */
    int first(int slot) {
        return firsts[slot];
    }

    /** Second number of the event in a slot. */
    int second(int slot) {
        return seconds[slot];
    }

    /** Payload of the event in a slot. */
    Object payload(int slot) {
        return payloads[slot];
    }

    /**
     * Adds an event.
     *
     * @return its slot, valid until the event is removed
     */
    int add(long time, long order, int kind, int first, int second, Object payload) {
        if (freeCount == 0) {
            grow();
        }
        int slot = freeSlots[--freeCount];
        kinds[slot] = kind;
        firsts[slot] = first;
        seconds[slot] = second;
        payloads[slot] = payload;
        siftUp(size++, time, order, slot);
        return slot;
    }

    /** Removes the event in a slot, wherever it stands. */
    void remove(int slot) {
        int position = positions[slot];
        int last = --size;
        payloads[slot] = null;
        freeSlots[freeCount++] = slot;
        if (position != last) {
            place(position, times[last], orders[last], slots[last]);
        }
    }

    /** Gives the event in a slot another time and order. */
    void move(int slot, long time, long order) {
        place(positions[slot], time, order, slot);
    }

    private void place(int position, long time, long order, int slot) {
        if (position > 0 && before(time, order, parent(position))) {
            siftUp(position, time, order, slot);
        } else {
            siftDown(position, time, order, slot);
        }
    }

    private static int parent(int position) {
        return (position - 1) >>> ARITY_SHIFT;
    }

    private boolean before(long time, long order, int position) {
        return time < times[position] || (time == times[position] && order < orders[position]);
    }

    private void siftUp(int start, long time, long order, int slot) {
        int position = start;
        while (position > 0) {
            int parent = parent(position);
            if (!before(time, order, parent)) {
                break;
            }
            put(position, times[parent], orders[parent], slots[parent]);
            position = parent;
        }
        put(position, time, order, slot);
    }

    private void siftDown(int start, long time, long order, int slot) {
        int position = start;
        while (true) {
            int child = (position << ARITY_SHIFT) + 1;
            if (child >= size) {
                break;
            }
            int least = leastOf(child, Math.min(child + (1 << ARITY_SHIFT), size));
            if (before(time, order, least)) {
                break;
            }
            put(position, times[least], orders[least], slots[least]);
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

    private void put(int position, long time, long order, int slot) {
        times[position] = time;
        orders[position] = order;
        slots[position] = slot;
        positions[slot] = position;
    }

    private void grow() {
        int old = slots.length;
        int capacity = old * 2;
        times = Arrays.copyOf(times, capacity);
        orders = Arrays.copyOf(orders, capacity);
        slots = Arrays.copyOf(slots, capacity);
        positions = Arrays.copyOf(positions, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        firsts = Arrays.copyOf(firsts, capacity);
        seconds = Arrays.copyOf(seconds, capacity);
        payloads = Arrays.copyOf(payloads, capacity);
        freeSlots = Arrays.copyOf(freeSlots, capacity);
        releaseSlots(old, capacity);
    }

    private void releaseSlots(int from, int to) {
        for (int slot = to - 1; slot >= from; slot--) {
            freeSlots[freeCount++] = slot;
        }
    }
}
