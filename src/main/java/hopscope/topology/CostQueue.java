package hopscope.topology;

import java.util.Arrays;

/**
 * Nodes by distance, the least first, for a search in which no node is added that is nearer than the one removed last, or
 * farther from it than the largest cost of a link. Where that cost is small, each distance has a list of its own, in a ring, and
 * adding and removing cost O(1) (Dial, "Algorithm 360: shortest-path forest with topological ordering", 1969); else it is a
 * {@link PackedHeap}. A node may be in it several times. Nodes at one distance leave in no order that is promised.
 */
final class CostQueue {
    private static final int LISTS = 1 << 12;
    private static final int MASK = LISTS - 1;
    private static final int NONE = -1;

    /** The first entry of each list. */
    private final int[] first = new int[LISTS];

    /** Bit by list: whether there is anything in it. */
    private final long[] isUsed = new long[LISTS / Long.SIZE];

    /** By entry: the node, and the entry after it. */
    private int[] nodes = new int[16];

    private int[] after = new int[16];
    private int entries;
    private int waiting;

    private final PackedHeap heap = new PackedHeap();
    private boolean hasLists;
    private int node;
    private int distance;

    /** Forgets all, for a search over links that cost at most so much. */
    void begin(int largestCost) {
        hasLists = largestCost < LISTS;
        heap.clear();
        if (waiting > 0) {
            Arrays.fill(isUsed, 0);
        }
        waiting = 0;
        entries = 0;
        distance = 0;
    }

    /** Adds a node at a distance, neither of them negative. */
    void add(int distanceOfNode, int added) {
        if (!hasLists) {
            heap.add(distanceOfNode, added);
            return;
        }
        if (entries == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * entries);
            after = Arrays.copyOf(after, 2 * entries);
        }
        int list = distanceOfNode & MASK;
        long bit = 1L << list;
        int word = list >>> 6;
        nodes[entries] = added;
        after[entries] = (isUsed[word] & bit) == 0 ? NONE : first[list];
        isUsed[word] |= bit;
        first[list] = entries++;
        waiting++;
    }

    /** Takes the next node out and makes it {@link #node}, if there is one. */
    boolean next() {
        if (!hasLists) {
            if (heap.isEmpty()) {
                return false;
            }
            long item = heap.remove();
            node = PackedHeap.node(item);
            distance = PackedHeap.distance(item);
            return true;
        }
        if (waiting == 0) {
            return false;
        }
        waiting--;
        distance += stepsToUsed(distance & MASK);
        int list = distance & MASK;
        int entry = first[list];
        node = nodes[entry];
        first[list] = after[entry];
        if (after[entry] == NONE) {
            isUsed[list >>> 6] &= ~(1L << list);
        }
        return true;
    }

    /** From a list to the first used one, round the ring. */
    private int stepsToUsed(int list) {
        int word = list >>> 6;
        long here = isUsed[word] >>> list;
        if (here != 0) {
            return Long.numberOfTrailingZeros(here);
        }
        int at = word;
        do {
            at = at + 1 & isUsed.length - 1;
        } while (isUsed[at] == 0);
        return (at * Long.SIZE + Long.numberOfTrailingZeros(isUsed[at]) - list) & MASK;
    }

    /** The node taken out last. */
    int node() {
        return node;
    }

    /** The distance with which it was added. */
    int distance() {
        return distance;
    }
}
