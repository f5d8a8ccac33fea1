package hopscope.sweep;

/** An engine that cannot work, or no longer; the message is for the user. */
public final class SweepEngineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a sentence for the user and what led to it. */
    public SweepEngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
