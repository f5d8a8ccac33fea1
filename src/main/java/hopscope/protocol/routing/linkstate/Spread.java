package hopscope.protocol.routing.linkstate;

/** How link-state records spread. */
public enum Spread {
    /** Every round a node tells some random neighbours its news, and they answer with theirs. */
    PUSH_PULL,
    /** Every round a node tells some random neighbours its news; they acknowledge them. */
    PUSH,
    /** Every round a node asks some random neighbours for their news. */
    PULL,
    /**
     * A node tells its neighbours news at once, all but the one that brought them. Every round it asks some random neighbours
     * for what was lost.
     */
    FLOODING
}
