package hopscope.protocol.routing.rip;

import hopscope.protocol.message.RipUpdate;
import hopscope.protocol.message.RouteTable;
import java.util.Arrays;

/**
 * A node's routes, packed as {@link RipUpdate} describes and shared with the updates that carry them until they are changed
 * (copy on write), and when each was confirmed or lost.
 *
 * <p>A route that is lost stays, with the distance infinity, until it is removed.
 */
final class RipTable {
    /** The entry of a destination that is not in the table. */
    static final int ABSENT = RouteTable.NO_ROUTE;

    private static final int INITIAL_CAPACITY = 8;

    private int[] entries = filled(new int[INITIAL_CAPACITY], 0);
    private long[] timesNanos = new long[INITIAL_CAPACITY];
    private boolean shared;
    private int entryCount;
    private int[] entriesBySlot = {};
    private long version = RipUpdate.NO_VERSION + 1;

    private static int[] filled(int[] entries, int from) {
        Arrays.fill(entries, from, entries.length, ABSENT);
        return entries;
    }

    /** A packed entry. */
    static int entry(int distance, int slot) {
        return distance << 16 | slot;
    }

    static int distanceOf(int entry) {
        return RouteTable.distance(entry);
    }

    static int slotOf(int entry) {
        return entry & RouteTable.SLOT_MASK;
    }

    /** The packed entry of a destination, or {@link #ABSENT}. */
    int get(int destination) {
        return destination < entries.length ? entries[destination] : ABSENT;
    }

    /** When the route was confirmed or lost. */
    long timeNanos(int destination) {
        return timesNanos[destination];
    }

    void setTime(int destination, long timeNanos) {
        timesNanos[destination] = timeNanos;
    }

    /** Destinations are below this number. */
    int length() {
        return entries.length;
    }

    /** Entries in the table. */
    int entryCount() {
        return entryCount;
    }

    /** Entries by way of a slot. */
    private int entryCount(int slot) {
        return slot < entriesBySlot.length ? entriesBySlot[slot] : 0;
    }

    void set(int destination, int entry, long timeNanos) {
        ensureLength(destination + 1);
        if (shared) {
            entries = entries.clone();
            shared = false;
        }
        count(entries[destination], -1);
        count(entry, 1);
        entries[destination] = entry;
        timesNanos[destination] = timeNanos;
        version++;
    }

    private void count(int entry, int change) {
        if (entry == ABSENT) {
            return;
        }
        int slot = slotOf(entry);
        if (slot >= entriesBySlot.length) {
            entriesBySlot = Arrays.copyOf(entriesBySlot, 2 * (slot + 1));
        }
        entryCount += change;
        entriesBySlot[slot] += change;
    }

    private void ensureLength(int length) {
        if (length > entries.length) {
            int old = entries.length;
            // Towards the number of nodes, which is about the largest id seen; an eighth to spare.
            int capacity = length + length / 8;
            entries = filled(Arrays.copyOf(entries, capacity), old);
            timesNanos = Arrays.copyOf(timesNanos, capacity);
            shared = false;
        }
    }

    /** All entries as a message; it stays as it is now. */
    RipUpdate everything(RipUpdate.Meaning meaning) {
        shared = true;
        int omitted = meaning.omitsReceiver() ? entryCount(meaning.receiverSlot()) : 0;
        return new RipUpdate(null, entries, meaning, entryCount - omitted, version);
    }

    /**
     * Some entries as a message, or {@code null} if there is none for the receiver.
     *
     * @param destinations ascending
     * @param packed their entries
     */
    static RipUpdate changes(int[] destinations, int[] packed, RipUpdate.Meaning meaning) {
        int listed = 0;
        for (int entry : packed) {
            boolean omitted = meaning.omitsReceiver() && slotOf(entry) == meaning.receiverSlot();
            listed += entry == ABSENT || omitted ? 0 : 1;
        }
        return listed == 0 ? null : new RipUpdate(destinations, packed, meaning, listed, RipUpdate.NO_VERSION);
    }
}
