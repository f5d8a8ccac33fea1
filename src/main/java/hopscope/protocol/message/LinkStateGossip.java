package hopscope.protocol.message;

/**
 * One half of a push-pull exchange of link-state records: what the sender has learned since the part of its arrival log
 * that the receiver is known to have, and how far the sender has the receiver's log.
 *
 * <p>A log is named by its owner's incarnation, so that positions of a log that no longer exists are not mistaken for
 * positions in its successor.
 *
 * <p>Where records age, each travels with its age. A record that its origin takes back, {@link #WITHDRAWN}, lists no
 * neighbours.
 */
public final class LinkStateGossip implements Message {
    /** The age of a record that is not to count any more, whatever a node's largest age is. */
    public static final int WITHDRAWN = Integer.MAX_VALUE;

    private static final int FIXED_LENGTH_BYTES = 1 + 8 + 4 + 4 + 8 + 4 + 4;
    private static final int AGE_LENGTH_BYTES = 4;

    private final boolean answerWanted;
    private final long logId;
    private final int fromPosition;
    private final int toPosition;
    private final long ackedLogId;
    private final int ackedPosition;
    private final RecordList records;
    private final int[] agesMillis;
    private final int bodyLengthBytes;

    /**
     * @param answerWanted whether the receiver is to answer with its own news (the pull half)
     * @param logId incarnation of the sender's log
     * @param fromPosition the news begin here in the sender's log
     * @param toPosition the news end before this position
     * @param ackedLogId incarnation of the receiver's log that the sender knows, 0 for none
     * @param ackedPosition the sender has that log before this position
     * @param records the news, each origin once; owned by the message from now on
     * @param agesMillis age of each record, not negative, or {@code null} if none has one; owned by the message from now on
     */
    public LinkStateGossip(
            boolean answerWanted,
            long logId,
            int fromPosition,
            int toPosition,
            long ackedLogId,
            int ackedPosition,
            LinkStateRecord[] records,
            int[] agesMillis) {
        this(
                answerWanted,
                logId,
                fromPosition,
                toPosition,
                ackedLogId,
                ackedPosition,
                new RecordList(records),
                agesMillis);
    }

    /**
     * The same with a list.
     *
     * @param records the news, each origin once
     */
    public LinkStateGossip(
            boolean answerWanted,
            long logId,
            int fromPosition,
            int toPosition,
            long ackedLogId,
            int ackedPosition,
            RecordList records,
            int[] agesMillis) {
        this.answerWanted = answerWanted;
        this.logId = logId;
        this.fromPosition = fromPosition;
        this.toPosition = toPosition;
        this.ackedLogId = ackedLogId;
        this.ackedPosition = ackedPosition;
        this.records = records;
        this.agesMillis = agesMillis;
        this.bodyLengthBytes = FIXED_LENGTH_BYTES
                + (agesMillis == null ? 0 : AGE_LENGTH_BYTES * records.count())
                + records.lengthBytes();
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

    /** The records. */
    public RecordList records() {
        return records;
    }

    /** Number of records. */
    public int recordCount() {
        return records.count();
    }

    /** The record at an index. */
    public LinkStateRecord record(int index) {
        return records.record(index);
    }

    /** The origin of the record at an index. */
    public int origin(int index) {
        return records.origin(index);
    }

    /** Whether the records have ages. */
    public boolean hasAges() {
        return agesMillis != null;
    }

    /** Age of the record at an index in milliseconds, or {@link #WITHDRAWN}; 0 if records have none. */
    public int ageMillis(int index) {
        return agesMillis == null ? 0 : agesMillis[index];
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
