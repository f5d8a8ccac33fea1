package hopscope.protocol;

/**
 * What of a node outlives its memory: for each series of numbers, how far its lives may have come. A number that must never
 * be used twice, not even by a node that crashed and came back with an earlier clock, is {@linkplain #reserve reserved}
 * before it is used.
 *
 * <p>The rule for a user of a series: begin behind {@code limit = reserved(series)}; before using a number above {@code
 * limit}, set {@code limit = reserve(series, number)}. Then no call is needed for most numbers, and whatever moment the
 * node dies at, what it had used lies below what the next life reads. Gaps arise; they mean nothing.
 *
 * <p>Not thread-safe; belongs to one node.
 */
public interface StableStorage {
    /** What {@link #reserved} answers for a series of which nothing was ever reserved. */
    long NONE = -1;

    /** The series that a node numbers things by; each by numbers that are not negative and grow. */
    enum Series {
        /** Milliseconds that message ids were made of, see {@link hopscope.protocol.reliability.SnowflakeIds}. */
        MESSAGE_ID_MILLIS((1L << 41) - 1),
        /** Sequence numbers of the node's own link-state records. */
        LINK_STATE_SEQUENCE(Integer.MAX_VALUE),
        /** Sequence numbers of the node as a destination, of distance-vector protocols that have them. */
        DESTINATION_SEQUENCE(Integer.MAX_VALUE);

        private final long max;

        Series(long max) {
            this.max = max;
        }

        /** The largest number there is. */
        public long max() {
            return max;
        }
    }

    /** The largest number that may have been used, or {@link #NONE}; O(1). */
    long reserved(Series series);

    /**
     * Notes that numbers up to one may be used from now on; it is stored for good when this returns.
     *
     * @param number of the series, 0 … {@link Series#max}
     * @return up to where numbers may be used: {@code number} or more, since a storage that is slow reserves ahead; or less
     *     than {@code number} if it cannot be stored, and then it must not be used
     */
    long reserve(Series series, long number);
}
