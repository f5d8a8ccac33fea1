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

    /** Entries that the protocol holds in memory: table rows, or link-state records. */
    int entryCount();
}
