package hopscope.results;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.metrics.Measurements;
import hopscope.metrics.Measurements.SeriesPoint;
import hopscope.metrics.Verdict;
import hopscope.results.ExperimentResult.HostFigures;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.RoutingSpec;
import hopscope.scenario.Scenario;
import hopscope.scenario.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFilesTest {
    @TempDir
    Path root;

    @Test
    void writesATinyResultExactlyLikeThis() throws IOException {
        ResultWriter.write(tiny(), SampleResults.PROVENANCE, root.resolve("tiny"), false);

        assertThat(lines("runs.csv").subList(1, 3))
                .containsExactly(
                        "source-routing,0,-7,correct,,,1.25,0,0,0,0,0,0,0,0,0,0,0,0.333333,0,0,0,0,0,0,0,0,0,0,0,0,0,3,2,0,"
                                + "00000000000000ff",
                        "source-routing,1,8,unsettled,,,1.75,0,0,0,0,0,0,0,0,0,0,0,0.333333,0,0,0,0,0,0,0,0,0,0,0,0,0,3,2,"
                                + "0,ffffffffffffffff");
        assertThat(lines("series.csv"))
                .containsExactly(
                        "protocol,replication,time_s,known,reaching,optimal",
                        "source-routing,0,0,0,0,0",
                        "source-routing,0,1.250001,1,0.999999,0.5",
                        "source-routing,1,0,0,0,0",
                        "source-routing,1,1.250001,1,0.999999,0.5");
        assertThat(lines("hops.csv"))
                .containsExactly("protocol,hops,count", "source-routing,1,8", "source-routing,3,2");
        assertThat(lines("summary.json").subList(0, 24))
                .containsExactly(
                        "{",
                        "  \"scenario\": \"tiny\",",
                        "  \"scenario_hash\": \"" + SampleResults.PROVENANCE.scenarioHash() + "\",",
                        "  \"seed\": 5,",
                        "  \"protocols\": {",
                        "    \"source-routing\": {",
                        "      \"runs\": 2,",
                        "      \"verdicts\": {",
                        "        \"correct\": 1,",
                        "        \"stable-wrong\": 0,",
                        "        \"oscillating\": 0,",
                        "        \"unsettled\": 1",
                        "      },",
                        "      \"metrics\": {",
                        "        \"convergence_view_s\": {",
                        "          \"unit\": \"s\",",
                        "          \"n\": 0,",
                        "          \"missing\": 2,",
                        "          \"mean\": null,",
                        "          \"sd\": null,",
                        "          \"ci95_low\": null,",
                        "          \"ci95_high\": null,",
                        "          \"median\": null,",
                        "          \"p95\": null,");
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(root.resolve("tiny").resolve(name));
    }

    private static ExperimentResult tiny() {
        Scenario scenario = new Scenario(
                "tiny",
                null,
                5L,
                new TimeSpan(2_000_000_000L),
                2,
                null,
                null,
                List.of(ProtocolSpec.of(Protocol.SOURCE_ROUTING, RoutingSpec.DEFAULT)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new ExperimentResult(
                scenario,
                List.of(run(0, -7, Verdict.CORRECT, 1.25, 0xff), run(1, 8, Verdict.UNSETTLED, 1.75, -1)),
                new HostFigures(1, 0, 0, 1));
    }

    private static RunRecord run(int replication, long seed, Verdict verdict, double optimal, long fingerprint) {
        double[] values = new double[Metric.values().length];
        Arrays.fill(values, 0, 2, Double.NaN);
        values[Metric.CONVERGENCE_OPTIMAL_S.ordinal()] = optimal;
        values[Metric.HOPS_MEAN.ordinal()] = 1.0 / 3;
        values[Metric.NODES.ordinal()] = 3;
        values[Metric.LINKS.ordinal()] = 2;
        List<SeriesPoint> series =
                List.of(new SeriesPoint(0, 0, 0, 0), new SeriesPoint(1_250_001_999L, 1, 0.99999999, 0.5));
        return new RunRecord(
                Protocol.SOURCE_ROUTING.label(),
                replication,
                seed,
                new Measurements(verdict, values, new long[] {0, 4, 0, 1, 0}, series, List.of(), fingerprint));
    }
}
