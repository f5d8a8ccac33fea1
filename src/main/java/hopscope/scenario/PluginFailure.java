package hopscope.scenario;

/** The code of a plugin threw an exception, which is no fault of Hopscope. The message says which plugin, and where in it. */
public final class PluginFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    PluginFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The failure of a plugin that led to this one, or {@code null}; O(causes). */
    public static PluginFailure in(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof PluginFailure)) {
            cause = cause.getCause();
        }
        return (PluginFailure) cause;
    }
}
