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
    private final LinkRows rows;
    private final HopOffers offers;
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
        this.rows = database.rows();
        this.offers = new HopOffers(rows, touched, queue);
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
        for (int i = 0; i < batch.size(); i++) {
            paths.noteKnown(batch.origin(i));
        }
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
        LinkStateRecord now = database.get(node);
        int at = 0;
        for (int i = 0; i < before.degree(); i++) {
            int other = before.neighbour(i);
            while (at < now.degree() && now.neighbour(at) < other) {
                at++;
            }
            boolean stays = at < now.degree() && now.neighbour(at) == other && now.costAt(at) <= before.costAt(i);
            // What stays, and whose other end has said nothing new, is as good as before: nearly all links of a hub.
            if (!stays || batch.contains(other)) {
                cutIfWorsened(batch, node, other);
                cutIfWorsened(batch, other, node);
            }
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
            int first = database.get(node) == null ? 0 : database.openRow(node);
            int end = first == 0 ? 0 : rows.endOf(first);
            for (int at = first; at < end; at++) {
                int child = rows.neighbour(at);
                if (predecessor(child) == node) {
                    orphan(child);
                }
            }
        }
    }

    private void offerFromOutside(int orphan) {
        if (database.get(orphan) != null) {
            offerAlongLinks(orphan, false);
        }
    }

    private void offerChangedLinks(int node) {
        offerAlongLinks(node, true);
    }

    /**
     * Offers paths along the links of a node to it and, if wanted, from it. Most offers are no better than what is there, so
     * that is looked at before the record at the other end.
     */
    private void offerAlongLinks(int node, boolean bothWays) {
        int first = database.openRow(node);
        int end = rows.endOf(first);
        int from = first;
        if (bothWays && HopOffers.suit(database, paths) && !rows.hasCosts()) {
            from = offers.bothWays(database, paths.narrow(), node, first);
        }
        long path = paths.get(node);
        int length = paths.length();
        for (int at = from; at < end; at++) {
            int other = rows.neighbour(at);
            if (other < length) {
                long there = paths.get(other);
                if (bothWays) {
                    there = offeredFrom(node, path, at, other, there);
                }
                // No link costs less than 1.
                if (PathTable.isBetter(PathTable.extended(there, other, 1), path)) {
                    path = offeredTo(node, path, at, other, there);
                }
            }
        }
    }

    private void settle() {
        while (queue.next()) {
            int node = queue.node();
            if (queue.distance() == PathTable.distance(paths.get(node))) {
                offerFrom(node);
            }
        }
    }

    private void offerFrom(int node) {
        int first = database.openRow(node);
        if (HopOffers.suit(database, paths) && !rows.hasCosts()) {
            offers.from(database, paths.narrow(), node, first);
            return;
        }
        long path = paths.get(node);
        int end = rows.endOf(first);
        int length = paths.length();
        for (int at = first; at < end; at++) {
            int other = rows.neighbour(at);
            if (other < length) {
                offeredFrom(node, path, at, other, paths.get(other));
            }
        }
    }

    /**
     * Offers a path along a link of the node whose row is open.
     *
     * @param path to the node
     * @param at where the link is
     * @param there the path to the other end as it is
     * @return the path to the other end afterwards
     */
    private long offeredFrom(int node, long path, int at, int other, long there) {
        long offer = PathTable.extended(path, node, rows.cost(at));
        return PathTable.isBetter(offer, there) && isListedBy(other, node, at) ? take(other, there, offer) : there;
    }

    /** Whether a node's record lists the one whose row is open. */
    private boolean isListedBy(int other, int node, int at) {
        return rows.isNewest() && database.isInRow(other) ? rows.isMutual(at) : database.isListedBy(other, node);
    }

    /**
     * Offers the node whose row is open a path by way of another that it lists.
     *
     * @param path to the node as it is
     * @param at where the link is
     * @param there the path to the other
     * @return the path to the node afterwards
     */
    private long offeredTo(int node, long path, int at, int other, long there) {
        int cost;
        if (rows.isNewest() && database.isInRow(other)) {
            cost = rows.isMutual(at) ? rows.cost(other, node) : LinkStateRecord.NOT_LISTED;
        } else {
            LinkStateRecord record = database.get(other);
            cost = record == null ? LinkStateRecord.NOT_LISTED : record.cost(node);
        }
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

    /** See {@link PathTable#fetch}. */
    int fetch() {
        return isKept ? paths.fetch() : 0;
    }

    private void ensureLength(int length) {
        if (length > paths.length()) {
            paths.grow(length);
        }
    }
}
