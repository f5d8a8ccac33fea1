package hopscope.protocol.routing.feasible;

import hopscope.protocol.StableStorage;
import hopscope.protocol.StableStorage.Series;

/** The node's own sequence number as a destination: goes on after those of its earlier lives, as far as they are known. */
final class OwnSequence {
    private final StableStorage storage;
    private long limit;
    private int value;

    OwnSequence(StableStorage storage) {
        this.storage = storage;
        this.limit = storage.reserved(Series.DESTINATION_SEQUENCE);
        raiseTo((int) Math.min(limit + 1, Integer.MAX_VALUE));
    }

    int value() {
        return value;
    }

    /** Makes it at least so large; answers whether it was smaller. */
    boolean raiseTo(int sequence) {
        boolean smaller = sequence > value;
        value = Math.max(value, sequence);
        if (value > limit) {
            // If it cannot be stored, a later life is asked to go beyond it all the same.
            limit = storage.reserve(Series.DESTINATION_SEQUENCE, value);
        }
        return smaller;
    }

    /** An earlier life came as far as this; answers whether that is further than this life came. */
    boolean outbid(int sequence) {
        return sequence > value && raiseTo(sequence == Integer.MAX_VALUE ? sequence : sequence + 1);
    }
}
