package hopscope.metrics;

import hopscope.random.Keys;
import java.util.HashSet;
import java.util.Set;

/**
 * Notices when the routes of the whole network return to a state that they had left: the sign of oscillation. The state
 * is hashed incrementally (Zobrist 1970): each entry contributes the hash of its value, combined by exclusive or. A
 * false alarm needs two states with the same 64-bit hash.
 */
final class StateRecurrence {
    /** States remembered since the last disturbance: a network that goes round does so in far fewer. */
    private static final int MEMORY = 1 << 16;

    private static final int NODE_BITS = 24;

    /** Fractions of the golden ratio and of the square root of 3, as odd 64-bit numbers. */
    private static final long PLACE = 0x9E3779B97F4A7C15L;

    private static final long VALUE = 0xBB67AE8584CAA73BL;

    private final Set<Long> seen = new HashSet<>();
    private long hash;
    private boolean changed;

    /** A route changed from one value to another. */
    void routeChanged(int node, int destination, int oldVia, int oldDistance, int via, int distance) {
        hash ^= entry(node, destination, oldVia, oldDistance) ^ entry(node, destination, via, distance);
        changed = true;
    }

    private static long entry(int node, int destination, int via, int distance) {
        // Two odd multipliers keep the four numbers apart; one finalizer mixes them.
        return Keys.mix(((long) node << NODE_BITS | destination) * PLACE + ((long) via << 32 ^ distance) * VALUE);
    }

    /** Forgets the states of before a disturbance. */
    void reset() {
        seen.clear();
    }

    /** An event is over; answers whether it brought the network back to a state that it had left. */
    boolean eventDone() {
        if (!changed) {
            return false;
        }
        changed = false;
        if (seen.size() == MEMORY) {
            seen.clear();
        }
        return !seen.add(hash);
    }
}
