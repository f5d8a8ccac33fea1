package hopscope.protocol.reliability;

/**
 * Unique 64-bit message ids of one host: {@code 0 | 41 bits milliseconds | 10 bits host | 12 bits sequence}, strictly
 * increasing whatever the clock does. The 4,097th id of a millisecond borrows from the next one, and after the clock
 * stepped back the ids go on from the latest millisecond used.
 */
public final class SnowflakeIds {
    /** What {@link #next} answers when the milliseconds no longer fit 41 bits. */
    public static final long EXHAUSTED = -1;

    private static final int SEQUENCE_BITS = 12;
    private static final int HOST_BITS = 10;
    private static final int MILLIS_BITS = 41;
    private static final int MAX_SEQUENCE = (1 << SEQUENCE_BITS) - 1;
    private static final int HOST_MASK = (1 << HOST_BITS) - 1;
    private static final long MAX_MILLIS = (1L << MILLIS_BITS) - 1;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long hostBits;
    private long lastMillis = -1;
    private int sequence;

    /**
     * @param nodeId not negative; its lowest 10 bits name the host
     */
    public SnowflakeIds(int nodeId) {
        this.hostBits = (long) (nodeId & HOST_MASK) << SEQUENCE_BITS;
    }

    /** Goes on where another stopped, so that no id comes twice: for a node that lost all else in a crash. */
    void resumeAfter(SnowflakeIds earlier) {
        lastMillis = earlier.lastMillis;
        sequence = earlier.sequence;
    }

    /**
     * The next id, or {@link #EXHAUSTED} for ever once the clock has passed 2^41 ms, 69.7 years.
     *
     * @param nowNanos since the epoch of the ids, not negative
     */
    public long next(long nowNanos) {
        long millis = nowNanos / NANOS_PER_MILLI;
        if (millis > lastMillis) {
            lastMillis = millis;
            sequence = 0;
        } else if (sequence < MAX_SEQUENCE) {
            sequence++;
        } else {
            lastMillis++;
            sequence = 0;
        }
        if (lastMillis > MAX_MILLIS) {
            lastMillis = MAX_MILLIS;
            sequence = MAX_SEQUENCE;
            return EXHAUSTED;
        }
        return lastMillis << (HOST_BITS + SEQUENCE_BITS) | hostBits | sequence;
    }

    /** Milliseconds since the epoch that an id carries. */
    public static long millis(long id) {
        return id >>> (HOST_BITS + SEQUENCE_BITS);
    }

    /** Host that an id carries, 0 … 1023. */
    public static int host(long id) {
        return (int) (id >>> SEQUENCE_BITS) & HOST_MASK;
    }

    /** Sequence number that an id carries, 0 … 4095. */
    public static int sequence(long id) {
        return (int) id & MAX_SEQUENCE;
    }
}
