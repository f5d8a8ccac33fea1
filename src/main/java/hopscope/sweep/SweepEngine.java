package hopscope.sweep;

/**
 * Where the runs of a sweep are done: in this process or on other machines. What is done next, how often a cell is
 * repeated and what is noted is the {@link SweepRunner}'s business, so that it is the same for every engine.
 */
public interface SweepEngine extends AutoCloseable {
    /** Opens an engine for the runs of one sweep. */
    @FunctionalInterface
    interface Factory {
        /**
         * Opens an engine.
         *
         * @param timeoutNanos wall time that one run may take, or 0 for any
         * @throws SweepEngineException if it cannot work here
         */
        SweepEngine open(LoadedSweep loaded, long timeoutNanos);
    }

    /** How many runs to ask for at the same time where the user says nothing; at least 1. */
    int jobsByDefault();

    /**
     * Does one run and waits for its end. Called by as many threads as runs are wanted at the same time.
     *
     * @param cell of the sweep that the engine was opened for
     * @param entry name of one of the cell's protocol entries
     * @param replication 0, 1, …; not limited by the scenario
     * @return the run, also one that was given up: too slow, or failed
     * @throws SweepEngineException if the engine can do no more runs
     */
    SweepRun run(Cell cell, String entry, int replication);

    /** Tells that no run of a cell is to come. */
    default void release(Cell cell) {}

    /** Ends what was opened. */
    @Override
    void close();
}
