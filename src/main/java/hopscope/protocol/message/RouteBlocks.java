package hopscope.protocol.message;

import java.util.Arrays;

/**
 * The routes of one distance-vector table by destination id: the distances one after the other, and so the sender's neighbour
 * slots of the next hops. For each block of {@value #BLOCK_LENGTH} destinations there is the version of the table at which it
 * changed last, so that a receiver that knows an earlier version need not look at the others.
 *
 * <p>Shared between a table and the messages that carry it. Messages only read; the table's owner writes only while no
 * message {@linkplain #isShared shares} them, and copies them else.
 *
 * <p><b>Distances</b> lie in {@link DistanceLanes} of 8 bits, or of 16 bits once one of them is above {@link
 * DistanceLanes#MAX_NARROW_DISTANCE}: a merge compares eight at a time, reads a byte for each destination, and all of it in
 * the order in which it lies in memory. <b>Slots</b> take a byte, or two once there is one above 255.
 */
public final class RouteBlocks {
    /** Binary logarithm of {@link #BLOCK_LENGTH}. */
    public static final int BLOCK_SHIFT = 8;

    /** Destinations of a block. */
    public static final int BLOCK_LENGTH = 1 << BLOCK_SHIFT;

    private static final int BLOCK_MASK = BLOCK_LENGTH - 1;
    private static final int MAX_BYTE = 0xFF;

    private final long[] versions;

    private long[] distances;
    private int bits;

    /** Exactly one of the two is there; undefined where there is no route. */
    private byte[] slots;

    private char[] wideSlots;

    private int shares;

    private RouteBlocks(long[] versions, long[] distances, int bits, byte[] slots, char[] wideSlots) {
        this.versions = versions;
        this.distances = distances;
        this.bits = bits;
        this.slots = slots;
        this.wideSlots = wideSlots;
    }

    /** So many blocks without routes; their version is 0. */
    public static RouteBlocks empty(int count) {
        int length = count << BLOCK_SHIFT;
        long[] distances = DistanceLanes.none(length, DistanceLanes.NARROW);
        return new RouteBlocks(new long[count], distances, DistanceLanes.NARROW, new byte[length], null);
    }

    /**
     * The blocks of a flat row; O(its length).
     *
     * @param row packed entries, see {@link RouteTable}
     * @param version of all blocks
     */
    static RouteBlocks of(int[] row, long version) {
        RouteBlocks blocks = empty(row.length + BLOCK_MASK >> BLOCK_SHIFT);
        for (int destination = 0; destination < row.length; destination++) {
            blocks.set(destination, row[destination]);
        }
        Arrays.fill(blocks.versions, version);
        return blocks;
    }

    /**
     * The same routes for an owner that must not change these; O(length).
     *
     * @param count at least as many blocks as there are; further ones are empty
     */
    public RouteBlocks copy(int count) {
        int length = count << BLOCK_SHIFT;
        return new RouteBlocks(
                Arrays.copyOf(versions, count),
                DistanceLanes.copy(distances, length, bits),
                bits,
                slots == null ? null : Arrays.copyOf(slots, length),
                wideSlots == null ? null : Arrays.copyOf(wideSlots, length));
    }

    /** Number of blocks: destinations from there on have no route. */
    public int count() {
        return versions.length;
    }

    /** Whether messages look at these blocks. */
    public boolean isShared() {
        return shares != 0;
    }

    void share() {
        shares++;
    }

    void unshare() {
        shares--;
    }

    /** The version of the table at which a block changed last; 0 if it never did. */
    public long version(int block) {
        return versions[block];
    }

    /** A block of the owner's has changed. */
    public void setVersion(int block, long version) {
        versions[block] = version;
    }

    /** Bits of each lane of the {@link #distances}. */
    public int bits() {
        return bits;
    }

    /** The distances, see {@link DistanceLanes}; changed by the owner only, and another array once they are {@link #widen wider}. */
    public long[] distances() {
        return distances;
    }

    /** Gives every distance 16 bits, if they have fewer; by the owner only. O(length). */
    public void widen() {
        if (bits == DistanceLanes.NARROW) {
            long[] narrow = distances;
            int length = count() << BLOCK_SHIFT;
            distances = DistanceLanes.none(length, DistanceLanes.WIDE);
            bits = DistanceLanes.WIDE;
            for (int destination = 0; destination < length; destination++) {
                int distance = DistanceLanes.get(narrow, DistanceLanes.NARROW, destination);
                DistanceLanes.set(distances, DistanceLanes.WIDE, destination, distance);
            }
        }
    }

    /** Slot of the next hop to a destination in one of the blocks; undefined where there is no route. */
    public int slot(int destination) {
        return slots != null ? slots[destination] & MAX_BYTE : wideSlots[destination];
    }

    /** Sets the slot of the next hop, 0 … 65,535; by the owner only. O(1), but O(length) for the first above 255. */
    public void setSlot(int destination, int slot) {
        if (slots != null && slot > MAX_BYTE) {
            widenSlots();
        }
        if (slots != null) {
            slots[destination] = (byte) slot;
        } else {
            wideSlots[destination] = (char) slot;
        }
    }

    /** {@link #setSlot Sets} the slot of the next hop to a destination and answers the one before; by the owner only. */
    public int exchangeSlot(int destination, int slot) {
        byte[] narrow = slots;
        if (narrow != null && slot <= MAX_BYTE) {
            int old = narrow[destination] & MAX_BYTE;
            narrow[destination] = (byte) slot;
            return old;
        }
        int old = slot(destination);
        setSlot(destination, slot);
        return old;
    }

    /** Reads a word of each line of memory that holds a block's distances, if they are narrow; the answer means nothing. */
    public long touch(int block) {
        int word = block << BLOCK_SHIFT >> 3;
        return distances[word] + distances[word + 8] + distances[word + 16] + distances[word + 24];
    }

    private void widenSlots() {
        wideSlots = new char[slots.length];
        for (int destination = 0; destination < slots.length; destination++) {
            wideSlots[destination] = (char) (slots[destination] & MAX_BYTE);
        }
        slots = null;
    }

    /**
     * Copies all routes to arrays, with {@code System.arraycopy}: a yardstick for what a merge may cost. Only while all slots
     * take a byte.
     *
     * @param toDistances at least as long as {@link #distances}
     * @param toSlots as long as there are destinations, or longer
     */
    public void copyInto(long[] toDistances, byte[] toSlots) {
        System.arraycopy(distances, 0, toDistances, 0, distances.length);
        System.arraycopy(slots, 0, toSlots, 0, slots.length);
    }

    /** Packed entry of a destination in one of the blocks, see {@link RouteTable}. */
    public int entry(int destination) {
        int distance = distance(destination);
        return distance == RouteTable.NO_DISTANCE ? RouteTable.NO_ROUTE : distance << 16 | slot(destination);
    }

    /** Distance of a destination in one of the blocks, or {@link RouteTable#NO_DISTANCE}. */
    public int distance(int destination) {
        return DistanceLanes.get(distances, bits, destination);
    }

    /** Sets a packed entry; by the owner only. */
    public void set(int destination, int entry) {
        int distance = RouteTable.distance(entry);
        if (!DistanceLanes.fitsNarrow(distance)) {
            widen();
        }
        DistanceLanes.set(distances, bits, destination, distance);
        setSlot(destination, entry & RouteTable.SLOT_MASK);
    }
}
