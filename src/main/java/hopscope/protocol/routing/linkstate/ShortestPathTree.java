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

    private final int self;
    private final LinkStateDatabase database;
    private final PathTable paths = new PathTable();
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
            paths.set(self, PathTable.key(0, NONE));
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
        return node < paths.length() ? orNone(PathTable.distance(paths.get(node))) : NONE;
    }

    /** The node before a node on the path to it, or {@link #NONE}. */
    int predecessor(int node) {
        if (!isKept) {
            return space.search.predecessor(node);
        }
        return node < paths.length() ? PathTable.predecessor(paths.get(node)) : NONE;
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
        touched.ensureLength(paths.length());
        if (batch.hasReplaced()) {
            cutLinks(batch);
        }
        for (int i = 0; i < batch.size(); i++) {
            offerChangedLinks(batch.origin(i));
        }
        settle();
        report(sink);
    }

    /** Cuts off what hangs on links that are gone or cost more than before, and offers it paths from the rest of the tree. */
    private void cutLinks(RecordBatch batch) {
        orphanCount = 0;
        for (int i = 0; i < batch.size(); i++) {
            cutWorsenedLinks(batch, batch.origin(i));
        }
        orphanSubtrees();
        for (int i = 0; i < orphanCount; i++) {
            offerFromOutside(space.orphans[i]);
        }
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
        long path = paths.get(node);
        if (path != PathTable.NO_PATH) {
            touched.add(node, path);
            paths.set(node, PathTable.NO_PATH);
            space.ensureOrphans(orphanCount);
            space.orphans[orphanCount++] = node;
        }
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
    }

    private void offerFromOutside(int orphan) {
        LinkStateRecord record = database.get(orphan);
        long path = paths.get(orphan);
        for (int i = 0; record != null && i < record.degree(); i++) {
            int other = record.neighbour(i);
            if (other < paths.length()) {
                path = offered(orphan, path, other, paths.get(other));
            }
        }
    }

    /**
     * Offers paths both ways along the links of a node. Most offers are no better than what is there, so that is looked at
     * before the record at the other end.
     */
    private void offerChangedLinks(int node) {
        LinkStateRecord record = database.get(node);
        long path = paths.get(node);
        for (int i = 0; i < record.degree(); i++) {
            int other = record.neighbour(i);
            if (other < paths.length()) {
                long there = offeredAlong(node, path, record, i, paths.get(other));
                path = offered(node, path, other, there);
            }
        }
    }

    private void settle() {
        while (queue.next()) {
            int node = queue.node();
            long path = paths.get(node);
            if (queue.distance() == PathTable.distance(path)) {
                LinkStateRecord record = database.get(node);
                for (int i = 0; i < record.degree(); i++) {
                    int other = record.neighbour(i);
                    if (other < paths.length()) {
                        offeredAlong(node, path, record, i, paths.get(other));
                    }
                }
            }
        }
    }

    /**
     * Offers a path along the link at an index of a node's record.
     *
     * @param path to the node
     * @param there the path to the other end as it is
     * @return the path to the other end afterwards
     */
    private long offeredAlong(int node, long path, LinkStateRecord record, int index, long there) {
        long offer = PathTable.extended(path, node, record.costAt(index));
        if (!PathTable.isBetter(offer, there)) {
            return there;
        }
        int other = record.neighbour(index);
        return record.isListedBy(index, database.get(other)) ? take(other, there, offer) : there;
    }

    /**
     * Offers a node a path by way of another that the node's own record lists.
     *
     * @param path to the node as it is
     * @param there the path to the other
     * @return the path to the node afterwards
     */
    private long offered(int node, long path, int other, long there) {
        // No link costs less than 1.
        if (!PathTable.isBetter(PathTable.extended(there, other, 1), path)) {
            return path;
        }
        LinkStateRecord record = database.get(other);
        int cost = record == null ? LinkStateRecord.NOT_LISTED : record.cost(node);
        if (cost == LinkStateRecord.NOT_LISTED) {
            return path;
        }
        long offer = PathTable.extended(there, other, cost);
        return PathTable.isBetter(offer, path) ? take(node, path, offer) : path;
    }

    /** A node has a better path than before. */
    private long take(int node, long before, long path) {
        touched.add(node, before);
        paths.set(node, path);
        int distance = PathTable.distance(path);
        if (distance < PathTable.distance(before)) {
            queue.add(distance, node);
        }
        return path;
    }

    private void report(ChangeSink sink) {
        for (int i = 0; i < touched.count(); i++) {
            int node = touched.node(i);
            long before = touched.oldKey(i);
            long path = paths.get(node);
            if (path != before) {
                sink.changed(
                        node,
                        PathTable.predecessor(before),
                        orNone(PathTable.distance(before)),
                        PathTable.predecessor(path),
                        orNone(PathTable.distance(path)));
            }
        }
        touched.clear();
    }

    private static int orNone(int distance) {
        return distance == Integer.MAX_VALUE ? NONE : distance;
    }

    private void ensureLength(int length) {
        if (length > paths.length()) {
            paths.grow(length);
        }
    }
}
