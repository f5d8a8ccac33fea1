package hopscope.metrics;

import hopscope.protocol.RouteChanges;
import hopscope.protocol.routing.RouteView;
import hopscope.topology.DistanceRow;

/**
 * Follows hop-by-hop routes as long as they have only ever become better: every link is live, no route was lost, and each
 * that changed was new or got shorter, by way of a neighbour that claims less. Then every route delivers, for its path
 * leads over ever smaller claims; so the state of a pair follows from the route and the oracle, and only the counts need
 * be kept. That is all there is to a cold start, in which nearly every change of a run happens.
 *
 * <p>The routes must be those of a protocol that {@link RouteView#tellsAtOnce tells at once}. Cost of a change: O(1).
 */
final class PlainRoutes {
    /** The state of a pair whose route delivers, but is not the shortest. */
    static final int DELIVERING = PairState.CONNECTED | PairState.DELIVERS;

    private final DistanceOracle oracle;
    private final RoutePointers pointers;
    private final PairCounts counts;

    /** @param counts in which no pair has a route yet; is kept right from now on */
    PlainRoutes(DistanceOracle oracle, RoutePointers pointers, PairCounts counts) {
        this.oracle = oracle;
        this.pointers = pointers;
        this.counts = counts;
    }

    /**
     * Takes in a change.
     *
     * @return false if it is none of those above: then it was not taken in, and nothing may be told any more
     */
    boolean routeChanged(int node, int destination, int oldDistance, int via, int distance) {
        int shortest = oracle.distance(node, destination);
        boolean isPlain = via != RouteView.NO_ROUTE
                && isBetter(oldDistance, distance, shortest)
                && isBelow(pointers.routes(via), via, destination, distance);
        if (isPlain) {
            count(counts, oldDistance < 0 ? 1 : 0, distance == shortest ? 1 : 0);
        }
        return isPlain;
    }

    /** The same for several: takes in all of them, or none. */
    boolean routesChanged(int node, RouteChanges changes) {
        int via = changes.via();
        DistanceRow shortest = oracle.row(node);
        RouteView neighbour = pointers.routes(via);
        int ofNew = 0;
        int exact = 0;
        boolean arePlain = true;
        for (int i = 0; i < changes.count(); i++) {
            int destination = changes.destination(i);
            int oldDistance = changes.oldDistance(i);
            int distance = changes.distance(i);
            int least = shortest.get(destination);
            arePlain &= isBetter(oldDistance, distance, least) && isBelow(neighbour, via, destination, distance);
            ofNew += oldDistance < 0 ? 1 : 0;
            exact += distance == least ? 1 : 0;
        }
        if (arePlain) {
            count(counts, ofNew, exact);
        }
        return arePlain;
    }

    /** Whether a route is new, or shorter than before; to where there is a way, and not shorter than that. */
    private static boolean isBetter(int oldDistance, int distance, int shortest) {
        return (oldDistance < 0 || distance < oldDistance) && shortest > 0 && distance >= shortest;
    }

    /** Whether the neighbour that a route leads to is the destination, or claims less. */
    static boolean isBelow(RouteView neighbour, int via, int destination, int distance) {
        if (via == destination) {
            return true;
        }
        int claimed = neighbour.distance(destination);
        return claimed >= 0 && claimed < distance;
    }

    /** Counts changes of pairs that have no route, or one that is not the shortest, to routes that deliver. */
    static void count(PairCounts counts, int ofNew, int exact) {
        counts.add(PairState.CONNECTED, -ofNew);
        counts.add(DELIVERING, ofNew - exact);
        counts.add(DELIVERING | PairState.EXACT, exact);
    }

    /** State of an ordered pair, see {@link PairState}. */
    int state(int source, int destination) {
        return state(source, destination, pointers.distance(destination, source));
    }

    /** State of an ordered pair whose route claims a distance, or {@link RouteView#NO_ROUTE}. */
    int state(int source, int destination, int claimed) {
        int shortest = oracle.distance(source, destination);
        if (source == destination || shortest == DistanceOracle.UNREACHABLE) {
            return 0;
        }
        int fare = claimed < 0 ? PairState.NO_ROUTE : PairState.DELIVERS;
        return PairState.CONNECTED | fare | (claimed == shortest ? PairState.EXACT : 0);
    }

    /** The states of all pairs by source and destination; O(n²). */
    byte[][] states(int nodes) {
        byte[][] states = new byte[nodes][nodes];
        for (int source = 0; source < nodes; source++) {
            for (int destination = 0; destination < nodes; destination++) {
                states[source][destination] = (byte) state(source, destination);
            }
        }
        return states;
    }
}
