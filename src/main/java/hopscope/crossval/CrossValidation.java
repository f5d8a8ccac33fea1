package hopscope.crossval;

import hopscope.results.MetricSummary;
import hopscope.results.RunRecord;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A scenario's simulated runs against its real ones. The two agree only if every row does; since all must pass, no
 * correction for the number of tests is needed against a false "equivalent" (Berger 1982).
 *
 * @param scenario its name
 * @param protocols one entry for each protocol, in the scenario's order
 * @param lateness how late the machine was in the real runs, in milliseconds: not judged, but it tells a busy machine from
 *     a wrong simulator, since every frame on every link is late by as much
 */
public record CrossValidation(String scenario, List<ProtocolRows> protocols, MetricSummary lateness) {
    /**
     * The rows of one protocol.
     *
     * @param protocol name of its entry in the scenario
     * @param means each metric that occurs, in the order of {@link Metric}
     * @param distributions hops and latencies
     */
    public record ProtocolRows(
            String protocol, Map<Metric, MeanComparison> means, Map<String, DistributionComparison> distributions) {
        /** Every row together. */
        public Agreement agreement() {
            Agreement all = Agreement.EQUIVALENT;
            for (MeanComparison row : means.values()) {
                all = all.and(row.agreement());
            }
            for (DistributionComparison row : distributions.values()) {
                all = all.and(row.agreement());
            }
            return all;
        }
    }

    public CrossValidation {
        protocols = List.copyOf(protocols);
    }

    /** Every row of every protocol together; undecided where there is none. */
    public Agreement agreement() {
        return protocols.stream()
                .map(ProtocolRows::agreement)
                .reduce(Agreement::and)
                .orElse(Agreement.UNDECIDED);
    }

    /**
     * Compares.
     *
     * @param simulated runs of all protocols
     * @param measured runs of the same protocols
     */
    public static CrossValidation of(
            String scenario,
            List<String> protocols,
            List<SampledRun> simulated,
            List<SampledRun> measured,
            Margins margins) {
        List<ProtocolRows> rows = new ArrayList<>();
        for (String protocol : protocols) {
            rows.add(compare(protocol, runsOf(protocol, simulated), runsOf(protocol, measured), margins));
        }
        double[] late = measured.stream()
                .map(SampledRun::latenessMillis)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return new CrossValidation(scenario, rows, MetricSummary.of(late));
    }

    private static List<SampledRun> runsOf(String protocol, List<SampledRun> runs) {
        return runs.stream()
                .filter(run -> run.record().protocol().equals(protocol))
                .toList();
    }

    private static ProtocolRows compare(
            String protocol, List<SampledRun> simulated, List<SampledRun> measured, Margins margins) {
        Map<Metric, MeanComparison> means = new EnumMap<>(Metric.class);
        margins.byMetric().forEach((metric, margin) -> {
            MeanComparison row = MeanComparison.of(samples(simulated, metric), samples(measured, metric), margin);
            if (row.simulated().n() + row.measured().n() > 0) {
                means.put(metric, row);
            }
        });
        Map<String, DistributionComparison> distributions = new LinkedHashMap<>();
        distributions.put("hops", compare(simulated, measured, SampledRun::hops, margins));
        distributions.put("latency_ms", compare(simulated, measured, SampledRun::latenciesMillis, margins));
        distributions.values().removeIf(row -> row.simulatedCount() + row.measuredCount() == 0);
        return new ProtocolRows(protocol, means, distributions);
    }

    private static DistributionComparison compare(
            List<SampledRun> simulated,
            List<SampledRun> measured,
            Function<SampledRun, double[]> values,
            Margins margins) {
        return DistributionComparison.of(
                simulated.stream().map(values).toList(),
                measured.stream().map(values).toList(),
                margins.distribution());
    }

    private static double[] samples(List<SampledRun> runs, Metric metric) {
        return runs.stream()
                .map(SampledRun::record)
                .map(RunRecord::measurements)
                .mapToDouble(measurements -> measurements.value(metric))
                .toArray();
    }
}
