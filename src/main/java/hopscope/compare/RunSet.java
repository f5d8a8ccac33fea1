package hopscope.compare;

import java.util.List;

/**
 * The runs of one protocol under one combination of settings.
 *
 * @param labels of the sweep's cell, one for each axis; empty for the results of a single scenario
 * @param protocol name of its entry in the scenario
 * @param runs in the order of replications
 */
public record RunSet(List<String> labels, String protocol, List<Run> runs) {
    public RunSet {
        labels = List.copyOf(labels);
        runs = List.copyOf(runs);
    }

    /**
     * One run.
     *
     * @param seed of the replication: runs with the same seed met the same draws
     * @param values by metric ordinal, NaN where there is none; not to be changed
     */
    public record Run(long seed, double[] values) {}
}
