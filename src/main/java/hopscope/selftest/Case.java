package hopscope.selftest;

import java.util.List;

/** Something with a known answer that Hopscope must reproduce. Holds no state: runs may go on at the same time. */
interface Case {
    /** What is tested, and who gives the answer. */
    Description describe();

    /**
     * Runs the case; the same seed gives the same rows.
     *
     * @param seed all randomness derives from it
     * @throws hopscope.simulation.SimulationFailure if Hopscope itself fails in a run
     */
    List<Row> run(long seed);
}
