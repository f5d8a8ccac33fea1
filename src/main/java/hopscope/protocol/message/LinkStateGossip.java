package hopscope.protocol.message;

/**
 * One half of a push-pull exchange of link-state records: what the sender has learned since the part of its arrival log
 * that the receiver is known to have, and how far the sender has the receiver's log.
 *
 * <p>A log is named by its owner's incarnation, so that positions of a log that no longer exists are not mistaken for
 * positions in its successor.
 */
public final class LinkStateGossip implements Message {
    private static final int FIXED_LENGTH_BYTES = 1 + 8 + 4 + 4 + 8 + 4 + 4;

    private final boolean answerWanted;
    private final long logId;
    private final int fromPosition;
    private final int toPosition;
    private final long ackedLogId;
    private final int ackedPosition;
    private final LinkStateRecord[] records;
    private final int bodyLengthBytes;

    /**
     * @param answerWanted whether the receiver is to answer with its own news (the pull half)
     * @param logId incarnation of the sender's log
     * @param fromPosition the news begin here in the sender's log
     * @param toPosition the news end before this position
     * @param ackedLogId incarnation of the receiver's log that the sender knows, 0 for none
     * @param ackedPosition the sender has that log before this position
     * @param records the news, each origin once; owned by the message from now on
     */
    public LinkStateGossip(
            boolean answerWanted,
            long logId,
            int fromPosition,
            int toPosition,
            long ackedLogId,
            int ackedPosition,
            LinkStateRecord[] records) {
        this.answerWanted = answerWanted;
        this.logId = logId;
        this.fromPosition = fromPosition;
        this.toPosition = toPosition;
        this.ackedLogId = ackedLogId;
        this.ackedPosition = ackedPosition;
        this.records = records;
        int length = FIXED_LENGTH_BYTES;
        for (LinkStateRecord record : records) {
            length += record.lengthBytes();
        }
        this.bodyLengthBytes = length;
    }

    /** Whether the receiver is to answer with its own news. */
    public boolean answerWanted() {
        return answerWanted;
    }

    /** Incarnation of the sender's log. */
    public long logId() {
        return logId;
    }

    /** Position in the sender's log where the news begin. */
    public int fromPosition() {
        return fromPosition;
    }

    /** Position in the sender's log before which the news end. */
    public int toPosition() {
        return toPosition;
    }

    /** Incarnation of the receiver's log that the sender knows, 0 for none. */
    public long ackedLogId() {
        return ackedLogId;
    }

    /** The sender has that log before this position. */
    public int ackedPosition() {
        return ackedPosition;
    }

    /** Number of records. */
    public int recordCount() {
        return records.length;
    }

    /** The record at an index. */
    public LinkStateRecord record(int index) {
        return records[index];
    }

    @Override
    public FrameType type() {
        return FrameType.LINK_STATE_GOSSIP;
    }

    @Override
    public int bodyLengthBytes() {
        return bodyLengthBytes;
    }
}
