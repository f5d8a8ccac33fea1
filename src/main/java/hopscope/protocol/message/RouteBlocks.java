package hopscope.protocol.message;

import java.util.Arrays;

/**
 * The routes of one distance-vector table by destination id, in blocks of {@value #BLOCK_LENGTH}: for each block the
 * distances, the sender's neighbour slots of the next hops, and the version of the table at which the block changed last, so
 * that a receiver that knows an earlier version need not look at the others.
 *
 * <p>Shared between a table and the messages that carry it. Messages only read; the table's owner writes only while no
 * message {@linkplain #isShared shares} them, and copies them else.
 *
 * <p><b>Distances</b> lie side by side in {@code long} words, eight of 8 bits or four of 16 bits in each, see {@link
 * DistanceLanes}: a merge compares eight at a time and reads a byte for each destination. A block is narrow until it has to
 * hold a distance above {@link DistanceLanes#MAX_NARROW_DISTANCE}.
 */
public final class RouteBlocks {
    /** Binary logarithm of {@link #BLOCK_LENGTH}. */
    public static final int BLOCK_SHIFT = 8;

    /** Destinations of a block. */
    public static final int BLOCK_LENGTH = 1 << BLOCK_SHIFT;

    /** The position of a destination in its block. */
    public static final int BLOCK_MASK = BLOCK_LENGTH - 1;

    /** The distances of a block without routes; shared by all tables, never changed. */
    private static final long[] NO_DISTANCES = DistanceLanes.none();

    /** The slots of a block without routes; shared by all tables, never changed. */
    private static final char[] NO_SLOTS = new char[BLOCK_LENGTH];

    private final long[][] distances;
    private final char[][] slots;
    private final long[] versions;
    private int shares;

    private RouteBlocks(long[][] distances, char[][] slots, long[] versions) {
        this.distances = distances;
        this.slots = slots;
        this.versions = versions;
    }

    /** So many blocks without routes; their version is 0. */
    public static RouteBlocks empty(int count) {
        RouteBlocks blocks = new RouteBlocks(new long[count][], new char[count][], new long[count]);
        Arrays.fill(blocks.distances, NO_DISTANCES);
        Arrays.fill(blocks.slots, NO_SLOTS);
        return blocks;
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
            int block = destination >> BLOCK_SHIFT;
            if (blocks.distances[block] == NO_DISTANCES) {
                blocks.ownBlock(block);
                blocks.versions[block] = version;
            }
            blocks.set(destination, row[destination]);
        }
        return blocks;
    }

    /**
     * The same blocks for an owner that must not change these; O(blocks). What lies in them is shared still: {@link
     * #ownBlock} before the first change of each.
     *
     * @param count at least as many as there are; further ones are empty
     */
    public RouteBlocks copy(int count) {
        RouteBlocks copy = empty(count);
        System.arraycopy(distances, 0, copy.distances, 0, distances.length);
        System.arraycopy(slots, 0, copy.slots, 0, slots.length);
        System.arraycopy(versions, 0, copy.versions, 0, versions.length);
        return copy;
    }

    /** Copies what lies in a block, so that it can be changed. */
    public void ownBlock(int block) {
        distances[block] = distances[block].clone();
        slots[block] = slots[block].clone();
    }

    /** Number of blocks: destinations from there on have no route. */
    public int count() {
        return distances.length;
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

    /** Whether nothing was ever put into a block. */
    public boolean isEmpty(int block) {
        return distances[block] == NO_DISTANCES;
    }

    /** The distances of a block, see {@link DistanceLanes}; changed by the owner of the block only. */
    public long[] distances(int block) {
        return distances[block];
    }

    /** The slots of a block by position, undefined where there is no route; changed by the owner of the block only. */
    public char[] slots(int block) {
        return slots[block];
    }

    /** A block of the owner's has changed. */
    public void setVersion(int block, long version) {
        versions[block] = version;
    }

    /** Gives every distance of a block of the owner's 16 bits, if they have fewer. */
    public void widen(int block) {
        distances[block] = DistanceLanes.widened(distances[block]);
    }

    /** Packed entry of a destination in one of the blocks, see {@link RouteTable}. */
    public int entry(int destination) {
        int distance = distance(destination);
        return distance == RouteTable.NO_DISTANCE
                ? RouteTable.NO_ROUTE
                : distance << 16 | slots[destination >> BLOCK_SHIFT][destination & BLOCK_MASK];
    }

    /** Distance of a destination in one of the blocks, or {@link RouteTable#NO_DISTANCE}. */
    public int distance(int destination) {
        return DistanceLanes.get(distances[destination >> BLOCK_SHIFT], destination & BLOCK_MASK);
    }

    /** Sets a packed entry in a block of the owner's. */
    public void set(int destination, int entry) {
        int block = destination >> BLOCK_SHIFT;
        int distance = RouteTable.distance(entry);
        if (distance > DistanceLanes.MAX_NARROW_DISTANCE && distance != RouteTable.NO_DISTANCE) {
            widen(block);
        }
        DistanceLanes.set(distances[block], destination & BLOCK_MASK, distance);
        slots[block][destination & BLOCK_MASK] = (char) (entry & RouteTable.SLOT_MASK);
    }
}
