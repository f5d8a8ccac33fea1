package hopscope.protocol.routing.linkstate;

/** Which of several equally short paths a message takes. */
public enum EqualCost {
    /** From the destination back, always the predecessor with the smallest id: every message takes the same path. */
    SMALLEST_ID,
    /**
     * From the destination back, the predecessor that a hash of source, destination, message id and node picks: messages
     * spread over all shortest paths, and the same message takes the same path as long as the paths are the same.
     */
    PER_MESSAGE
}
