package hopscope.protocol.reliability;

import hopscope.protocol.StableStorage;
import hopscope.protocol.StableStorage.Series;

/**
 * Unique 64-bit message ids of one host: {@code 0 | 41 bits milliseconds | 10 bits host | 12 bits sequence}, strictly
 * increasing whatever the clock does. The 4,097th id of a millisecond borrows from the next one, and after the clock
 * stepped back the ids go on from the latest millisecond used. That holds over the lives of a host, too: a life begins
 * behind all milliseconds that earlier ones may have used.
 */
public final class SnowflakeIds {
    /** What {@link #next} answers when the milliseconds no longer fit 41 bits, or cannot be reserved. */
    public static final long EXHAUSTED = -1;

    private static final int SEQUENCE_BITS = 12;
    private static final int HOST_BITS = 10;
    private static final int MILLIS_BITS = 41;
    private static final int MAX_SEQUENCE = (1 << SEQUENCE_BITS) - 1;
    private static final int HOST_MASK = (1 << HOST_BITS) - 1;
    private static final long MAX_MILLIS = (1L << MILLIS_BITS) - 1;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long hostBits;
    private final StableStorage storage;
    private long reservedMillis;
    private long lastMillis;
    private int sequence;

    /**
     * @param nodeId not negative; its lowest 10 bits name the host
     * @param storage keeps {@link Series#MESSAGE_ID_MILLIS}
     */
    public SnowflakeIds(int nodeId, StableStorage storage) {
        this.hostBits = (long) (nodeId & HOST_MASK) << SEQUENCE_BITS;
        this.storage = storage;
        this.reservedMillis = storage.reserved(Series.MESSAGE_ID_MILLIS);
        // The last of them may be used up; the next id takes the millisecond after it.
        this.lastMillis = reservedMillis;
        this.sequence = MAX_SEQUENCE;
    }

    /**
     * The next id; or {@link #EXHAUSTED}, for ever once the clock has passed 2^41 ms, 69.7 years, and for as long as the
     * storage reserves nothing.
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
        if (!isReserved()) {
            return EXHAUSTED;
        }
        return lastMillis << (HOST_BITS + SEQUENCE_BITS) | hostBits | sequence;
    }

    /** Whether the millisecond at hand may be used, now or after asking. */
    private boolean isReserved() {
        if (lastMillis > reservedMillis) {
            reservedMillis = Math.max(reservedMillis, storage.reserve(Series.MESSAGE_ID_MILLIS, lastMillis));
        }
        return lastMillis <= reservedMillis;
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
