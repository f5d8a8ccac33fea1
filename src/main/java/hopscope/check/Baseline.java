package hopscope.check;

import hopscope.metrics.Verdict;
import hopscope.results.FixedDecimals;
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

    /**
     * Takes results as a baseline. A single fault is judged by the columns of the whole run; of several, each is judged by
     * itself, too.
     */
    public static Baseline of(SavedResults results) {
        int faults = results.faultCount() < 2 ? 0 : results.faultCount();
        return new Baseline(
                results.scenario().name(),
                results.scenario().hash(),
                results.protocols().stream()
                        .map(protocol -> new ProtocolBaseline(
                                protocol,
                                results.runsOf(protocol).stream()
                                        .map(run -> Run.of(run, faults))
                                        .toList()))
                        .toList());
    }

    /** Replications that every protocol has at least. */
    public int replications() {
        return protocols.stream()
                .mapToInt(protocol -> protocol.runs().size())
                .min()
                .orElse(0);
    }

    /** Faults that all runs have figures of; 0 for fewer than two, and in a baseline from before there were any. */
    public int faultCount() {
        return protocols.stream()
                .flatMap(protocol -> protocol.runs().stream())
                .mapToInt(run -> (run.values().length - Metric.values().length) / Measure.OF_FAULTS.size())
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

        /** One measure by replication, NaN where a run has no value; a new array. */
        public double[] samples(Measure measure) {
            return runs.stream()
                    .mapToDouble(run -> run.values()[measure.index()])
                    .toArray();
        }

        /** One measure over the runs. */
        public MetricSummary summary(Measure measure) {
            return MetricSummary.of(samples(measure));
        }
    }

    /**
     * One run.
     *
     * @param replication 0, 1, …
     * @param verdict how the routing stood at the end
     * @param fingerprint 16 hexadecimal digits
     * @param values by {@link Measure#index}, NaN where there is none; owned by this record, not to be changed
     */
    public record Run(int replication, Verdict verdict, String fingerprint, double[] values) {
        static Run of(SavedRun run, int faultCount) {
            double[] values = Measure.of(faultCount).stream()
                    .mapToDouble(measure -> FixedDecimals.rounded(measure.valueIn(run)))
                    .toArray();
            return new Run(run.replication(), run.verdict(), run.fingerprint(), values);
        }
    }
}
