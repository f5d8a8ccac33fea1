package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import java.util.Arrays;

/**
 * The shortest paths from one node over the links of its database, as a tree of predecessors, repaired after each batch
 * of new records at a cost that grows with what changed (Ramalingam and Reps, "An incremental algorithm for a
 * generalization of the shortest-path problem", 1996; Dijkstra 1959 for the settling).
 *
 * <p>A link u→v counts with the cost that u's record gives, and only when both records list each other. Costs are at
 * least 1. Among predecessors on shortest paths the smallest id is taken. The result depends on the database only.
 */
final class ShortestPathTree {
    /** No path, or no predecessor. */
    static final int NONE = -1;

    private static final int UNREACHED = Integer.MAX_VALUE;

    private final int self;
    private final LinkStateDatabase database;
    private int[] distances = {};
    private int[] predecessors = {};

    /** Nodes whose entries were touched in this repair, with what they were before. */
    private final TouchedNodes touched = new TouchedNodes();

    private final DistanceHeap heap = new DistanceHeap();
    private int[] orphans = new int[8];
    private int orphanCount;

    ShortestPathTree(int self, LinkStateDatabase database) {
        this.self = self;
        this.database = database;
        ensureLength(self + 1);
        distances[self] = 0;
    }

    /** Receives each destination whose predecessor or distance changed; -1 stands for none. */
    interface ChangeSink {
        void changed(int destination, int oldPredecessor, int oldDistance, int predecessor, int distance);
    }

    /** Distance to a node, or {@link #NONE}. */
    int distance(int node) {
        return node < distances.length && distances[node] != UNREACHED ? distances[node] : NONE;
    }

    /** The node before a node on the path to it, or {@link #NONE}. */
    int predecessor(int node) {
        return node < predecessors.length ? predecessors[node] : NONE;
    }

    /** Repairs the tree after the records of a batch have replaced older ones in the database. */
    void repair(RecordBatch batch, ChangeSink sink) {
        ensureLength(database.idLimit());
        orphanCount = 0;
        for (int i = 0; i < batch.size(); i++) {
            cutWorsenedLinks(batch, batch.origin(i));
        }
        orphanSubtrees();
        for (int i = 0; i < orphanCount; i++) {
            offerFromOutside(orphans[i]);
        }
        for (int i = 0; i < batch.size(); i++) {
            offerChangedLinks(batch.origin(i));
        }
        settle();
        touched.report(distances, predecessors, sink);
    }

    /** Orphans the lower end of every tree link at {@code node} that is gone or costs more than before. */
    private void cutWorsenedLinks(RecordBatch batch, int node) {
        LinkStateRecord before = batch.before(node);
        if (before == null) {
            return;
        }
        for (int i = 0; i < before.degree(); i++) {
            int other = before.neighbour(i);
            cutIfWorsened(batch, node, other);
            cutIfWorsened(batch, other, node);
        }
    }

    private void cutIfWorsened(RecordBatch batch, int from, int to) {
        if (predecessor(to) != from) {
            return;
        }
        int cost = database.linkCost(from, to);
        // A tree link had counted before, so the record before this batch gives its cost.
        if (cost == LinkStateRecord.NOT_LISTED || cost > batch.before(from).cost(to)) {
            orphan(to);
        }
    }

    private void orphan(int node) {
        if (distances[node] == UNREACHED) {
            return;
        }
        touch(node);
        distances[node] = UNREACHED;
        if (orphanCount == orphans.length) {
            orphans = Arrays.copyOf(orphans, 2 * orphanCount);
        }
        orphans[orphanCount++] = node;
    }

    /** Orphans all descendants of orphans. Their tree links either still count or were cut above. */
    private void orphanSubtrees() {
        for (int i = 0; i < orphanCount; i++) {
            int node = orphans[i];
            LinkStateRecord record = database.get(node);
            for (int j = 0; record != null && j < record.degree(); j++) {
                int child = record.neighbour(j);
                if (predecessor(child) == node) {
                    orphan(child);
                }
            }
        }
        for (int i = 0; i < orphanCount; i++) {
            predecessors[orphans[i]] = NONE;
        }
    }

    private void offerFromOutside(int orphan) {
        LinkStateRecord record = database.get(orphan);
        for (int i = 0; record != null && i < record.degree(); i++) {
            offer(record.neighbour(i), orphan);
        }
    }

    private void offerChangedLinks(int node) {
        LinkStateRecord record = database.get(node);
        for (int i = 0; i < record.degree(); i++) {
            offer(node, record.neighbour(i));
            offer(record.neighbour(i), node);
        }
    }

    private void settle() {
        while (!heap.isEmpty()) {
            int node = heap.firstNode();
            int distance = heap.firstDistance();
            heap.removeFirst();
            if (distance == distances[node]) {
                LinkStateRecord record = database.get(node);
                for (int i = 0; i < record.degree(); i++) {
                    offer(node, record.neighbour(i));
                }
            }
        }
    }

    /** Offers a path to {@code to} by way of {@code from}: taken if shorter, or as short and by a smaller id. */
    private void offer(int from, int to) {
        if (from >= distances.length || distances[from] == UNREACHED || to == self) {
            return;
        }
        int cost = database.linkCost(from, to);
        if (cost == LinkStateRecord.NOT_LISTED) {
            return;
        }
        int distance = saturatedSum(distances[from], cost);
        if (distance < distances[to]) {
            touch(to);
            distances[to] = distance;
            predecessors[to] = from;
            heap.add(distance, to);
        } else if (distance == distances[to] && distance != UNREACHED && from < predecessors[to]) {
            touch(to);
            predecessors[to] = from;
        }
    }

    private static int saturatedSum(int distance, int cost) {
        return distance > UNREACHED - cost ? UNREACHED : distance + cost;
    }

    private void touch(int node) {
        touched.add(node, distances[node], predecessors[node]);
    }

    private void ensureLength(int length) {
        if (length > distances.length) {
            int old = distances.length;
            distances = Arrays.copyOf(distances, length);
            predecessors = Arrays.copyOf(predecessors, length);
            Arrays.fill(distances, old, length, UNREACHED);
            Arrays.fill(predecessors, old, length, NONE);
            touched.ensureLength(length);
        }
    }

    /** The nodes touched by one repair, in the order of the first touch. */
    private static final class TouchedNodes {
        private int[] nodes = new int[8];
        private int[] oldDistances = new int[8];
        private int[] oldPredecessors = new int[8];
        private int count;
        private boolean[] isTouched = {};

        void ensureLength(int length) {
            isTouched = Arrays.copyOf(isTouched, length);
        }

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

        void report(int[] distances, int[] predecessors, ChangeSink sink) {
            for (int i = 0; i < count; i++) {
                int node = nodes[i];
                isTouched[node] = false;
                if (distances[node] != oldDistances[i] || predecessors[node] != oldPredecessors[i]) {
                    sink.changed(
                            node,
                            oldPredecessors[i],
                            orNone(oldDistances[i]),
                            predecessors[node],
                            orNone(distances[node]));
                }
            }
            count = 0;
        }

        private static int orNone(int distance) {
            return distance == UNREACHED ? NONE : distance;
        }
    }
}
