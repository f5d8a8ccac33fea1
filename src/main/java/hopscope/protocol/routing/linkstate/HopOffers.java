package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;

/**
 * What {@link ShortestPathTree} does along the links of one node, for the case that nearly all networks are: hop counts,
 * ids of 16 bits, records with numbers. Then a path is one int and an offer one comparison. The same offers in the same order,
 * so that the same nodes are touched, in the same order.
 */
final class HopOffers {
    private static final int NO_PATH = PathTable.NARROW_NO_PATH;

    /** One hop more. */
    private static final int HOP = 1 << PathTable.NARROW_BITS;

    private static final int PREDECESSOR = HOP - 1;

    /** Fewer nodes than there are distances: no path has more hops than that. */
    private static final int MOST_NODES = PathTable.NARROW_DISTANCES - 1;

    private final LinkRows rows;
    private final TouchedNodes touched;
    private final DistanceQueue queue;

    HopOffers(LinkRows rows, TouchedNodes touched, DistanceQueue queue) {
        this.rows = rows;
        this.touched = touched;
        this.queue = queue;
    }

    /** Whether this is such a case, as long as no row {@linkplain LinkRows#hasCosts has costs}. */
    static boolean suit(LinkStateDatabase database, PathTable paths) {
        return database.numbers() != null && paths.narrow() != null && paths.length() <= MOST_NODES;
    }

    /**
     * Offers paths along the links of the node whose row is open, to it and from it.
     *
     * @return where the first link is that is not such a case, or the end of the row
     */
    int bothWays(LinkStateDatabase database, int[] paths, int node, int first) {
        byte[] numbers = database.numbers();
        // Beyond are no records, so that no link to there counts.
        int limit = Math.min(paths.length, numbers.length);
        int end = rows.endOf(first);
        int path = paths[node];
        int offer = path == NO_PATH ? NO_PATH : path + hopFrom(path, node);
        for (int at = first; at < end; at++) {
            int other = rows.neighbour(at);
            if (other >= limit) {
                continue;
            }
            int there = paths[other];
            if (offer < there) {
                if (costOfListed(database, numbers[other], other, node, at) != LinkStateRecord.NOT_LISTED) {
                    take(paths, other, there, offer);
                }
            } else if (Integer.compareUnsigned(there + hopFrom(there, other), path) < 0) {
                int cost = costOfListed(database, numbers[other], other, node, at);
                if (cost > 1) {
                    return at;
                }
                if (cost == 1) {
                    int better = there + hopFrom(there, other);
                    take(paths, node, path, better);
                    path = better;
                    offer = path + hopFrom(path, node);
                }
            }
        }
        return end;
    }

    /** Offers paths along the links of the node whose row is open, from it; it has one. */
    void from(LinkStateDatabase database, int[] paths, int node, int first) {
        byte[] numbers = database.numbers();
        int limit = Math.min(paths.length, numbers.length);
        int end = rows.endOf(first);
        int offer = paths[node] + hopFrom(paths[node], node);
        for (int at = first; at < end; at++) {
            int other = rows.neighbour(at);
            if (other < limit) {
                int there = paths[other];
                if (offer < there
                        && costOfListed(database, numbers[other], other, node, at) != LinkStateRecord.NOT_LISTED) {
                    take(paths, other, there, offer);
                }
            }
        }
    }

    /** What turns a path into the one that goes on from its end, a node: a hop more, and that for a predecessor. */
    private static int hopFrom(int path, int node) {
        return HOP - (path & PREDECESSOR) + node;
    }

    /** The cost that the record of a node gives for the link to the one whose row is open, if it lists it. */
    private int costOfListed(LinkStateDatabase database, byte number, int other, int node, int at) {
        if (rows.isNewest() && rows.isHere(other, number)) {
            return rows.isMutual(at) ? 1 : LinkStateRecord.NOT_LISTED;
        }
        LinkStateRecord record = database.get(other);
        return record == null ? LinkStateRecord.NOT_LISTED : record.cost(node);
    }

    private void take(int[] paths, int node, int before, int path) {
        touched.add(node, PathTable.keyOf(before));
        paths[node] = path;
        if (path >>> PathTable.NARROW_BITS < before >>> PathTable.NARROW_BITS) {
            queue.add(path >>> PathTable.NARROW_BITS, node);
        }
    }
}
