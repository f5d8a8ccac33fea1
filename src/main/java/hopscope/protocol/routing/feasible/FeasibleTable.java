package hopscope.protocol.routing.feasible;

import hopscope.protocol.message.FeasibleUpdate;
import hopscope.protocol.routing.Neighbours;
import java.util.Arrays;

/**
 * A node's selected routes, packed as {@link FeasibleUpdate} describes and shared with the updates that carry them until
 * they are changed (copy on write), and its feasibility distances.
 *
 * <p>The feasibility distance of a destination is the best (sequence number, distance) that this node ever had for it: a
 * larger number is better, and with equal numbers a smaller distance. It never gets worse and is never forgotten.
 */
final class FeasibleTable {
    private static final long NONE = -1;
    private static final int INITIAL_CAPACITY = 8;

    private long[] entries = filled(new long[INITIAL_CAPACITY], 0, FeasibleUpdate.NO_ROUTE);
    private long[] feasible = filled(new long[INITIAL_CAPACITY], 0, NONE);
    private int[] slots = new int[INITIAL_CAPACITY];
    private boolean shared;
    private int routeCount;
    private long version = FeasibleUpdate.NO_VERSION + 1;

    FeasibleTable() {
        Arrays.fill(slots, Neighbours.NO_SLOT);
    }

    private static long[] filled(long[] array, int from, long value) {
        Arrays.fill(array, from, array.length, value);
        return array;
    }

    /** Destinations are below this number. */
    int length() {
        return entries.length;
    }

    /** The packed route to a destination, or {@link FeasibleUpdate#NO_ROUTE}. */
    long get(int destination) {
        return destination < entries.length ? entries[destination] : FeasibleUpdate.NO_ROUTE;
    }

    /** Slot of the next hop, or {@link Neighbours#NO_SLOT}. */
    int slot(int destination) {
        return destination < slots.length ? slots[destination] : Neighbours.NO_SLOT;
    }

    /** Routes in the table. */
    int routeCount() {
        return routeCount;
    }

    /**
     * Whether a neighbour with this route of its own certainly does not reach the destination by way of this node: its
     * (sequence number, distance) is better than any that this node ever had, and so told it.
     */
    boolean isFeasible(int destination, long theirs) {
        return destination >= feasible.length
                || feasible[destination] == NONE
                || isBetter(theirs, feasible[destination]);
    }

    private static boolean isBetter(long entry, long than) {
        int sequence = FeasibleUpdate.sequence(entry);
        int thanSequence = FeasibleUpdate.sequence(than);
        return sequence != thanSequence
                ? sequence > thanSequence
                : FeasibleUpdate.metric(entry) < FeasibleUpdate.metric(than);
    }

    /** The smallest sequence number with which any route to a destination is feasible. */
    int nextSequence(int destination) {
        boolean known = destination < feasible.length && feasible[destination] != NONE;
        int sequence = known ? FeasibleUpdate.sequence(feasible[destination]) : NO_SEQUENCE;
        return sequence == Integer.MAX_VALUE ? sequence : sequence + 1;
    }

    private static final int NO_SEQUENCE = -1;

    /** Selects a route, or none; keeps the feasibility distance. */
    void select(int destination, long entry, int slot) {
        ensureLength(destination + 1);
        if (shared) {
            entries = entries.clone();
            shared = false;
        }
        routeCount += count(entry) - count(entries[destination]);
        entries[destination] = entry;
        slots[destination] = slot;
        version++;
        if (entry != FeasibleUpdate.NO_ROUTE && isFeasible(destination, entry)) {
            feasible[destination] = entry;
        }
    }

    private static int count(long entry) {
        return entry == FeasibleUpdate.NO_ROUTE ? 0 : 1;
    }

    private void ensureLength(int length) {
        if (length > entries.length) {
            int old = entries.length;
            // Towards the number of nodes, which is about the largest id seen; an eighth to spare.
            int capacity = length + length / 8;
            entries = filled(Arrays.copyOf(entries, capacity), old, FeasibleUpdate.NO_ROUTE);
            feasible = filled(Arrays.copyOf(feasible, capacity), old, NONE);
            slots = Arrays.copyOf(slots, capacity);
            Arrays.fill(slots, old, capacity, Neighbours.NO_SLOT);
            shared = false;
        }
    }

    /** All routes as a message; it stays as it is now. */
    FeasibleUpdate everything(FeasibleUpdate.Sender sender) {
        shared = true;
        return FeasibleUpdate.everything(sender, entries, routeCount, version);
    }

    /** The packed routes to some destinations. */
    long[] entries(int[] destinations) {
        long[] packed = new long[destinations.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = get(destinations[i]);
        }
        return packed;
    }
}
