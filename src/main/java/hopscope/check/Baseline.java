package hopscope.check;

import hopscope.metrics.Verdict;
import hopscope.results.MetricSummary;
import hopscope.results.SavedResults;
import hopscope.results.SavedRun;
import hopscope.scenario.Metric;
import java.util.List;

/**
 * How a scenario behaved when its results were last accepted.
 *
 * @param scenario name
 * @param scenarioHash SHA-256 of the effective scenario, see {@link hopscope.results.Provenance}
 * @param protocols in the scenario's order
 */
public record Baseline(String scenario, String scenarioHash, List<ProtocolBaseline> protocols) {
    public Baseline {
        protocols = List.copyOf(protocols);
    }

    /** Takes results as the new baseline. */
    public static Baseline of(SavedResults results) {
        return new Baseline(
                results.scenario().name(),
                results.scenario().hash(),
                results.protocols().stream()
                        .map(protocol -> new ProtocolBaseline(
                                protocol,
                                results.runsOf(protocol).stream().map(Run::of).toList()))
                        .toList());
    }

    /**
     * One protocol's runs, by replication.
     *
     * @param protocol name of its entry in the scenario
     * @param runs by replication
     */
    public record ProtocolBaseline(String protocol, List<Run> runs) {
        public ProtocolBaseline {
            runs = List.copyOf(runs);
        }

        /** One metric over the runs. */
        public MetricSummary summary(Metric metric) {
            return MetricSummary.of(runs.stream()
                    .mapToDouble(run -> run.values()[metric.ordinal()])
                    .toArray());
        }
    }

    /**
     * One run.
     *
     * @param replication 0, 1, …
     * @param verdict how the routing stood at the end
     * @param fingerprint 16 hexadecimal digits
     * @param values by {@link Metric} ordinal, NaN where there is none; owned by this record, not to be changed
     */
    public record Run(int replication, Verdict verdict, String fingerprint, double[] values) {
        static Run of(SavedRun run) {
            return new Run(run.replication(), run.verdict(), run.fingerprint(), run.values());
        }
    }
}
