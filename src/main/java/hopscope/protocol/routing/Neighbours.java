package hopscope.protocol.routing;

import hopscope.random.RandomStream;
import java.util.Arrays;

/**
 * The neighbours of a node: the peers with an established session. Every peer ever seen has a slot, a small number that
 * stays its own, so that tables can name peers in 16 bits.
 */
public final class Neighbours {
    /** What {@link #slotOf} answers for a node never seen. */
    public static final int NO_SLOT = -1;

    /** Slots must fit the 16 bits of a packed table entry, and neighbour counts those of a link-state record. */
    public static final int MAX_SLOTS = (1 << 16) - 1;

    private static final int INITIAL_CAPACITY = 4;

    /** 2^32 divided by the golden ratio: spreads ids over the table (Knuth, volume 3, section 6.4). */
    private static final int SPREAD = 0x9E3779B9;

    /** The lowest bit of a table entry: connected. */
    private static final int CONNECTED = 1;

    /**
     * The peers ever seen, found by id: each stands where its id hashes to or as soon after it as was free. An entry has
     * the id in its upper half, then slot + 1, then whether it is connected; 0 is none. Twice as long as there is room for
     * slots. All in one place, since every frame asks for the peer that it comes from and the one that it goes to.
     */
    private long[] table = new long[2 * INITIAL_CAPACITY];

    private int slotCount;

    /** By slot. A snapshot may be shared with messages: it grows by copying only. */
    private int[] idBySlot = new int[INITIAL_CAPACITY];

    private int[] costBySlot = new int[INITIAL_CAPACITY];
    private boolean[] connectedBySlot = new boolean[INITIAL_CAPACITY];

    /** Slots of the connected peers, ascending by the peer's id. */
    private int[] connected = new int[INITIAL_CAPACITY];

    private int connectedCount;

    /** Scratch for drawing several at once. */
    private int[] urn = new int[INITIAL_CAPACITY];

    /** Number of slots given so far. */
    public int slotCount() {
        return slotCount;
    }

    /** Number of neighbours. */
    public int count() {
        return connectedCount;
    }

    /** Slot of the neighbour at an index, ascending by id. */
    public int slotAt(int index) {
        return connected[index];
    }

    /** Node id of a slot. */
    public int id(int slot) {
        return idBySlot[slot];
    }

    /** Cost of the link to a slot, in the unit of the metric, at least 1. */
    public int cost(int slot) {
        return costBySlot[slot];
    }

    /** Whether the peer of a slot is a neighbour now. */
    public boolean isConnected(int slot) {
        return connectedBySlot[slot];
    }

    /** Node ids by slot. Entries of given slots never change, so messages may keep it; not to be changed. */
    public int[] idsBySlot() {
        return idBySlot;
    }

    /** Slot of a node, or {@link #NO_SLOT}; O(1) on average. */
    public int slotOf(int id) {
        return ((int) table[tableIndex(id)] >> 1) - 1;
    }

    /** Slot of a node that is a neighbour now, or {@link #NO_SLOT}; O(1) on average. */
    public int connectedSlotOf(int id) {
        int entry = (int) table[tableIndex(id)];
        return (entry & CONNECTED) == 0 ? NO_SLOT : (entry >> 1) - 1;
    }

    /** Reads where a peer's entry will be looked for, see {@link RouteView#touch}; the answer means nothing. */
    public long touch(int id, int depth) {
        return switch (depth) {
            case 0 -> connectedCount;
            case 1 ->
                table[id * SPREAD >>> Integer.numberOfLeadingZeros(table.length - 1)] + idBySlot[0] + connected[0];
            default -> 0;
        };
    }

    /** Where an id stands in the table, or would. */
    private int tableIndex(int id) {
        int mask = table.length - 1;
        int index = id * SPREAD >>> Integer.numberOfLeadingZeros(mask);
        while (table[index] != 0 && (int) (table[index] >> Integer.SIZE) != id) {
            index = index + 1 & mask;
        }
        return index;
    }

    private void enter(int slot) {
        int id = idBySlot[slot];
        int entry = slot + 1 << 1 | (connectedBySlot[slot] ? CONNECTED : 0);
        table[tableIndex(id)] = (long) id << Integer.SIZE | entry;
    }

    /**
     * Gives a peer a slot, or finds the one it has.
     *
     * @return the slot, or {@link #NO_SLOT} if all are taken
     */
    public int register(int id) {
        int slot = slotOf(id);
        if (slot != NO_SLOT || slotCount == MAX_SLOTS) {
            return slot;
        }
        growIfFull();
        idBySlot[slotCount] = id;
        enter(slotCount);
        return slotCount++;
    }

    private void growIfFull() {
        if (slotCount == idBySlot.length) {
            int capacity = 2 * slotCount;
            idBySlot = Arrays.copyOf(idBySlot, capacity);
            costBySlot = Arrays.copyOf(costBySlot, capacity);
            connectedBySlot = Arrays.copyOf(connectedBySlot, capacity);
            connected = Arrays.copyOf(connected, capacity);
            urn = new int[capacity];
            table = new long[2 * capacity];
            for (int slot = 0; slot < slotCount; slot++) {
                enter(slot);
            }
        }
    }

    /** The peer of a slot became a neighbour; O(neighbours). */
    public void connect(int slot, int cost) {
        int index = indexOf(slot);
        System.arraycopy(connected, index, connected, index + 1, connectedCount - index);
        connected[index] = slot;
        connectedCount++;
        connectedBySlot[slot] = true;
        enter(slot);
        costBySlot[slot] = cost;
    }

    /** The peer of a slot is no neighbour any more; O(neighbours). */
    public void disconnect(int slot) {
        int index = indexOf(slot);
        connectedCount--;
        System.arraycopy(connected, index + 1, connected, index, connectedCount - index);
        connectedBySlot[slot] = false;
        enter(slot);
    }

    private int indexOf(int slot) {
        int id = idBySlot[slot];
        int index = 0;
        while (index < connectedCount && idBySlot[connected[index]] < id) {
            index++;
        }
        return index;
    }

    /**
     * Draws neighbours uniformly without replacement.
     *
     * @param wanted how many; fewer if there are fewer
     * @param drawn receives their slots from index 0 on; at least {@code min(wanted, count())} long
     * @return how many were drawn
     */
    public int draw(int wanted, RandomStream random, int[] drawn) {
        int count = Math.min(wanted, connectedCount);
        if (count == 1) {
            drawn[0] = connected[random.nextInt(connectedCount)];
            return 1;
        }
        System.arraycopy(connected, 0, urn, 0, connectedCount);
        for (int i = 0; i < count; i++) {
            int pick = i + random.nextInt(connectedCount - i);
            drawn[i] = urn[pick];
            urn[pick] = urn[i];
        }
        return count;
    }
}
