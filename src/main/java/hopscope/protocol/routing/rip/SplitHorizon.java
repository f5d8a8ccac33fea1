package hopscope.protocol.routing.rip;

/** What a neighbour is told of the routes that go by way of itself (RFC 2453, section 3.4.3). */
public enum SplitHorizon {
    /** The same as everybody else: two nodes can send each other a lost destination to and fro. */
    NONE,
    /** Nothing. */
    SIMPLE,
    /** That they cannot be reached (poisoned reverse). */
    POISONED
}
