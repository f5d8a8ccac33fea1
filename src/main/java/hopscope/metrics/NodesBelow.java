package hopscope.metrics;

import hopscope.topology.Topology;
import java.util.Arrays;

/** The nodes whose pointers in a row lead to a node, directly or not, found among the neighbours of each. */
final class NodesBelow {
    private final Topology topology;
    private final RoutePointers pointers;
    private int[] nodes = new int[16];
    private int count;

    NodesBelow(Topology topology, RoutePointers pointers) {
        this.topology = topology;
        this.pointers = pointers;
    }

    /** How many were gathered last. */
    int count() {
        return count;
    }

    /** A node gathered last, by index; the first is the one that the others are below. */
    int node(int index) {
        return nodes[index];
    }

    /**
     * Gathers a node and all whose pointers lead to it over live links, and marks them as pending. Cost: their number times
     * their degree.
     *
     * @param states by source and destination
     */
    void gather(int row, int node, byte[][] states) {
        count = 0;
        add(row, node, states);
        for (int i = 0; i < count; i++) {
            int parent = nodes[i];
            int end = topology.firstNeighbour(parent + 1);
            for (int at = topology.firstNeighbour(parent); at < end; at++) {
                int child = topology.neighbourAt(at);
                if (child != row
                        && pointers.via(row, child) == parent
                        && !isPending(row, child, states)
                        && pointers.isLiveAt(at)) {
                    add(row, child, states);
                }
            }
        }
    }

    private boolean isPending(int row, int node, byte[][] states) {
        int state = pointers.carriesPath() ? states[row][node] : states[node][row];
        return (state & PairState.PENDING) != 0;
    }

    private void add(int row, int node, byte[][] states) {
        if (pointers.carriesPath()) {
            states[row][node] |= PairState.PENDING;
        } else {
            states[node][row] |= PairState.PENDING;
        }
        if (count == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * count);
        }
        nodes[count++] = node;
    }
}
