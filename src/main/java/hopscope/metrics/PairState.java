package hopscope.metrics;

/**
 * What is known of one ordered pair of nodes (source, destination), packed into a byte: how the source's route fares,
 * whether its distance is the oracle's, and whether the destination can be reached at all.
 */
final class PairState {
    /** The source has no route. */
    static final int NO_ROUTE = 0;

    /** Following the route delivers. */
    static final int DELIVERS = 1;

    /** Following the route runs into a loop. */
    static final int LOOPS = 2;

    /** Following the route ends at a node without a usable next hop. */
    static final int BLACK_HOLE = 3;

    /** The bits of the above. */
    static final int FARE_MASK = 3;

    /** Bit: the route's distance is the oracle's. */
    static final int EXACT = 4;

    /** Bit: the live network connects the two. */
    static final int CONNECTED = 8;

    /**
     * Bit: the route uses a link that is gone. For hop-by-hop protocols that is the link to the source's own next hop, for
     * protocols that carry the path any link of it.
     */
    static final int BROKEN = 16;

    /** Bit, set during a walk only: being judged anew. */
    static final int PENDING = 32;

    private PairState() {}

    /** Whether the source knows what it should: a route if and only if there is a path. */
    static boolean isViewRight(int state) {
        return ((state & FARE_MASK) != NO_ROUTE) == ((state & CONNECTED) != 0);
    }

    /** Whether the route delivers, or there rightly is none. */
    static boolean isReachRight(int state) {
        return (state & CONNECTED) != 0 ? (state & FARE_MASK) == DELIVERS : (state & FARE_MASK) == NO_ROUTE;
    }

    /** Whether the route delivers at the oracle's distance, or there rightly is none. */
    static boolean isOptimal(int state) {
        return isReachRight(state) && ((state & CONNECTED) == 0 || (state & EXACT) != 0);
    }

    /** Whether the source keeps a route that rests on what is gone: a link that it uses, or the way to the destination. */
    static boolean isStale(int state) {
        return (state & FARE_MASK) != NO_ROUTE && ((state & BROKEN) != 0 || (state & CONNECTED) == 0);
    }
}
