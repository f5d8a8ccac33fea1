package hopscope.protocol.routing.linkstate;

import java.util.Arrays;

/** The nodes touched by one repair of a tree, in the order of the first touch, with the {@link PathTable} keys they had. */
final class TouchedNodes {
    private int[] nodes = new int[8];
    private long[] oldKeys = new long[8];
    private int count;
    private boolean[] isTouched = {};

    /** Makes room for ids below a limit. */
    void ensureLength(int length) {
        if (length > isTouched.length) {
            isTouched = Arrays.copyOf(isTouched, length);
        }
    }

    /** Notes a node as it is, unless it is noted already. */
    void add(int node, long key) {
        if (isTouched[node]) {
            return;
        }
        isTouched[node] = true;
        if (count == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * count);
            oldKeys = Arrays.copyOf(oldKeys, 2 * count);
        }
        nodes[count] = node;
        oldKeys[count++] = key;
    }

    int count() {
        return count;
    }

    int node(int index) {
        return nodes[index];
    }

    long oldKey(int index) {
        return oldKeys[index];
    }

    /** Forgets them all. */
    void clear() {
        for (int i = 0; i < count; i++) {
            isTouched[nodes[i]] = false;
        }
        count = 0;
    }
}
