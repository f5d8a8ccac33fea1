package hopscope.protocol.routing.linkstate;

import hopscope.protocol.Effects;
import hopscope.protocol.message.LinkStateRecord;
import java.util.Arrays;

/**
 * The first node on the tree's path to each destination, kept while the tree is repaired, at a cost that grows with the
 * nodes whose first hop changes and their degrees.
 */
final class FirstHops {
    private static final int NONE = ShortestPathTree.NONE;

    private final int self;
    private final LinkStateDatabase database;
    private final ShortestPathTree tree;
    private int[] firstHops = {};

    /** The nodes whose route may have changed in this repair, with what it was before. */
    private int[] nodes = new int[8];

    private int[] oldFirstHops = new int[8];
    private int[] oldDistances = new int[8];
    private int count;

    /** Whether a node is among them. */
    private boolean[] isNoted = {};

    /** Nodes that the tree changed, as distance and node, in one long each. */
    private long[] changed = new long[8];

    private int changedCount;
    private int[] stack = new int[8];

    FirstHops(int self, LinkStateDatabase database, ShortestPathTree tree) {
        this.self = self;
        this.database = database;
        this.tree = tree;
    }

    /** The first node on the path to a destination, or {@link ShortestPathTree#NONE}; O(1). */
    int get(int destination) {
        return destination < firstHops.length ? firstHops[destination] : NONE;
    }

    /** Repairs the tree and then the first hops; reports each route that is another one now. */
    void repair(RecordBatch batch, Effects out) {
        changedCount = 0;
        tree.repair(batch, this::noteChange);
        // From near to far: a node's predecessor is right before the node itself is looked at.
        Arrays.sort(changed, 0, changedCount);
        for (int i = 0; i < changedCount; i++) {
            update((int) changed[i]);
        }
        report(out);
    }

    private void noteChange(int node, int oldPredecessor, int oldDistance, int predecessor, int distance) {
        note(node, oldDistance);
        if (changedCount == changed.length) {
            changed = Arrays.copyOf(changed, 2 * changedCount);
        }
        changed[changedCount++] = (long) (distance == NONE ? Integer.MAX_VALUE : distance) << 32 | node;
    }

    private void note(int node, int oldDistance) {
        ensureLength(node);
        if (isNoted[node]) {
            return;
        }
        isNoted[node] = true;
        if (count == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * count);
            oldFirstHops = Arrays.copyOf(oldFirstHops, 2 * count);
            oldDistances = Arrays.copyOf(oldDistances, 2 * count);
        }
        nodes[count] = node;
        oldFirstHops[count] = firstHops[node];
        oldDistances[count++] = oldDistance;
    }

    /** Gives a node the first hop of its predecessor, and passes it on to all below that have another one. */
    private void update(int node) {
        int predecessor = tree.predecessor(node);
        int firstHop = predecessor == self ? node : predecessor == NONE ? NONE : firstHops[predecessor];
        if (firstHops[node] == firstHop) {
            return;
        }
        firstHops[node] = firstHop;
        int depth = 0;
        stack[depth++] = node;
        while (depth > 0) {
            int parent = stack[--depth];
            LinkStateRecord record = database.get(parent);
            for (int i = 0; record != null && i < record.degree(); i++) {
                int child = record.neighbour(i);
                if (tree.predecessor(child) == parent && get(child) != firstHop) {
                    note(child, tree.distance(child));
                    firstHops[child] = firstHop;
                    if (depth == stack.length) {
                        stack = Arrays.copyOf(stack, 2 * depth);
                    }
                    stack[depth++] = child;
                }
            }
        }
    }

    private void report(Effects out) {
        for (int i = 0; i < count; i++) {
            int node = nodes[i];
            isNoted[node] = false;
            int distance = tree.distance(node);
            if (firstHops[node] != oldFirstHops[i] || distance != oldDistances[i]) {
                out.routeChanged(node, oldFirstHops[i], oldDistances[i], firstHops[node], distance);
            }
        }
        count = 0;
    }

    private void ensureLength(int node) {
        if (node >= firstHops.length) {
            int old = firstHops.length;
            int length = Math.max(node + 1, database.idLimit());
            firstHops = Arrays.copyOf(firstHops, length);
            Arrays.fill(firstHops, old, length, NONE);
            isNoted = Arrays.copyOf(isNoted, length);
        }
    }
}
