package hopscope.engine;

import java.util.Arrays;

/**
 * Room for the contents of events, by slot. A slot is taken, may be killed, and is released; slots that are taken or dead
 * can be linked into lists. The four longs of a slot lie side by side, so that an event is one or two cache lines.
 */
final class EventSlots {
    private static final int INITIAL_CAPACITY = 64;
    private static final int SHIFT = 2;
    private static final int ORDER = 1;
    private static final int NUMBERS = 2;

    private static final int KIND = 3;

    private static final int NIL = EventQueue.NONE;
    private static final int DEAD = -1;
    private static final int FREE = -2;
    private static final long LOW = 0xFFFF_FFFFL;

    private long[] records = new long[INITIAL_CAPACITY << SHIFT];
    private Object[] payloads = new Object[INITIAL_CAPACITY];

    /** The slot linked behind each; apart from the rest, so that following a list stays in the cache. */
    private int[] nexts = new int[INITIAL_CAPACITY];

    private int firstFree = NIL;

    EventSlots() {
        freeAll(0, INITIAL_CAPACITY);
    }

    /** Slots are 0 … capacity - 1. */
    int capacity() {
        return payloads.length;
    }

    long time(int slot) {
        return records[slot << SHIFT];
    }

    long order(int slot) {
        return records[(slot << SHIFT) + ORDER];
    }

    int first(int slot) {
        return (int) (records[(slot << SHIFT) + NUMBERS] >> 32);
    }

    int second(int slot) {
        return (int) records[(slot << SHIFT) + NUMBERS];
    }

    int kind(int slot) {
        return (int) records[(slot << SHIFT) + KIND];
    }

    Object payload(int slot) {
        return payloads[slot];
    }

    /** Reads a record of a slot; the answer means nothing. */
    long touchRecord(int slot) {
        return records[slot << SHIFT];
    }

    /** Reads the header of a payload, which takes asking for its class; the answer means nothing. */
    long touchPayload(int slot) {
        return payloads[slot] instanceof EventSlots ? 1 : 0;
    }

    /** The slot linked behind this one, or {@link EventQueue#NONE}. */
    int next(int slot) {
        return nexts[slot];
    }

    /** Links a slot behind another. */
    void link(int slot, int next) {
        nexts[slot] = next;
    }

    boolean isDead(int slot) {
        return kind(slot) == DEAD;
    }

    boolean isTaken(int slot) {
        return kind(slot) >= 0;
    }

    /** Puts an event into a free slot. */
    int take(long time, long order, int kind, int first, int second, Object payload) {
        if (firstFree == NIL) {
            grow();
        }
        int slot = firstFree;
        firstFree = next(slot);
        int at = slot << SHIFT;
        records[at] = time;
        records[at + ORDER] = order;
        records[at + NUMBERS] = (long) first << 32 | second & LOW;
        records[at + KIND] = kind;
        payloads[slot] = payload;
        return slot;
    }

    /** The event will not take place; the slot stays where it is linked. */
    void kill(int slot) {
        payloads[slot] = null;
        records[(slot << SHIFT) + KIND] = DEAD;
    }

    /** Frees a slot that is linked nowhere. */
    void release(int slot) {
        payloads[slot] = null;
        free(slot);
    }

    private void free(int slot) {
        records[(slot << SHIFT) + KIND] = FREE;
        nexts[slot] = firstFree;
        firstFree = slot;
    }

    /** Frees all dead slots, which are then linked nowhere. */
    void releaseDead() {
        for (int slot = 0; slot < payloads.length; slot++) {
            if (isDead(slot)) {
                release(slot);
            }
        }
    }

    private void grow() {
        int old = payloads.length;
        records = Arrays.copyOf(records, 2 * old << SHIFT);
        payloads = Arrays.copyOf(payloads, 2 * old);
        nexts = Arrays.copyOf(nexts, 2 * old);
        freeAll(old, 2 * old);
    }

    private void freeAll(int from, int to) {
        for (int slot = to - 1; slot >= from; slot--) {
            free(slot);
        }
    }
}
