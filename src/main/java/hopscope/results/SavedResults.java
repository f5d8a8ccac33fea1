package hopscope.results;

import hopscope.metrics.Verdict;
import hopscope.scenario.Metric;
import hopscope.simulation.FaultStrike;
import java.util.Arrays;
import java.util.List;

/**
 * The results of one scenario at the precision in which they are written: what a {@link ResultFolder} holds. Results
 * taken from memory with {@link #of} and results read back from a folder are equal.
 *
 * @param scenario what must be known of the scenario
 * @param runs ordered by protocol as the scenario lists them, then by replication
 * @param hops one entry per protocol, in the same order
 */
public record SavedResults(ScenarioFacts scenario, List<SavedRun> runs, List<HopCounts> hops) {
    public SavedResults {
        runs = List.copyOf(runs);
        hops = List.copyOf(hops);
    }

    /**
     * Results straight from memory.
     *
     * @param scenarioHash see {@link Provenance}
     */
    public static SavedResults of(ExperimentResult result, String scenarioHash) {
        ScenarioFacts facts = ScenarioFacts.of(result.scenario(), scenarioHash);
        List<SavedRun> runs = result.runs().stream().map(SavedRun::of).toList();
        List<HopCounts> hops = facts.protocols().stream()
                .map(protocol -> summedHops(protocol, result.runsOf(protocol)))
                .toList();
        return new SavedResults(facts, runs, hops);
    }

    /** The protocols compared, in the scenario's order. */
    public List<String> protocols() {
        return scenario.protocols();
    }

    /** The runs of one protocol, by replication; O(runs). */
    public List<SavedRun> runsOf(String protocol) {
        return runs.stream().filter(run -> run.protocol().equals(protocol)).toList();
    }

    /** One metric of one protocol by replication, NaN where a run has no value; a new array. */
    public double[] samples(String protocol, Metric metric) {
        return runsOf(protocol).stream().mapToDouble(run -> run.value(metric)).toArray();
    }

    /** The largest number of any fault that appears in the runs; 0 if there is none. */
    public int faultCount() {
        return runs.stream()
                .flatMap(run -> run.faults().stream())
                .mapToInt(outcome -> outcome.strike().fault())
                .max()
                .orElse(0);
    }

    /**
     * One metric of a fault over all its occurrences in all replications of a protocol, NaN where there is no value; a new
     * array.
     *
     * @param fault its number in the scenario, from 1; 0 for all faults
     */
    public double[] faultSamples(String protocol, int fault, Metric metric) {
        return FaultSummary.of(runsOf(protocol), fault).samples(metric);
    }

    /** Replications of a protocol in which a fault waited in vain. */
    public long notFiredCount(String protocol, int fault) {
        return FaultSummary.of(runsOf(protocol), fault).count(FaultStrike.Status.NOT_FIRED);
    }

    /** The summary of one metric of one protocol over its runs. */
    public MetricSummary summary(String protocol, Metric metric) {
        return MetricSummary.of(samples(protocol, metric));
    }

    /** How many runs of a protocol ended with a verdict. */
    public long verdictCount(String protocol, Verdict verdict) {
        return runsOf(protocol).stream().filter(run -> run.verdict() == verdict).count();
    }

    /** How far the messages of one protocol went. */
    public HopCounts hopsOf(String protocol) {
        return hops.stream()
                .filter(counts -> counts.protocol().equals(protocol))
                .findFirst()
                .orElseGet(() -> new HopCounts(protocol, new long[0]));
    }

    private static HopCounts summedHops(String protocol, List<RunRecord> runs) {
        long[] sum = new long[0];
        for (RunRecord run : runs) {
            long[] counts = run.measurements().hopCounts();
            if (counts.length > sum.length) {
                sum = Arrays.copyOf(sum, counts.length);
            }
            for (int h = 0; h < counts.length; h++) {
                sum[h] += counts[h];
            }
        }
        return new HopCounts(protocol, trimmed(sum));
    }

    /** Without the zeros at the end: an array of any capacity is the same distribution. */
    static long[] trimmed(long[] counts) {
        int length = counts.length;
        while (length > 0 && counts[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(counts, length);
    }
}
