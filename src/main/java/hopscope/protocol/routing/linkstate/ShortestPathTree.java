package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;

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
    private final SmallInts distances = new SmallInts(UNREACHED);
    private final SmallInts predecessors = new SmallInts(NONE);

    private final RepairSpace space;
    private final TouchedNodes touched;
    private final DistanceQueue queue;
    private final boolean isKept;
    private int orphanCount;

    /** A tree with a room of its own for repairs. */
    ShortestPathTree(int self, LinkStateDatabase database) {
        this(self, database, new RepairSpace(), true);
    }

    /**
     * @param space used during repairs and searches
     * @param isKept whether the tree is there at all times; if not, only what was {@linkplain #seek sought} last is
     */
    ShortestPathTree(int self, LinkStateDatabase database, RepairSpace space, boolean isKept) {
        this.self = self;
        this.database = database;
        this.space = space;
        this.touched = space.touched;
        this.queue = space.queue;
        this.isKept = isKept;
        if (isKept) {
            ensureLength(self + 1);
            distances.set(self, 0);
        }
    }

    /** Receives each destination whose predecessor or distance changed; -1 stands for none. */
    interface ChangeSink {
        void changed(int destination, int oldPredecessor, int oldDistance, int predecessor, int distance);
    }

    /** Whether the tree is there at all times. */
    boolean isKept() {
        return isKept;
    }

    /**
     * Makes sure that the paths to a node are there. Where the tree is not kept, they are there until any tree with the same
     * room seeks another; then this costs a search.
     */
    void seek(int node) {
        if (!isKept) {
            space.search.seek(this, self, database, node);
        }
    }

    /** Distance to a node, or {@link #NONE}. */
    int distance(int node) {
        if (!isKept) {
            return space.search.distance(node);
        }
        return node < distances.length() && distances.get(node) != UNREACHED ? distances.get(node) : NONE;
    }

    /** The node before a node on the path to it, or {@link #NONE}. */
    int predecessor(int node) {
        if (!isKept) {
            return space.search.predecessor(node);
        }
        return node < predecessors.length() ? predecessors.get(node) : NONE;
    }

    /**
     * Repairs the tree after the records of a batch have replaced older ones in the database. Where it is not kept, nobody is
     * told of changes.
     */
    void repair(RecordBatch batch, ChangeSink sink) {
        if (!isKept) {
            space.search.forget(this);
            return;
        }
        ensureLength(database.idLimit());
        touched.ensureLength(distances.length());
        orphanCount = 0;
        for (int i = 0; i < batch.size(); i++) {
            cutWorsenedLinks(batch, batch.origin(i));
        }
        orphanSubtrees();
        for (int i = 0; i < orphanCount; i++) {
            offerFromOutside(space.orphans[i]);
        }
        for (int i = 0; i < batch.size(); i++) {
            offerChangedLinks(batch.origin(i));
        }
        settle();
        report(sink);
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
        if (distances.get(node) == UNREACHED) {
            return;
        }
        touch(node);
        distances.set(node, UNREACHED);
        space.ensureOrphans(orphanCount);
        space.orphans[orphanCount++] = node;
    }

    /** Orphans all descendants of orphans. Their tree links either still count or were cut above. */
    private void orphanSubtrees() {
        for (int i = 0; i < orphanCount; i++) {
            int node = space.orphans[i];
            LinkStateRecord record = database.get(node);
            for (int j = 0; record != null && j < record.degree(); j++) {
                int child = record.neighbour(j);
                if (predecessor(child) == node) {
                    orphan(child);
                }
            }
        }
        for (int i = 0; i < orphanCount; i++) {
            predecessors.set(space.orphans[i], NONE);
        }
    }

    private void offerFromOutside(int orphan) {
        LinkStateRecord record = database.get(orphan);
        for (int i = 0; record != null && i < record.degree(); i++) {
            offerTowards(orphan, record.neighbour(i));
        }
    }

    private void offerChangedLinks(int node) {
        LinkStateRecord record = database.get(node);
        for (int i = 0; i < record.degree(); i++) {
            offerFrom(node, record, i);
            offerTowards(node, record.neighbour(i));
        }
    }

    private void settle() {
        while (queue.next()) {
            int node = queue.node();
            if (queue.distance() == distances.get(node)) {
                LinkStateRecord record = database.get(node);
                for (int i = 0; i < record.degree(); i++) {
                    offerFrom(node, record, i);
                }
            }
        }
    }

    /**
     * Offers a path along the link at an index of a node's record. Most offers are no better than what is there, so that is
     * looked at before the record at the other end.
     */
    private void offerFrom(int from, LinkStateRecord record, int index) {
        int to = record.neighbour(index);
        int distance = distances.get(from);
        if (distance == UNREACHED || to == self || to >= distances.length()) {
            return;
        }
        distance = saturatedSum(distance, record.costAt(index));
        if (isBetter(distance, from, to) && lists(to, from)) {
            take(distance, from, to);
        }
    }

    /** Offers a path to a node by way of another that the node's own record lists. */
    private void offerTowards(int to, int from) {
        if (to == self || from >= distances.length() || distances.get(from) == UNREACHED) {
            return;
        }
        // No link costs less than 1.
        if (!isBetter(saturatedSum(distances.get(from), 1), from, to)) {
            return;
        }
        LinkStateRecord record = database.get(from);
        int cost = record == null ? LinkStateRecord.NOT_LISTED : record.cost(to);
        if (cost != LinkStateRecord.NOT_LISTED) {
            int distance = saturatedSum(distances.get(from), cost);
            if (isBetter(distance, from, to)) {
                take(distance, from, to);
            }
        }
    }

    private boolean lists(int node, int other) {
        LinkStateRecord record = database.get(node);
        return record != null && record.cost(other) != LinkStateRecord.NOT_LISTED;
    }

    /** Whether a path is shorter than the one that is there, or as short and by a smaller id. */
    private boolean isBetter(int distance, int from, int to) {
        return distance < distances.get(to)
                || (distance == distances.get(to) && distance != UNREACHED && from < predecessors.get(to));
    }

    private void take(int distance, int from, int to) {
        touch(to);
        predecessors.set(to, from);
        if (distance < distances.get(to)) {
            distances.set(to, distance);
            queue.add(distance, to);
        }
    }

    private static int saturatedSum(int distance, int cost) {
        return distance > UNREACHED - cost ? UNREACHED : distance + cost;
    }

    private void touch(int node) {
        touched.add(node, distances.get(node), predecessors.get(node));
    }

    private void report(ChangeSink sink) {
        for (int i = 0; i < touched.count(); i++) {
            int node = touched.node(i);
            int oldDistance = touched.oldDistance(i);
            int oldPredecessor = touched.oldPredecessor(i);
            if (distances.get(node) != oldDistance || predecessors.get(node) != oldPredecessor) {
                sink.changed(
                        node, oldPredecessor, orNone(oldDistance), predecessors.get(node), orNone(distances.get(node)));
            }
        }
        touched.clear();
    }

    private static int orNone(int distance) {
        return distance == UNREACHED ? NONE : distance;
    }

    private void ensureLength(int length) {
        if (length > distances.length()) {
            distances.grow(length);
            predecessors.grow(length);
        }
    }
}
