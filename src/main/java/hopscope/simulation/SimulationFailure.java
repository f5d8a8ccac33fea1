package hopscope.simulation;

import hopscope.scenario.Protocol;

/** A fault of Hopscope itself in the middle of a run: where it happened, to be replayed. */
public final class SimulationFailure extends RuntimeException {
    private final transient Protocol protocol;
    private final long seed;

    SimulationFailure(Protocol protocol, long seed, long eventNumber, long nowNanos, Throwable cause) {
        super(
                "internal error in event " + eventNumber + " at virtual time " + nowNanos + " ns of the "
                        + protocol.label() + " run with seed " + seed + ": " + cause,
                cause);
        this.protocol = protocol;
        this.seed = seed;
    }

    /** Protocol of the run. */
    public Protocol protocol() {
        return protocol;
    }

    /** Seed of the run. */
    public long seed() {
        return seed;
    }
}
