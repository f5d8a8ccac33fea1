package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import java.util.Arrays;

/** The shortest-path tree from scratch, in the plainest way: what {@link ShortestPathTree} is held against. */
final class PlainDijkstra {
    private static final long UNREACHED = Long.MAX_VALUE;

    final int[] distances;
    final int[] predecessors;

    PlainDijkstra(int self, int nodes, LinkStateDatabase database) {
        long[] exact = new long[nodes];
        boolean[] settled = new boolean[nodes];
        Arrays.fill(exact, UNREACHED);
        exact[self] = 0;
        for (int node = nearest(exact, settled); node >= 0; node = nearest(exact, settled)) {
            settled[node] = true;
            for (int other = 0; other < nodes; other++) {
                long cost = cost(database, node, other);
                if (cost > 0 && exact[node] + cost < exact[other]) {
                    exact[other] = exact[node] + cost;
                }
            }
        }
        distances = new int[nodes];
        predecessors = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            distances[node] = exact[node] == UNREACHED ? -1 : (int) exact[node];
            predecessors[node] = node == self || exact[node] == UNREACHED ? -1 : smallest(database, exact, node);
        }
    }

    private static int nearest(long[] exact, boolean[] settled) {
        int nearest = -1;
        for (int node = 0; node < exact.length; node++) {
            if (!settled[node] && exact[node] != UNREACHED && (nearest < 0 || exact[node] < exact[nearest])) {
                nearest = node;
            }
        }
        return nearest;
    }

    /** The smallest of the nodes through which a shortest path comes. */
    private static int smallest(LinkStateDatabase database, long[] exact, int node) {
        for (int before = 0; before < exact.length; before++) {
            long cost = cost(database, before, node);
            if (cost > 0 && exact[before] != UNREACHED && exact[before] + cost == exact[node]) {
                return before;
            }
        }
        throw new AssertionError("nothing leads to " + node);
    }

    /** Cost of a link, or 0 if not both of its ends list it. */
    static int cost(LinkStateDatabase database, int from, int to) {
        LinkStateRecord here = database.get(from);
        LinkStateRecord there = database.get(to);
        boolean both = here != null && there != null && here.cost(to) > 0 && there.cost(from) > 0;
        return both ? here.cost(to) : 0;
    }
}
