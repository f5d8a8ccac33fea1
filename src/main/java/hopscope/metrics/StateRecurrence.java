package hopscope.metrics;

import hopscope.protocol.RouteChanges;
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

    /** Odd, without pattern: the fractions of the square roots of 2 and 3 in binary. */
    private static final long PAIR_MULTIPLIER = 0x6A09E667F3BCC909L;

    private static final long VALUE_MULTIPLIER = 0xBB67AE8584CAA73BL;

    private final Set<Long> seen = new HashSet<>();
    private long hash;
    private boolean changed;

    /** A route changed from one value to another. */
    void routeChanged(int node, int destination, int oldVia, int oldDistance, int via, int distance) {
        long pair = pair(node, destination);
        hash ^= entry(pair, oldVia, oldDistance) ^ entry(pair, via, distance);
        changed = true;
    }

    /** Several routes of a node changed. */
    void routesChanged(int node, RouteChanges changes) {
        long combined = hash;
        for (int i = 0; i < changes.count(); i++) {
            long pair = pair(node, changes.destination(i));
            combined ^= entry(pair, changes.oldVia(i), changes.oldDistance(i));
            combined ^= entry(pair, changes.via(), changes.distance(i));
        }
        hash = combined;
        changed = true;
    }

    private static long pair(int node, int destination) {
        return ((long) node << NODE_BITS | destination) * PAIR_MULTIPLIER;
    }

    private static long entry(long pair, int via, int distance) {
        return Keys.mix(pair + ((long) via << 32 ^ distance) * VALUE_MULTIPLIER);
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
