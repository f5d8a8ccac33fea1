package hopscope.engine;

import java.util.Arrays;

/**
 * The events to come: they leave by time, then by order; no two events may share both.
 *
 * <p>Events wait in two timing wheels, one with fine ticks and one whose ticks are half a turn of the first; what lies
 * beyond both waits in a heap. When the clock comes to a tick, its events go to a small heap, from which they leave in
 * exact order. How wide a tick is and how many buckets there are follows the load, see {@link WheelTuning}; the order in
 * which events leave does not depend on it.
 *
 * <p>An event removed before its time leaves a dead slot behind, which is thrown away when its tick comes, or earlier when
 * more slots are dead than alive.
 *
 * <p>Adding, removing and taking the first cost O(1) on average, O(log n) when many events share a tick. No object is
 * made for an event. Memory: about 45 bytes for each event that was ever waiting at once. Not thread-safe.
 */
public final class EventQueue {
    /** There is no event. */
    public static final int NONE = -1;

    private static final int COARSE_BUCKETS = 256;

    /** Dead slots that are always tolerated. */
    private static final int DEAD_SLACK = 1_024;

    private final EventSlots slots = new EventSlots();

    /** The events of all ticks up to the cursor. */
    private final EventHeap front = new EventHeap();

    /** The events beyond the reach of the coarse wheel. */
    private final EventHeap beyond = new EventHeap();

    private final EventsAhead ahead = new EventsAhead(slots);
    private final WheelTuning tuning = new WheelTuning();
    private TimingWheel fine = new TimingWheel(tuning.buckets());
    private TimingWheel coarse = new TimingWheel(COARSE_BUCKETS);

    /** A fine tick lasts 2^shift ns, a coarse one 2^coarseShift fine ticks. */
    private int shift = tuning.shift();

    private int coarseShift = coarseShiftOf(fine);

    /** Fine ticks up to here have gone to the front. */
    private long cursor;

    /** First fine tick of the next occupied coarse bucket. */
    private long nextCoarse = TimingWheel.NONE;

    private int size;
    private int deadCount;

    /** The slots of a bucket on their way to the front, with times and orders. */
    private int[] listed = new int[16];

    private long[] listedTimes = new long[16];
    private long[] listedOrders = new long[16];

    private static int coarseShiftOf(TimingWheel fine) {
        return Integer.numberOfTrailingZeros(fine.buckets()) - 1;
    }

    /** Number of events waiting. */
    public int size() {
        return size;
    }

    /** Slot of the first event, or {@link #NONE}. */
    public int firstSlot() {
        if (size == 0) {
            return NONE;
        }
        while (true) {
            if (front.isEmpty()) {
                advance();
            } else if (slots.isDead(front.firstSlot())) {
                slots.release(front.firstSlot());
                front.removeFirst();
                deadCount--;
            } else {
                return front.firstSlot();
            }
        }
    }

    /** Those of the events to come that were read ahead of their time. */
    EventsAhead ahead() {
        return ahead;
    }

    /** Time of the event in a slot, in nanoseconds. */
    public long time(int slot) {
        return slots.time(slot);
    }

    /** Order of the event in a slot. */
    public long order(int slot) {
        return slots.order(slot);
    }

    /** Kind of the event in a slot, as given to {@link #add}. */
    public int kind(int slot) {
        return slots.kind(slot);
    }

    /** First number of the event in a slot. */
    public int first(int slot) {
        return slots.first(slot);
    }

    /** Second number of the event in a slot. */
    public int second(int slot) {
        return slots.second(slot);
    }

    /** Payload of the event in a slot. */
    public Object payload(int slot) {
        return slots.payload(slot);
    }

    /**
     * Adds an event.
     *
     * @param time in nanoseconds, not negative
     * @param order not negative
     * @param kind not negative
     * @return its slot, valid until the event is removed
     */
    public int add(long time, long order, int kind, int first, int second, Object payload) {
        int slot = slots.take(time, order, kind, first, second, payload);
        size++;
        tuning.added();
        place(slot, time, order);
        return slot;
    }

    private void place(int slot, long time, long order) {
        long tick = time >>> shift;
        long distance = tick - cursor;
        if (distance <= 0) {
            front.add(time, order, slot);
        } else if (distance < fine.buckets()) {
            slots.link(slot, fine.push(tick, slot));
        } else {
            placeFar(slot, time, order, tick >>> coarseShift);
        }
    }

