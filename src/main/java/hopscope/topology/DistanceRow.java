package hopscope.topology;

import java.util.Arrays;

/**
 * The distances from one node to all: two bytes each if that is always enough, else four.
 */
final class DistanceRow {
    /** There is no path. */
    static final int UNREACHABLE = -1;

    /** Exactly one of the two is there. */
    private final short[] narrow;

    private final int[] wide;

    /** @param largest distance that it will have to hold */
    DistanceRow(int nodes, int largest) {
        this.narrow = largest <= Short.MAX_VALUE ? new short[nodes] : null;
        this.wide = narrow == null ? new int[nodes] : null;
    }

    int get(int node) {
        return narrow != null ? narrow[node] : wide[node];
    }

    void set(int node, int distance) {
        if (narrow != null) {
            narrow[node] = (short) distance;
        } else {
            wide[node] = distance;
        }
    }

    /** Makes every node unreachable. */
    void clear() {
        if (narrow != null) {
            Arrays.fill(narrow, (short) UNREACHABLE);
        } else {
            Arrays.fill(wide, UNREACHABLE);
        }
    }
}
