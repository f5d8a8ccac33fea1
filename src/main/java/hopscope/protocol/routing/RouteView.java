package hopscope.protocol.routing;

/** The routes of one node, to be looked at from outside. All O(1). */
public interface RouteView {
    /** What the numbers mean when there is no route. */
    int NO_ROUTE = -1;

    /**
     * Whether messages carry their whole path. If so, {@link #via} is the node before the destination on the path, so
     * that all routes of this node form a tree with this node as its root; if not, it is the next hop, so that the
     * routes of all nodes to one destination form a graph that leads to the destination.
     */
    boolean carriesPath();

    /** The next hop towards a destination, or the node before it on the path; {@link #NO_ROUTE} if there is no route. */
    int via(int destination);

    /** The distance to a destination in the protocol's own metric, or {@link #NO_ROUTE}. */
    int distance(int destination);

    /**
     * Whether the protocol promises that the routes of all nodes to a destination never form a loop, at no instant. Those
     * that do are held to it: a loop in the simulator is a fault of Hopscope.
     */
    default boolean isLoopFree() {
        return false;
    }

    /**
     * Whether each change is told before another route changes, or all that changed are told together, see {@link
     * hopscope.protocol.RouteChanges}. Then what the routes were before can be known from what is told.
     */
    default boolean tellsAtOnce() {
        return false;
    }

    /**
     * Reads what the next input will need, ahead of its time, so that whoever runs many nodes can do it for many of them at
     * once and the waits for memory overlap. Changes nothing, and the answer means nothing.
     *
     * @param depth what is so many references away: 0, 1 or 2; to be asked for in this order
     */
    default long touch(int depth) {
        return 0;
    }

    /** Whom this node will most likely send to when its next round is due, or {@link #NO_ROUTE}: a guess, for {@link #touch}. */
    default int likelyPeer() {
        return NO_ROUTE;
    }

    /** Entries that the protocol holds in memory: table rows, or link-state records. */
    int entryCount();
}
