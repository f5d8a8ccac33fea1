package hopscope.topology;

import java.util.Arrays;

/**
 * Cut nodes and bridges: nodes and links whose loss splits a component. Tarjan's depth-first low points (Hopcroft and
 * Tarjan 1973) on an explicit stack, so that a line of a million nodes does not exhaust the thread's; O(nodes + links).
 *
 * @param cutNodes number of cut nodes
 * @param bridges number of bridges
 */
record Weaknesses(int cutNodes, int bridges) {

    static Weaknesses of(Topology topology) {
        Search search = new Search(topology);
        for (int node = 0; node < topology.nodeCount(); node++) {
            if (search.order[node] == 0) {
                search.run(node);
            }
        }
        int cutNodes = 0;
        for (boolean cut : search.cut) {
            cutNodes += cut ? 1 : 0;
        }
        return new Weaknesses(cutNodes, search.bridges);
    }

    private static final class Search {
        private final Topology topology;

        /** When a node was met, from 1; 0 is not yet. */
        private final int[] order;

        /** The earliest order reachable from a node's subtree by at most one link that is not of the tree. */
        private final int[] low;

        private final int[] parent;
        private final int[] nextNeighbour;
        private final boolean[] cut;
        private int met;
        private int bridges;

        Search(Topology topology) {
            this.topology = topology;
            int nodes = topology.nodeCount();
            this.order = new int[nodes];
            this.low = new int[nodes];
            this.parent = new int[nodes];
            this.nextNeighbour = new int[nodes];
            this.cut = new boolean[nodes];
            Arrays.fill(parent, -1);
        }

        /** The stack is the chain of parents. */
        void run(int root) {
            int rootChildren = 0;
            meet(root);
            int node = root;
            while (node >= 0) {
                if (nextNeighbour[node] == topology.firstNeighbour(node + 1)) {
                    leave(node, root);
                    node = parent[node];
                    continue;
                }
                int neighbour = topology.neighbourAt(nextNeighbour[node]++);
                if (order[neighbour] == 0) {
                    rootChildren += node == root ? 1 : 0;
                    parent[neighbour] = node;
                    meet(neighbour);
                    node = neighbour;
                } else if (neighbour != parent[node]) {
                    low[node] = Math.min(low[node], order[neighbour]);
                }
            }
            cut[root] = rootChildren > 1;
        }

        private void meet(int node) {
            order[node] = ++met;
            low[node] = met;
            nextNeighbour[node] = topology.firstNeighbour(node);
        }

        private void leave(int node, int root) {
            int above = parent[node];
            if (above < 0) {
                return;
            }
            low[above] = Math.min(low[above], low[node]);
            if (low[node] > order[above]) {
                bridges++;
            }
            if (above != root && low[node] >= order[above]) {
                cut[above] = true;
            }
        }
    }
}
