package hopscope.topology;

import java.util.Arrays;

/**
 * Repairs the distances from one node after links came and went, at a cost that grows with what changes (Ramalingam and
 * Reps, "An incremental algorithm for a generalization of the shortest-path problem", 1996).
 *
 * <p>First, in the order of their old distances, the nodes are found that have lost every neighbour on a shortest path;
 * only those can be further away now. Then these take what the others offer, those links that came make their offers, and
 * what became shorter is settled (Dijkstra 1959).
 *
 * <p>Not thread-safe: the object owns its work arrays, about one byte per node.
 */
final class RowRepair {
    private static final byte QUEUED = 1;
    private static final byte AFFECTED = 2;
    private static final byte CHANGED = 4;

    private final Topology topology;

    /** By link; {@code null} if every link costs 1. */
    private final int[] costs;

    /** By link, as they are now; the caller's. */
    private final boolean[] linkUp;

    private final PackedHeap heap = new PackedHeap();
    private final byte[] marks;
    private final NodeList queued = new NodeList();
    private final NodeList affected = new NodeList();

    /** Nodes whose distance was written, and what it was before. */
    private final NodeList changed = new NodeList();

    private DistanceRow row;

    /** Some ints. */
    private static final class NodeList {
        private int[] items = new int[16];
        private int size;

        void add(int item) {
            if (size == items.length) {
                items = Arrays.copyOf(items, 2 * size);
            }
            items[size++] = item;
        }
    }

    RowRepair(Topology topology, int[] costs, boolean[] linkUp) {
        this.topology = topology;
        this.costs = costs;
        this.linkUp = linkUp;
        this.marks = new byte[topology.nodeCount()];
    }

    /**
     * Repairs a row and reports what changed in it.
     *
     * @param source whose row it is
     * @param distances right for the network before the changes
     * @param changes the links that changed, once each, by now in {@link #linkUp}
     * @param count how many
     */
    void repair(int source, DistanceRow distances, int[] changes, int count, AllDistances.ChangeSink sink) {
        row = distances;
        for (int i = 0; i < count; i++) {
            if (!linkUp[changes[i]]) {
                suspect(topology.endA(changes[i]), topology.endB(changes[i]), cost(changes[i]));
                suspect(topology.endB(changes[i]), topology.endA(changes[i]), cost(changes[i]));
            }
        }
        findAffected();
        for (int i = 0; i < affected.size; i++) {
            takeBestOffer(affected.items[i]);
        }
        for (int i = 0; i < count; i++) {
            if (linkUp[changes[i]]) {
                offer(topology.endA(changes[i]), topology.endB(changes[i]), cost(changes[i]));
                offer(topology.endB(changes[i]), topology.endA(changes[i]), cost(changes[i]));
            }
        }
        settle();
        report(source, sink);
    }

    private int cost(int link) {
        return costs == null ? 1 : costs[link];
    }

    /** A node that is on a shortest path by way of another may have lost it. */
    private void suspect(int from, int to, int cost) {
        int distance = row.get(from);
        if (distance != DistanceRow.UNREACHABLE && row.get(to) == distance + cost && marks[to] == 0) {
            marks[to] = QUEUED;
            queued.add(to);
            heap.add(distance + cost, to);
        }
    }

    /** When a node's turn comes, all nodes before it on shortest paths have had theirs, for every link costs something. */
    private void findAffected() {
        while (!heap.isEmpty()) {
            int node = PackedHeap.node(heap.remove());
            if (!keepsItsDistance(node)) {
                marks[node] |= AFFECTED;
                affected.add(node);
                int end = topology.firstNeighbour(node + 1);
                for (int at = topology.firstNeighbour(node); at < end; at++) {
                    int link = topology.linkAt(at);
                    if (linkUp[link]) {
                        suspect(node, topology.neighbourAt(at), cost(link));
                    }
                }
            }
        }
    }

    private boolean keepsItsDistance(int node) {
        int distance = row.get(node);
        int end = topology.firstNeighbour(node + 1);
        for (int at = topology.firstNeighbour(node); at < end; at++) {
            int neighbour = topology.neighbourAt(at);
            int link = topology.linkAt(at);
            int before = row.get(neighbour);
            if (before + cost(link) == distance
                    && before != DistanceRow.UNREACHABLE
                    && linkUp[link]
                    && (marks[neighbour] & AFFECTED) == 0) {
                return true;
            }
        }
        return false;
    }

    private void takeBestOffer(int node) {
        long best = Long.MAX_VALUE;
        int end = topology.firstNeighbour(node + 1);
        for (int at = topology.firstNeighbour(node); at < end; at++) {
            int neighbour = topology.neighbourAt(at);
            int link = topology.linkAt(at);
            int distance = row.get(neighbour);
            if (linkUp[link] && distance != DistanceRow.UNREACHABLE && (marks[neighbour] & AFFECTED) == 0) {
                best = Math.min(best, (long) distance + cost(link));
            }
        }
        if (best == Long.MAX_VALUE) {
            write(node, DistanceRow.UNREACHABLE);
        } else {
            write(node, AllDistances.narrowed(best));
            heap.add((int) best, node);
        }
    }

    private void settle() {
        while (!heap.isEmpty()) {
            long item = heap.remove();
            int node = PackedHeap.node(item);
            if (row.get(node) == PackedHeap.distance(item)) {
                int end = topology.firstNeighbour(node + 1);
                for (int at = topology.firstNeighbour(node); at < end; at++) {
                    int link = topology.linkAt(at);
                    if (linkUp[link]) {
                        offer(node, topology.neighbourAt(at), cost(link));
                    }
                }
            }
        }
    }

    private void offer(int from, int to, int cost) {
        int distance = row.get(from);
        if (distance == DistanceRow.UNREACHABLE) {
            return;
        }
        long offered = (long) distance + cost;
        int old = row.get(to);
        if (old == DistanceRow.UNREACHABLE || offered < old) {
            write(to, AllDistances.narrowed(offered));
            heap.add((int) offered, to);
        }
    }

    private void write(int node, int distance) {
        if ((marks[node] & CHANGED) == 0) {
            marks[node] |= CHANGED;
            changed.add(node);
            changed.add(row.get(node));
        }
        row.set(node, distance);
    }

    private void report(int source, AllDistances.ChangeSink sink) {
        for (int i = 0; i < queued.size; i++) {
            marks[queued.items[i]] = 0;
        }
        for (int i = 0; i < changed.size; i += 2) {
            int node = changed.items[i];
            marks[node] = 0;
            int old = changed.items[i + 1];
            if (row.get(node) != old) {
                sink.changed(source, node, old, row.get(node));
            }
        }
        queued.size = 0;
        affected.size = 0;
        changed.size = 0;
    }
}
