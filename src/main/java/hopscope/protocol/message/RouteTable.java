package hopscope.protocol.message;

/**
 * One half of a push-pull exchange of distance-vector tables: all entries {@code <dst, next, distance>} of the sender.
 *
 * <p>The entries lie in {@link RouteBlocks}, which are shared between the sender and its messages until the sender changes its
 * table (copy on write), unless the messages were {@linkplain #release released} before that. Looked at one by one, an entry
 * is packed into an int: distance in the bits 16 to 30, the sender's neighbour slot of the next hop in the bits 0 to 15.
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

    /** The distance of a destination without a route. */
    public static final int NO_DISTANCE = NO_ROUTE >>> 16;

    /** The version of a table that came over a wire: not known. */
    public static final long NO_VERSION = 0;

    private static final int FIXED_LENGTH_BYTES = 1 + 4 + 4;
    private static final int LENGTH_BYTES_PER_ENTRY = 4 + 4 + 2;

    private final int owner;
    private final boolean answerWanted;
    private final int[] nextHops;
    private final int entryCount;
    private final long version;

    /** {@code null} once released. */
    private RouteBlocks blocks;

    private boolean givesBack;

    /**
     * A table that shares the blocks of its sender.
     *
     * @param owner the sender; its blocks may hold an entry for itself, which does not count and is not sent
     * @param answerWanted whether the receiver is to answer with its own table (the pull half)
     * @param blocks not changed from now until this message is released
     * @param nextHops node id of each slot that the blocks name; never changed once it is here
     * @param entryCount routes, the owner's own entry not counted
     * @param version larger than that of any earlier table of this life of the owner, unless nothing changed. Not sent: it
     *     only saves the simulator merges that would change nothing
     */
    public RouteTable(
            int owner, boolean answerWanted, RouteBlocks blocks, int[] nextHops, int entryCount, long version) {
        this.owner = owner;
        this.answerWanted = answerWanted;
        this.blocks = blocks;
        this.nextHops = nextHops;
        this.entryCount = entryCount;
        this.version = version;
        this.givesBack = true;
        blocks.share();
    }

    /**
     * A table from a flat row, which is copied; O(its length).
     *
     * @param row packed entries by destination id
     * @param version as above, or {@link #NO_VERSION} if not known
     */
    public RouteTable(int owner, boolean answerWanted, int[] row, int[] nextHops, int entryCount, long version) {
        this(owner, answerWanted, RouteBlocks.of(row, version), nextHops, entryCount, version);
    }

    /** The sender. */
    public int owner() {
        return owner;
    }

    /** Whether the receiver is to answer with its own table. */
    public boolean answerWanted() {
        return answerWanted;
    }

    /** Its routes; the entry of the owner is not part of the table. */
    public RouteBlocks blocks() {
        return blocks;
    }

    /** All destinations have smaller ids. */
    public int length() {
        return blocks.count() << RouteBlocks.BLOCK_SHIFT;
    }

    /** The packed entry of a destination below {@link #length}. The entry of the owner is not part of the table. */
    public int entry(int destination) {
        return blocks.entry(destination);
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

    /** Reads what it refers to, ahead of the time when it is released; the answer means nothing. */
    public long touch() {
        return blocks != null && blocks.isShared() ? 1 : 0;
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
        if (givesBack) {
            givesBack = false;
            blocks.unshare();
            // Who looks at it all the same is to notice.
            blocks = null;
        }
    }

    @Override
    public void keep() {
        givesBack = false;
    }
}
