package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.random.Keys;
import java.util.Arrays;

/** Follows shortest paths from their end back to the root of a tree, by a stated rule where there are several. */
final class EqualCostPaths {
    private final int self;
    private final LinkStateDatabase database;
    private final ShortestPathTree tree;
    private final EqualCost rule;

    /** The path at hand from its end. */
    private int[] reversed = new int[16];

    EqualCostPaths(int self, LinkStateDatabase database, ShortestPathTree tree, EqualCost rule) {
        this.self = self;
        this.database = database;
        this.tree = tree;
        this.rule = rule;
    }

    /** What picks the path of a message. */
    static long key(int source, int destination, long messageId) {
        return Keys.of(Keys.of(Keys.of(messageId, "equal-cost"), source), destination);
    }

    /**
     * The path that a message from the root to a node is to go, both included, or {@code null} if there is none.
     *
     * @param messageId what picks one of several paths
     */
    int[] path(int destination, long messageId) {
        if (destination != self && tree.predecessor(destination) == ShortestPathTree.NONE) {
            return null;
        }
        long key = rule == EqualCost.SMALLEST_ID ? 0 : key(self, destination, messageId);
        int nodes = 0;
        for (int node = destination; node != self; node = before(node, key)) {
            if (nodes == reversed.length) {
                reversed = Arrays.copyOf(reversed, 2 * nodes);
            }
            reversed[nodes++] = node;
        }
        int[] path = new int[nodes + 1];
        path[0] = self;
        for (int i = 1; i <= nodes; i++) {
            path[i] = reversed[nodes - i];
        }
        return path;
    }

    /** The node after the root on the path to another node, or {@link ShortestPathTree#NONE}. */
    int firstHop(int destination, long key) {
        if (tree.distance(destination) == ShortestPathTree.NONE) {
            return ShortestPathTree.NONE;
        }
        int node = destination;
        for (int previous = before(node, key); previous != self; previous = before(node, key)) {
            node = previous;
        }
        return node;
    }

    /** The node before a node on its path. Its distance is smaller, costs being positive, so every walk ends. */
    private int before(int node, long key) {
        if (rule == EqualCost.SMALLEST_ID) {
            return tree.predecessor(node);
        }
        int count = countOrPick(node, -1);
        return count == 1
                ? tree.predecessor(node)
                : countOrPick(node, (int) Long.remainderUnsigned(Keys.of(key, node), count));
    }

    /** How many predecessors are on shortest paths to a node; or which it is that has an index among them. */
    private int countOrPick(int node, int wanted) {
        LinkStateRecord record = database.get(node);
        int count = 0;
        for (int i = 0; i < record.degree(); i++) {
            int other = record.neighbour(i);
            if (isOnShortestPath(other, node) && count++ == wanted) {
                return other;
            }
        }
        return count;
    }

    private boolean isOnShortestPath(int other, int node) {
        int distance = tree.distance(other);
        int cost = database.linkCost(other, node);
        return distance != ShortestPathTree.NONE
                && cost != LinkStateRecord.NOT_LISTED
                && (long) distance + cost == tree.distance(node);
    }
}
