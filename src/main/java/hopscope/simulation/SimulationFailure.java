package hopscope.simulation;

import hopscope.scenario.Plugin;
import hopscope.scenario.PluginFailure;
import hopscope.scenario.ProtocolSpec;

/**
 * A fault in the middle of a run, of Hopscope itself or, if {@link PluginFailure#in} finds one, of a plugin: where it
 * happened, to be replayed.
 */
public final class SimulationFailure extends RuntimeException {
    private final String protocol;
    private final long seed;

    SimulationFailure(ProtocolSpec protocol, long seed, long eventNumber, long nowNanos, Throwable cause) {
        super(
                kind(cause) + " in event " + eventNumber + " at virtual time " + nowNanos + " ns of the "
                        + protocol.name() + " run with seed " + seed + ": " + told(protocol, cause),
                cause);
        this.protocol = protocol.name();
        this.seed = seed;
    }

    private static String kind(Throwable cause) {
        return cause instanceof PluginFailure ? "a plugin failed" : "internal error";
    }

    private static String told(ProtocolSpec protocol, Throwable cause) {
        if (cause instanceof PluginFailure) {
            return cause.getMessage();
        }
        return protocol.use() instanceof Plugin plugin
                ? cause + "; a plugin's protocol that breaks a rule can cause that, 'hopscope conformance "
                        + plugin.label() + "' tells whether it does"
                : cause.toString();
    }

    /** Protocol of the run. */
    public String protocol() {
        return protocol;
    }

    /** Seed of the run. */
    public long seed() {
        return seed;
    }
}
