package hopscope.protocol;

/** Deadlines that a state machine returns: a time in nanoseconds, or {@link #NONE}. */
public final class Deadline {
    /** Nothing to wait for. */
    public static final long NONE = Long.MAX_VALUE;

    private Deadline() {}
}
