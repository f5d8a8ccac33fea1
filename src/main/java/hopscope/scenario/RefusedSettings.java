package hopscope.scenario;

/** The constructor of a settings record threw an exception: on purpose, which is an answer to the user, or by mistake. */
final class RefusedSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedSettings(Throwable cause) {
        super(cause);
    }

    /** What to tell the user of the plugin. */
    String told(Plugin plugin) {
        return getCause() instanceof IllegalArgumentException refusal
                ? "the settings of " + plugin.label() + " do not fit: " + refusal.getMessage()
                : plugin.failure("its settings", getCause()).getMessage();
    }
}
