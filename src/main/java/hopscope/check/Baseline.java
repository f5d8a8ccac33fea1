package hopscope.check;

import hopscope.metrics.Verdict;
import hopscope.results.MetricSummary;
import hopscope.results.SavedResults;
import hopscope.results.SavedRun;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a scenario behaves, run by run: when its results were last accepted, or now.
 *
 * @param scenario name
 * @param scenarioHash SHA-256 of the effective scenario, see {@link hopscope.results.Provenance}
 * @param protocols in the scenario's order
 */
public record Baseline(String scenario, String scenarioHash, List<ProtocolBaseline> protocols) {
    public Baseline {
        protocols = List.copyOf(protocols);
    }

    /** Takes results as a baseline. */
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

    /** Replications that every protocol has at least. */
    public int replications() {
        return protocols.stream()
                .mapToInt(protocol -> protocol.runs().size())
                .min()
                .orElse(0);
    }

    /** The first replications only; {@code count} at most {@link #replications()}. */
    public Baseline first(int count) {
        return between(0, count);
    }

    /** The replications from one to before another. */
    Baseline between(int from, int to) {
        return new Baseline(
                scenario,
                scenarioHash,
                protocols.stream()
                        .map(protocol -> new ProtocolBaseline(
                                protocol.protocol(), protocol.runs().subList(from, to)))
                        .toList());
    }

    /** These runs and further replications of the same protocols. */
    public Baseline with(Baseline further) {
        List<ProtocolBaseline> all = new ArrayList<>();
        for (int i = 0; i < protocols.size(); i++) {
            List<Run> more = further.protocols().get(i).runs();
            ProtocolBaseline own = protocols.get(i);
            all.add(new ProtocolBaseline(
                    own.protocol(),
                    Stream.concat(own.runs().stream(), more.stream()).toList()));
        }
        return new Baseline(scenario, scenarioHash, all);
    }

    /** The protocols' names in their order. */
    List<String> names() {
        return protocols.stream().map(ProtocolBaseline::protocol).toList();
    }

    /**
     * One protocol's runs, by replication.
     *
     * @param protocol name of its entry in the scenario
     * @param runs by replication, from 0
     */
    public record ProtocolBaseline(String protocol, List<Run> runs) {
        public ProtocolBaseline {
            runs = List.copyOf(runs);
        }

        /** One metric by replication, NaN where a run has no value; a new array. */
        public double[] samples(Metric metric) {
            return runs.stream()
                    .mapToDouble(run -> run.values()[metric.ordinal()])
                    .toArray();
        }

        /** One metric over the runs. */
        public MetricSummary summary(Metric metric) {
            return MetricSummary.of(samples(metric));
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
