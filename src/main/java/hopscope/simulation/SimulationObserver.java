package hopscope.simulation;

import hopscope.protocol.RouteChanges;
import hopscope.protocol.message.Message;

/**
 * Watches a run. Called in the order in which things happen; must not change anything. All times are virtual, in
 * nanoseconds since the start of the run.
 */
public interface SimulationObserver {
    /** The run begins, at time 0: every node and link is up, no node has started. */
    void begin(NetworkView network);

    /** What {@link #optimalSinceNanos} answers when the routes are not at the optimum, or nobody looks. */
    long NOT_OPTIMAL = -1;

    /**
     * A fault strikes, just before {@link #disturbed}; or it has no effect, or, at the end of the run, it never happened.
     */
    default void struck(long nowNanos, FaultStrike strike) {}

    /**
     * Since when all routes have been at the optimum without a break since the last disturbance, or {@link #NOT_OPTIMAL}.
     * Asked after each event in runs with faults that wait for it; such faults need an observer that knows.
     */
    default long optimalSinceNanos() {
        return NOT_OPTIMAL;
    }

    /** A fault is about to change something. */
    void disturbed(long nowNanos);

    /** A link became usable, or ceased to be: because it was cut or mended, or because a node at its end went or came. */
    void linkChanged(long nowNanos, int link, boolean live);

    /**
     * A node went down or came up; before its links are reported. Whether it keeps its state while it is down is said by
     * {@link NetworkView#keepsState}.
     */
    void nodeChanged(long nowNanos, int node, boolean up);

    /** A node's route changed, see {@link hopscope.protocol.Effects#routeChanged}. */
    void routeChanged(long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance);

    /** Several routes of a node changed at once; the same as {@link #routeChanged} for each of them in their order. */
    default void routesChanged(long nowNanos, int node, RouteChanges changes) {
        for (int i = 0; i < changes.count(); i++) {
            routeChanged(
                    nowNanos,
                    node,
                    changes.destination(i),
                    changes.oldVia(i),
                    changes.oldDistance(i),
                    changes.via(),
                    changes.distance(i));
        }
    }

    /** A node put a message on a link; it may be lost there. Not to be kept, see {@link Message#release}. */
    void transmitted(long nowNanos, int node, Message message);

    /** A node accepted a message from its application. */
    void accepted(long nowNanos, int node, long id, int destination);

    /** A node refused a message because its window was full. */
    void windowFull(long nowNanos, int node);

    /** A node handed a message to its application. */
    void delivered(long nowNanos, int node, int source, long id, int hops);

    /** A node reported a message as lost. */
    void abandoned(long nowNanos, int node, long id);

    /** An event has been handled, with all that it caused at once. */
    void eventDone(long nowNanos);

    /** The run ends. */
    void end(long nowNanos);
}
