package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import java.util.Arrays;

/**
 * A search for the shortest paths to one destination, for a node that keeps no tree: Dijkstra's algorithm that stops at the
 * destination's distance. What it finds on the way there is what the whole tree would have, predecessors included. The next
 * search overwrites it, whosever that is.
 */
final class RouteSearch {
    private static final int NONE = ShortestPathTree.NONE;

    private final DistanceQueue queue;
    private int[] distances = {};
    private int[] predecessors = {};

    /** The search that reached a node last; entries of earlier ones do not count. */
    private int[] reachedIn = {};

    private int search;
    private ShortestPathTree owner;
    private int destination;

    RouteSearch(DistanceQueue queue) {
        this.queue = queue;
    }

    /** What was found does not hold any more if it is this one's. */
    void forget(ShortestPathTree tree) {
        if (owner == tree) {
            owner = null;
        }
    }

    /** Searches, unless that is what was searched for last. */
    void seek(ShortestPathTree tree, int self, LinkStateDatabase database, int wanted) {
        if (owner == tree && destination == wanted) {
            return;
        }
        owner = tree;
        destination = wanted;
        begin(Math.max(Math.max(self, wanted) + 1, database.idLimit()));
        reach(self, 0, NONE);
        while (queue.next()) {
            int node = queue.node();
            if (node == wanted) {
                break;
            }
            if (queue.distance() == distances[node]) {
                expand(node, self, database);
            }
        }
        queue.clear();
    }

    private void begin(int idLimit) {
        if (idLimit > distances.length) {
            distances = Arrays.copyOf(distances, idLimit);
            predecessors = Arrays.copyOf(predecessors, idLimit);
            reachedIn = Arrays.copyOf(reachedIn, idLimit);
        }
        if (++search == Integer.MAX_VALUE) {
            Arrays.fill(reachedIn, 0);
            search = 1;
        }
    }

    private void expand(int node, int self, LinkStateDatabase database) {
        LinkStateRecord record = database.get(node);
        for (int i = 0; record != null && i < record.degree(); i++) {
            int other = record.neighbour(i);
            long distance = (long) distances[node] + record.costAt(i);
            if (other == self || other >= distances.length || distance >= Integer.MAX_VALUE) {
                continue;
            }
            int known = distance(other);
            boolean isTie = distance == known && node < predecessors[other];
            if ((known == NONE || distance < known || isTie) && lists(database.get(other), node)) {
                reach(other, (int) distance, node);
            }
        }
    }

    private static boolean lists(LinkStateRecord record, int other) {
        return record != null && record.cost(other) != LinkStateRecord.NOT_LISTED;
    }

    private void reach(int node, int distance, int predecessor) {
        boolean isCloser = distance(node) != distance;
        reachedIn[node] = search;
        distances[node] = distance;
        predecessors[node] = predecessor;
        if (isCloser) {
            queue.add(distance, node);
        }
    }

    /** Distance to a node as far as the search came, or {@link ShortestPathTree#NONE}. */
    int distance(int node) {
        return node < distances.length && reachedIn[node] == search ? distances[node] : NONE;
    }

    /** The node before it, or {@link ShortestPathTree#NONE}. */
    int predecessor(int node) {
        return node < distances.length && reachedIn[node] == search ? predecessors[node] : NONE;
    }
}
