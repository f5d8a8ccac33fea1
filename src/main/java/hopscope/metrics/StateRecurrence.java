package hopscope.metrics;

import hopscope.protocol.RouteChanges;
import hopscope.random.Keys;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Notices when the routes of the whole network return to a state that they had left: the sign of oscillation. The state
 * is hashed incrementally: each entry contributes its value, times a random number for its node and one for its destination, to
 * a sum (multilinear hashing, Carter and Wegman 1979). So a change costs a look at one random number, and a false alarm
 * needs two states with the same 64-bit hash.
 */
final class StateRecurrence {
    /** States remembered since the last disturbance: a network that goes round does so in far fewer. */
    private static final int MEMORY = 1 << 16;

    /** Odd, without pattern: the fractions of the square roots of 2 and 3 in binary. */
    private static final long VIA_MULTIPLIER = 0x6A09E667F3BCC909L;

    private static final long DISTANCE_MULTIPLIER = 0xBB67AE8584CAA73BL;

    /** The random number of each destination; those of nodes are drawn anew each time, being asked for once for many changes. */
    private long[] weights = {};

    private final Set<Long> seen = new HashSet<>();
    private long hash;
    private boolean changed;

    /** A route changed from one value to another. */
    void routeChanged(int node, int destination, int oldVia, int oldDistance, int via, int distance) {
        ensureWeights(destination);
        hash += ofNode(node) * weights[destination] * difference(oldVia, oldDistance, via, distance);
        changed = true;
    }

    /** Several routes of a node changed. */
    void routesChanged(int node, RouteChanges changes) {
        int count = changes.count();
        if (count == 0) {
            return;
        }
        ensureWeights(changes.destination(count - 1)); // The largest.
        long[] ofDestinations = weights;
        int via = changes.via();
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += ofDestinations[changes.destination(i)]
                    * difference(changes.oldVia(i), changes.oldDistance(i), via, changes.distance(i));
        }
        hash += ofNode(node) * sum;
        changed = true;
    }

    private static long difference(int oldVia, int oldDistance, int via, int distance) {
        return (via - oldVia) * VIA_MULTIPLIER + (distance - oldDistance) * DISTANCE_MULTIPLIER;
    }

    private static long ofNode(int node) {
        return Keys.of(DISTANCE_MULTIPLIER, node);
    }

    private void ensureWeights(int id) {
        if (id >= weights.length) {
            int known = weights.length;
            weights = Arrays.copyOf(weights, Math.max(id + 1, 2 * known));
            for (int i = known; i < weights.length; i++) {
                weights[i] = Keys.of(VIA_MULTIPLIER, i);
            }
        }
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
