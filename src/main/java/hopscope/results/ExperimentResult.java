package hopscope.results;

import hopscope.scenario.Scenario;
import java.util.List;

/**
 * All runs of one scenario.
 *
 * @param scenario the effective scenario that was run
 * @param runs ordered by protocol as the scenario lists them, then by replication
 * @param host what depends on the machine
 */
public record ExperimentResult(Scenario scenario, List<RunRecord> runs, HostFigures host) {
    public ExperimentResult {
        runs = List.copyOf(runs);
    }

    /** The runs of one protocol, by replication. */
    public List<RunRecord> runsOf(String protocol) {
        return runs.stream().filter(run -> run.protocol().equals(protocol)).toList();
    }

    /**
     * Figures that depend on the machine and never enter a comparison.
     *
     * @param wallNanos wall time of all runs together
     * @param events events of all runs together
     * @param peakHeapBytes largest heap use seen
     * @param jobs threads used
     */
    public record HostFigures(long wallNanos, long events, long peakHeapBytes, int jobs) {}
}
