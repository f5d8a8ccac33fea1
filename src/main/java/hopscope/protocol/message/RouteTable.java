package hopscope.protocol.message;

import java.util.Arrays;

/**
 * One half of a push-pull exchange of distance-vector tables: all entries {@code <dst, next, distance>} of the sender.
 *
 * <p>The entries are packed, one int for each destination id: distance in the bits 16 to 30, the sender's neighbour slot of
 * the next hop in the bits 0 to 15. They lie in blocks of {@value #BLOCK_LENGTH} destinations, each with the version of the
 * table at which it changed last, so that a receiver that knows an earlier version need not look at the others. Blocks are
 * shared between the sender and its messages until the sender changes its table (copy on write), unless the messages were
 * {@linkplain #release released} before that.
 */
public final class RouteTable implements Message {
    /** One unit of distance in a packed entry. */
    public static final int ONE_HOP = 1 << 16;

    /** The bits of a packed entry that hold the distance. */
    public static final int DISTANCE_MASK = 0x7FFF_0000;

    /** The bits of a packed entry that hold the slot of the next hop. */
    public static final int SLOT_MASK = 0xFFFF;

    /**
     * The packed entry of a destination without a route. One hop more still does not overflow, and is not shorter, so
     * that "adopt if new or strictly shorter" is one comparison.
     */
    public static final int NO_ROUTE = 0x7FFE_0000;

    /** The largest distance that a route can have. */
    public static final int MAX_DISTANCE = 0x7FFD;

    /** The version of a table that came over a wire: not known. */
    public static final long NO_VERSION = 0;

    /** Binary logarithm of {@link #BLOCK_LENGTH}. */
    public static final int BLOCK_SHIFT = 8;

    /** Destinations of a block. 1 KiB: few changes touch a block without need, and a loop over one is worth vectorising. */
    public static final int BLOCK_LENGTH = 1 << BLOCK_SHIFT;

    /** The position of a destination in its block. */
    public static final int BLOCK_MASK = BLOCK_LENGTH - 1;

    /** The block without routes; shared by all tables, never changed. */
    public static final int[] NO_ROUTES = noRoutes();

    private static final int FIXED_LENGTH_BYTES = 1 + 4 + 4;
    private static final int LENGTH_BYTES_PER_ENTRY = 4 + 4 + 2;

    private final int owner;
    private final boolean answerWanted;
    private final int[] nextHops;
    private final int entryCount;
    private final long version;

    /** By block; {@code null} once released. */
    private int[][] blocks;

    private long[] blockVersions;

    /** {@code null} if the table shares nothing that it could give back. */
    private TableShares shares;

    /**
     * A table that shares the blocks of its sender.
     *
     * @param owner the sender; its blocks may hold an entry for itself, which does not count and is not sent
     * @param answerWanted whether the receiver is to answer with its own table (the pull half)
     * @param blocks packed entries; never changed as long as {@code shares} has any
     * @param blockVersions by block the version at which it changed last, 0 if it never did; as {@code blocks}
     * @param nextHops node id of each slot that the blocks name; never changed once it is here
     * @param entryCount routes, the owner's own entry not counted
     * @param version larger than that of any earlier table of this life of the owner, unless nothing changed. Not sent: it
     *     only saves the simulator merges that would change nothing
     * @param shares takes note of this message
     */
    public RouteTable(
            int owner,
            boolean answerWanted,
            int[][] blocks,
            long[] blockVersions,
            int[] nextHops,
            int entryCount,
            long version,
            TableShares shares) {
        this.owner = owner;
        this.answerWanted = answerWanted;
        this.blocks = blocks;
        this.blockVersions = blockVersions;
        this.nextHops = nextHops;
        this.entryCount = entryCount;
        this.version = version;
        this.shares = shares;
        if (shares != null) {
            shares.add();
        }
    }

    /**
     * A table from a flat row, which is copied; O(its length).
     *
     * @param row packed entries by destination id
     * @param version as above, or {@link #NO_VERSION} if not known
     */
    public RouteTable(int owner, boolean answerWanted, int[] row, int[] nextHops, int entryCount, long version) {
        this(owner, answerWanted, blocksOf(row), null, nextHops, entryCount, version, null);
        blockVersions = new long[blocks.length];
        Arrays.fill(blockVersions, version);
    }

    private static int[] noRoutes() {
        int[] block = new int[BLOCK_LENGTH];
        Arrays.fill(block, NO_ROUTE);
        return block;
    }

    private static int[][] blocksOf(int[] row) {
        int[][] blocks = new int[row.length + BLOCK_MASK >> BLOCK_SHIFT][];
        for (int block = 0; block < blocks.length; block++) {
            int from = block << BLOCK_SHIFT;
            int to = Math.min(row.length, from + BLOCK_LENGTH);
            blocks[block] = Arrays.copyOfRange(row, from, from + BLOCK_LENGTH);
            Arrays.fill(blocks[block], to - from, BLOCK_LENGTH, NO_ROUTE);
        }
        return blocks;
    }

    /** The sender. */
    public int owner() {
        return owner;
    }

    /** Whether the receiver is to answer with its own table. */
    public boolean answerWanted() {
        return answerWanted;
    }

    /** Number of blocks: destinations from there on have no route. */
    public int blockCount() {
        return blocks.length;
    }

    /** The packed entries of a block; not to be changed. The entry of the owner is not part of the table. */
    public int[] block(int block) {
        return blocks[block];
    }

    /** The version of the table at which a block changed last. */
    public long blockVersion(int block) {
        return blockVersions[block];
    }

    /** All destinations have smaller ids. */
    public int length() {
        return blocks.length << BLOCK_SHIFT;
    }

    /** The packed entry of a destination below {@link #length}. The entry of the owner is not part of the table. */
    public int entry(int destination) {
        return blocks[destination >> BLOCK_SHIFT][destination & BLOCK_MASK];
    }

    /** Node id of the next hop of a packed entry. */
    public int nextHop(int entry) {
        return nextHops[entry & SLOT_MASK];
    }

    /** Distance of a packed entry. */
    public static int distance(int entry) {
        return entry >>> 16;
    }

    /** Whether a packed entry is a route. */
    public static boolean isRoute(int entry) {
        return (entry & DISTANCE_MASK) < NO_ROUTE;
    }

    /** Routes in the table. */
    public int entryCount() {
        return entryCount;
    }

    /** Equal versions of one life of an owner mean equal tables, unless it is {@link #NO_VERSION}. */
    public long version() {
        return version;
    }

    @Override
    public FrameType type() {
        return FrameType.ROUTE_TABLE;
    }

    @Override
    public int bodyLengthBytes() {
        return FIXED_LENGTH_BYTES + LENGTH_BYTES_PER_ENTRY * entryCount;
    }

    @Override
    public void release() {
        if (shares != null) {
            shares.remove();
            shares = null;
            // Who looks at it all the same is to notice.
            blocks = null;
            blockVersions = null;
        }
    }

    @Override
    public void keep() {
        shares = null;
    }
}
