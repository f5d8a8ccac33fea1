package hopscope.simulation;

import hopscope.protocol.node.NodeCounters;
import hopscope.protocol.routing.RouteView;
import hopscope.topology.Topology;

/** The network of a run, to be looked at while it runs. */
public interface NetworkView {
    /** Nodes and links, whether they are up or not. */
    Topology topology();

    /** Whether a link can carry frames now, both ways, whether or not its ends know: nothing cuts it, and both are up. */
    boolean isLive(int link);

    /** Whether a node is up. */
    boolean isUp(int node);

    /** Whether a node is down and will go on with all its state when it comes up again. */
    default boolean keepsState(int node) {
        return false;
    }

    /** Cost of a link in the protocol's metric, at least 1, the same both ways. */
    int cost(int link);

    /** Whether every link costs 1, so that distances count hops. */
    boolean countsHops();

    /** Routes of a node; none while it is down. Another object after it went down or came up. */
    RouteView routes(int node);

    /** What happened to a node since its birth, its earlier lives not included. */
    NodeCounters counters(int node);

    /** Whether the routes of every node are followed, see {@link #isFollowed}. */
    default boolean followsAll() {
        return true;
    }

    /**
     * Whether changes of a node's routes are told, see {@link SimulationObserver#routeChanged}. If not, its routes can be
     * looked at, but each look may cost a search.
     */
    default boolean isFollowed(int node) {
        return true;
    }
}
