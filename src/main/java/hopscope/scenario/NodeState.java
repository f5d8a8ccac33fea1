package hopscope.scenario;

/** What becomes of a node's memory while it is down. */
public enum NodeState {
    /** Nothing is kept: it starts anew under its identity. */
    WIPED,
    /** The node freezes, and later goes on with its tables, window, ids and duplicate filter. */
    KEPT
}
