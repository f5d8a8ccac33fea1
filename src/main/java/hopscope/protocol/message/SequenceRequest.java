package hopscope.protocol.message;

/**
 * Asks for routes with newer sequence numbers: the sender knows only routes that may lead back to itself. It is passed on
 * towards each destination until somebody has such a route, or the destination itself begins a new number.
 *
 * <p>Source: the seqno request of RFC 8966, section 3.8.1.2.
 */
public final class SequenceRequest implements Message {
    private static final int FIXED_LENGTH_BYTES = 4;
    private static final int LENGTH_BYTES_PER_WISH = 4 + 4 + 1;

    private final int[] destinations;
    private final int[] sequences;
    private final int[] hopLimits;

    /**
     * The arrays are as long as each other and never changed once they are here.
     *
     * @param destinations ascending strictly
     * @param sequences the smallest sequence number that helps, for each
     * @param hopLimits nodes that may still pass it on, for each, 0 … 255
     */
    public SequenceRequest(int[] destinations, int[] sequences, int[] hopLimits) {
        this.destinations = destinations;
        this.sequences = sequences;
        this.hopLimits = hopLimits;
    }

    /** Number of destinations asked for. */
    public int size() {
        return destinations.length;
    }

    /** A destination. */
    public int destination(int index) {
        return destinations[index];
    }

    /** The smallest sequence number that helps. */
    public int sequence(int index) {
        return sequences[index];
    }

    /** Nodes that may still pass it on. */
    public int hopLimit(int index) {
        return hopLimits[index];
    }

    @Override
    public FrameType type() {
        return FrameType.SEQUENCE_REQUEST;
    }

    @Override
    public int bodyLengthBytes() {
        return FIXED_LENGTH_BYTES + LENGTH_BYTES_PER_WISH * destinations.length;
    }
}