    private void placeFar(int slot, long time, long order, long coarseTick) {
        tuning.addedFar();
        if (coarseTick - (cursor >>> coarseShift) < coarse.buckets()) {
            slots.link(slot, coarse.push(coarseTick, slot));
            nextCoarse = Math.min(nextCoarse, coarseTick << coarseShift);
        } else {
            beyond.add(time, order, slot);
        }
    }

    /** Removes the first event, whose slot {@link #firstSlot} has just named. */
    public void removeFirst() {
        slots.release(front.firstSlot());
        front.removeFirst();
        size--;
        ahead.removedFirst();
        tuning.removedFirst();
    }

    /** Removes the event in a slot, wherever it stands. */
    public void remove(int slot) {
        slots.kill(slot);
        size--;
        deadCount++;
        if (deadCount > size + DEAD_SLACK) {
            rebuild();
        }
    }

    /** Brings the events of the next occupied tick to the front; only when there are some. */
    private void advance() {
        if (tuning.isDue(slots.capacity()) && tuning.retune(slots.capacity())) {
            rebuild();
            if (!front.isEmpty()) {
                return;
            }
        }
        long next = fine.nextOccupied(cursor);
        while (nextCoarse <= next && nextCoarse != TimingWheel.NONE) {
            moveTo(nextCoarse - 1);
            spread(coarse.take(nextCoarse >>> coarseShift));
            long coarseTick = coarse.nextOccupied(nextCoarse >>> coarseShift);
            nextCoarse = coarseTick == TimingWheel.NONE ? TimingWheel.NONE : coarseTick << coarseShift;
            next = fine.nextOccupied(cursor);
        }
        if (next == TimingWheel.NONE) {
            next = beyond.firstTime() >>> shift;
        }
        moveTo(next);
        ahead.read(fine, cursor, nextCoarse);
        enter(fine.take(next));
    }

    /**
     * Puts the events of a bucket into the front. First their slots are listed, then their contents are read: that many
     * reads from memory at a time take little longer than one.
     */
    private void enter(int head) {
        int count = 0;
        for (int slot = head; slot != NONE; slot = slots.next(slot)) {
            if (count == listed.length) {
                listed = Arrays.copyOf(listed, 2 * count);
                listedTimes = new long[2 * count];
                listedOrders = new long[2 * count];
            }
            listed[count++] = slot;
        }
        for (int i = 0; i < count; i++) {
            listedTimes[i] = slots.time(listed[i]);
            listedOrders[i] = slots.order(listed[i]);
        }
        for (int i = 0; i < count; i++) {
            front.add(listedTimes[i], listedOrders[i], listed[i]);
        }
    }

    /** Moves the cursor forward, and with it the reach of the coarse wheel. */
    private void moveTo(long tick) {
        tuning.advanced(tick - cursor);
        cursor = tick;
        long coarseCursor = cursor >>> coarseShift;
        while (!beyond.isEmpty() && (beyond.firstTime() >>> shift >>> coarseShift) - coarseCursor < coarse.buckets()) {
            int slot = beyond.firstSlot();
            beyond.removeFirst();
            placeUnlessDead(slot);
        }
    }

    private void placeUnlessDead(int slot) {
        if (slots.isDead(slot)) {
            slots.release(slot);
            deadCount--;
        } else {
            place(slot, slots.time(slot), slots.order(slot));
        }
    }

    private void spread(int head) {
        int slot = head;
        while (slot != NONE) {
            int next = slots.next(slot);
            placeUnlessDead(slot);
            slot = next;
        }
    }

    /** Throws dead slots away and puts all others into new wheels; O(capacity). */
    private void rebuild() {
        // Whatever is in front now is not after anything else, so the cursor can stay at the same time.
        long cursorTime = cursor << shift;
        shift = tuning.shift();
        cursor = cursorTime >>> shift;
        ahead.restart();
        fine = new TimingWheel(tuning.buckets());
        coarse = new TimingWheel(COARSE_BUCKETS);
        coarseShift = coarseShiftOf(fine);
        nextCoarse = TimingWheel.NONE;
        front.clear();
        beyond.clear();
        deadCount = 0;
        slots.releaseDead();
        for (int slot = 0; slot < slots.capacity(); slot++) {
            if (slots.isTaken(slot)) {
                place(slot, slots.time(slot), slots.order(slot));
            }
        }
    }
}
