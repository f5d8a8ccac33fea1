package hopscope.protocol.message;

/**
 * Routes of the sender with the sequence numbers of their destinations: all of them, or those that changed.
 *
 * <p>A packed entry holds the sequence number in the bits 16 to 46 and the distance in the bits 0 to 15. Entries may be
 * shared between the sender and all its messages; the sender itself, at distance 0, is not among them.
 */
public final class FeasibleUpdate implements Message {
    /** The packed entry of a destination that cannot be reached. */
    public static final long NO_ROUTE = 0xFFFF;

    /** The largest distance that a route can have. */
    public static final int MAX_METRIC = 0xFFFE;

    /** The version of an update that does not hold everything, or that came over a wire. */
    public static final long NO_VERSION = RouteTable.NO_VERSION;

    private static final int FIXED_LENGTH_BYTES = 1 + 4 + 8 + 8 + 4 + 4;
    private static final int LENGTH_BYTES_PER_ENTRY = 4 + 4 + 2;

    private final Sender sender;
    private final int[] destinations;
    private final long[] entries;
    private final int entryCount;
    private final long version;

    /**
     * Who speaks to whom.
     *
     * @param id the sender
     * @param sequence its own sequence number as a destination, from 0
     * @param incarnation names the sender's life, not 0
     * @param knownIncarnation names the life of the receiver that the sender knows of, 0 for none
     */
    public record Sender(int id, int sequence, long incarnation, long knownIncarnation) {}

    private FeasibleUpdate(Sender sender, int[] destinations, long[] entries, int entryCount, long version) {
        this.sender = sender;
        this.destinations = destinations;
        this.entries = entries;
        this.entryCount = entryCount;
        this.version = version;
    }

    /**
     * All routes of the sender: what is not among them cannot be reached by way of it.
     *
     * @param row packed entries by destination id; never changed once it is here
     * @param entryCount routes in the row
     * @param version equal versions of one life of a sender mean equal rows; not sent
     */
    public static FeasibleUpdate everything(Sender sender, long[] row, int entryCount, long version) {
        return new FeasibleUpdate(sender, null, row, entryCount, version);
    }

    /**
     * The routes that changed.
     *
     * @param destinations ascending strictly
     * @param entries packed, one for each; {@link #NO_ROUTE} withdraws a route; never changed once it is here
     */
    public static FeasibleUpdate changes(Sender sender, int[] destinations, long[] entries) {
        return new FeasibleUpdate(sender, destinations, entries, destinations.length, NO_VERSION);
    }

    /** A packed entry. */
    public static long entry(int sequence, int metric) {
        return (long) sequence << 16 | metric;
    }

    /** Sequence number of a packed entry. */
    public static int sequence(long entry) {
        return (int) (entry >>> 16);
    }

    /** Distance of a packed entry that is a route. */
    public static int metric(long entry) {
        return (int) entry & 0xFFFF;
    }

    /** Who speaks to whom. */
    public Sender sender() {
        return sender;
    }

    /** Whether it holds all routes of the sender. */
    public boolean holdsEverything() {
        return destinations == null;
    }

    /** Positions at which there may be an entry. */
    public int size() {
        return entries.length;
    }

    /** The destination at a position; they ascend. */
    public int destination(int position) {
        return destinations == null ? position : destinations[position];
    }

    /** The packed entry at a position. */
    public long entryAt(int position) {
        return entries[position];
    }

    /** The packed entries by destination of an update that holds everything; not to be changed. */
    public long[] row() {
        return entries;
    }

    /** Number of entries that are sent: of an update that holds everything, its routes. */
    public int entryCount() {
        return entryCount;
    }

    /** Equal versions of one life of a sender mean equal rows, unless it is {@link #NO_VERSION}. */
    public long version() {
        return version;
    }

    @Override
    public FrameType type() {
        return FrameType.FEASIBLE_UPDATE;
    }

    @Override
    public int bodyLengthBytes() {
        return FIXED_LENGTH_BYTES + LENGTH_BYTES_PER_ENTRY * entryCount;
    }
}
