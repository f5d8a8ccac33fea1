package hopscope.protocol.routing.linkstate;

import java.util.Arrays;

/** The nodes touched by one repair of a tree, in the order of the first touch, with what they were before. */
final class TouchedNodes {
    private int[] nodes = new int[8];
    private int[] oldDistances = new int[8];
    private int[] oldPredecessors = new int[8];
    private int count;
    private boolean[] isTouched = {};

    /** Makes room for ids below a limit. */
    void ensureLength(int length) {
        if (length > isTouched.length) {
            isTouched = Arrays.copyOf(isTouched, length);
        }
    }

    /** Notes a node as it is, unless it is noted already. */
    void add(int node, int distance, int predecessor) {
        if (isTouched[node]) {
            return;
        }
        isTouched[node] = true;
        if (count == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * count);
            oldDistances = Arrays.copyOf(oldDistances, 2 * count);
            oldPredecessors = Arrays.copyOf(oldPredecessors, 2 * count);
        }
        nodes[count] = node;
        oldDistances[count] = distance;
        oldPredecessors[count++] = predecessor;
    }

    int count() {
        return count;
    }

    int node(int index) {
        return nodes[index];
    }

    int oldDistance(int index) {
        return oldDistances[index];
    }

    int oldPredecessor(int index) {
        return oldPredecessors[index];
    }

    /** Forgets them all. */
    void clear() {
        for (int i = 0; i < count; i++) {
            isTouched[nodes[i]] = false;
        }
        count = 0;
    }
}
