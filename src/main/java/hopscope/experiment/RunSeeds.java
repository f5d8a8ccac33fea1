package hopscope.experiment;

import hopscope.random.Keys;

/** The seeds of replications: every protocol meets the same ones. */
public final class RunSeeds {
    private RunSeeds() {}

    /**
     * Seed of a replication.
     *
     * @param scenarioSeed of the scenario
     * @param replication 0, 1, …
     */
    public static long of(long scenarioSeed, int replication) {
        return Keys.of(Keys.of(scenarioSeed, "replication"), replication);
    }
}
