package hopscope.simulation;

/** A run that was stopped from outside, by an interrupt of its thread, before its end. */
public final class SimulationInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    SimulationInterrupted() {
        super("the run was interrupted");
    }
}
