package hopscope.protocol.routing.linkstate;

import hopscope.protocol.StableStorage;
import hopscope.protocol.StableStorage.Series;

/** The sequence numbers of a node's own records, from 1 to {@link #LAST} and then, once that is withdrawn, from 1 again. */
final class SequenceNumbers {
    /** The largest number, after which a node must withdraw its record (MaxSequenceNumber of RFC 2328, section 12.1.6). */
    static final int LAST = Integer.MAX_VALUE;

    private final StableStorage storage;
    private long limit;
    private int current;

    /**
     * @param storage keeps {@link Series#LINK_STATE_SEQUENCE} over the node's lives, or {@code null} for none
     */
    SequenceNumbers(StableStorage storage) {
        this.storage = storage;
        this.limit = storage == null ? LAST : storage.reserved(Series.LINK_STATE_SEQUENCE);
        this.current = storage == null ? 0 : (int) Math.max(0, Math.min(LAST, limit));
    }

    /** The number of the newest record, or 0 before the first. */
    int current() {
        return current;
    }

    boolean isExhausted() {
        return current == LAST;
    }

    /** The next number; only if they are not exhausted. */
    int next() {
        current++;
        if (current > limit) {
            // A storage that fails does not silence the node: what an earlier life used is outbid then.
            limit = storage.reserve(Series.LINK_STATE_SEQUENCE, current);
        }
        return current;
    }

    /** Somebody has a record of ours with this number: the next one must be larger. */
    void noteSeen(int sequence) {
        current = Math.max(current, sequence);
    }

    /** Goes on after a number, as if it had used all up to it. */
    void advanceTo(int sequence) {
        while (current < sequence) {
            next();
        }
    }

    /** Begins again: everybody has taken note that the last record is withdrawn. */
    void restart() {
        current = 0;
    }
}
