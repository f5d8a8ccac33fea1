package hopscope.simulation;

/** A fault of Hopscope itself in the middle of a run: where it happened, to be replayed. */
public final class SimulationFailure extends RuntimeException {
    private final String protocol;
    private final long seed;

    SimulationFailure(String protocol, long seed, long eventNumber, long nowNanos, Throwable cause) {
        super(
                "internal error in event " + eventNumber + " at virtual time " + nowNanos + " ns of the " + protocol
                        + " run with seed " + seed + ": " + cause,
                cause);
        this.protocol = protocol;
        this.seed = seed;
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
