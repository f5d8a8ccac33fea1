package hopscope.experiment;

/** A run that was stopped from outside, by an interrupt of its thread, before its end. */
public final class RunInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the words above. */
    public RunInterrupted() {
        super("the run was interrupted");
    }
}
