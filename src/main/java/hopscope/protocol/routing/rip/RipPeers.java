package hopscope.protocol.routing.rip;

import hopscope.protocol.message.RipUpdate;
import java.util.Arrays;

/** What is kept of the tables that neighbours sent, by slot. */
final class RipPeers {
    /** Version of the whole table that was merged last, while merging it again would only confirm routes. */
    private long[] mergedVersions = {};

    private long[] mergedEpochs = {};

    /** Counts the times at which what was merged had to be forgotten. */
    private long epoch;

    /** When every route by way of the neighbour was confirmed at once. */
    private long[] confirmedAllNanos = {};

    /** A neighbour came: nothing is known of its table; O(1) but for growth. */
    void connect(int slot) {
        if (slot >= mergedVersions.length) {
            int capacity = Math.max(4, 2 * (slot + 1));
            mergedVersions = Arrays.copyOf(mergedVersions, capacity);
            mergedEpochs = Arrays.copyOf(mergedEpochs, capacity);
            confirmedAllNanos = Arrays.copyOf(confirmedAllNanos, capacity);
        }
        mergedVersions[slot] = RipUpdate.NO_VERSION;
    }

    /** Whether an update is the one that was merged last, so that it only confirms all routes by way of its sender. */
    boolean repeats(int slot, RipUpdate update) {
        return update.version() != RipUpdate.NO_VERSION
                && update.version() == mergedVersions[slot]
                && mergedEpochs[slot] == epoch;
    }

    void noteMerged(int slot, long version) {
        mergedVersions[slot] = version;
        mergedEpochs[slot] = epoch;
    }

    /** A route got worse: what was known to bring nothing may bring something now. */
    void forgetMerged() {
        epoch++;
    }

    void confirmAll(int slot, long nowNanos) {
        confirmedAllNanos[slot] = nowNanos;
    }

    long confirmedAllNanos(int slot) {
        return confirmedAllNanos[slot];
    }
}
