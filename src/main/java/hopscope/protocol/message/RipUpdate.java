package hopscope.protocol.message;

/**
 * A response of the routing information protocol: distances of the sender to destinations, all of them or those that
 * changed, as they are meant for one receiver.
 *
 * <p>The entries are packed as those of a {@link RouteTable}: distance in the bits 16 to 30, the sender's neighbour slot of
 * the next hop in the bits 0 to 15. They may be shared between the sender and its messages to all neighbours; what split
 * horizon makes of them for the receiver is computed while they are read.
 */
public final class RipUpdate implements Message {
    /** What {@link #metric} answers for a destination that the sender cannot reach, and how it is written on the wire. */
    public static final int UNREACHABLE = 0xFFFF;

    /** What {@link #metric} answers where there is no entry for the receiver. */
    public static final int NOT_LISTED = -1;

    /** The largest distance that is not {@link #UNREACHABLE}. */
    public static final int MAX_METRIC = RouteTable.MAX_DISTANCE - 1;

    /** The version of an update that is not known to hold everything. */
    public static final long NO_VERSION = RouteTable.NO_VERSION;

    private static final int NO_SLOT = -1;
    private static final int FIXED_LENGTH_BYTES = 4;
    private static final int LENGTH_BYTES_PER_ENTRY = 4 + 2;

    private final int[] destinations;
    private final int[] entries;
    private final Meaning meaning;
    private final int entryCount;
    private final long version;

    /**
     * What the sender's entries mean for one receiver.
     *
     * @param infinity distances from here on mean that a destination cannot be reached, at most {@link #MAX_METRIC} + 1
     * @param receiverSlot the sender's slot of the receiver, or -1 if entries by way of the receiver are nothing special
     * @param omitsReceiver whether entries by way of the receiver are left out; if not, they are unreachable
     */
    public record Meaning(int infinity, int receiverSlot, boolean omitsReceiver) {
        /** Entries as they stand, without split horizon. */
        public static Meaning plain(int infinity) {
            return new Meaning(infinity, NO_SLOT, false);
        }
    }

    /**
     * @param destinations ascending, one for each entry; {@code null} if the index of an entry is its destination
     * @param entries packed; {@link RouteTable#NO_ROUTE} stands for no entry; never changed once it is here
     * @param entryCount entries that are there for the receiver
     * @param version equal versions of one sender, other than {@link #NO_VERSION}, mean that both updates hold everything
     *     and are equal. Not sent: it only saves the simulator work that would change nothing
     */
    public RipUpdate(int[] destinations, int[] entries, Meaning meaning, int entryCount, long version) {
        this.destinations = destinations;
        this.entries = entries;
        this.meaning = meaning;
        this.entryCount = entryCount;
        this.version = version;
    }

    /** Positions at which there may be an entry. */
    public int size() {
        return entries.length;
    }

    /** The destination at a position; they ascend. */
    public int destination(int position) {
        return destinations == null ? position : destinations[position];
    }

    /** The sender's distance to the destination at a position, {@link #UNREACHABLE}, or {@link #NOT_LISTED}. */
    public int metric(int position) {
        int entry = entries[position];
        int distance = RouteTable.distance(entry);
        if (distance > RouteTable.MAX_DISTANCE) {
            return NOT_LISTED;
        }
        if ((entry & RouteTable.SLOT_MASK) == meaning.receiverSlot()) {
            return meaning.omitsReceiver() ? NOT_LISTED : UNREACHABLE;
        }
        return distance >= meaning.infinity() ? UNREACHABLE : distance;
    }

    /** Number of entries for the receiver. */
    public int entryCount() {
        return entryCount;
    }

    /** Equal versions of one sender mean equal updates that hold everything, unless it is {@link #NO_VERSION}. */
    public long version() {
        return version;
    }

    @Override
    public FrameType type() {
        return FrameType.RIP_UPDATE;
    }

    @Override
    public int bodyLengthBytes() {
        return FIXED_LENGTH_BYTES + LENGTH_BYTES_PER_ENTRY * entryCount;
    }
}
