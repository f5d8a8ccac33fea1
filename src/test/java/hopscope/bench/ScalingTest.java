package hopscope.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.bench.ScalingPoint.Outcome;
import hopscope.experiment.Experiment;
import hopscope.results.ResultFolderException;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingTest {
    private static final List<Protocol> BOTH = List.of(Protocol.SOURCE_ROUTING, Protocol.DISTANCE_VECTOR);

    private static List<ScalingPoint> run(List<Protocol> protocols, List<Integer> sizes, double limitSeconds) {
        List<ScalingPoint> told = new ArrayList<>();
        List<ScalingPoint> all = new Scaling(protocols, sizes, 5, limitSeconds).run(told::add);
        assertThat(told).isEqualTo(all);
        return all;
    }

    @Test
    void runsEveryProtocolAtEverySizeAsAnExperimentDoes() {
        List<ScalingPoint> points = run(BOTH, List.of(20, 40), 100);
        assertThat(points)
                .extracting(point -> point.protocol() + " " + point.nodes())
                .containsExactly("source-routing 20", "distance-vector 20", "source-routing 40", "distance-vector 40");
        LoadedScenario loaded = BenchNetwork.scaleFree(40).scenario("5s");
        new Experiment(loaded.scenario(), loaded.topology())
                .run(1, run -> {})
                .runs()
                .forEach(run -> assertThat(points)
                        .filteredOn(
                                point -> point.nodes() == 40 && point.protocol().equals(run.protocol()))
                        .singleElement()
                        .satisfies(point -> {
                            assertThat(point.outcome()).isEqualTo(Outcome.FINISHED);
                            assertThat(point.events())
                                    .isEqualTo(run.measurements().value(Metric.EVENTS));
                            assertThat(point.wallSeconds()).isGreaterThan(point.buildSeconds());
                        }));
    }

    @Test
    void runsEveryKindOfProtocol() {
        assertThat(run(List.of(Protocol.values()), List.of(10), 100)).allMatch(ScalingPoint::isFinished);
    }

    @Test
    void saysWhatWasStoppedAndWhatWasNotStartedForThat() {
        List<ScalingPoint> points = run(List.of(Protocol.DISTANCE_VECTOR), List.of(10, 20, 40), 0);
        assertThat(points)
                .extracting(ScalingPoint::outcome)
                .containsExactly(Outcome.STOPPED, Outcome.NOT_STARTED, Outcome.NOT_STARTED);
        assertThat(points.get(0).reason()).isEqualTo("after 0 s; the virtual clock stood at 0.0 s");
        assertThat(points.get(2).reason()).isEqualTo("10 nodes did not finish");
        assertThat(points).allSatisfy(point -> assertThat(point.wallSeconds()).isNaN());
    }

    @Test
    void readsBackWhatItWrites(@TempDir Path folder) throws IOException {
        ScalingPoint finished =
                new ScalingPoint("link-state", 1_000, Outcome.FINISHED, "", 2.5, 0.5, 4_000, 1e6, 2.5e6);
        ScalingPoint stopped = ScalingPoint.missing("link-state", 2_000, Outcome.STOPPED, "after 1 s, and so on");
        ScalingTable table = new ScalingTable("2 x Abacus, 8 GB; JVM", 12, List.of(finished, stopped));
        assertThat(table.csv().lines().skip(1))
                .containsExactly(
                        "link-state,1000,finished,2.5,0.5,4000,2000,500000,1000000,2500000,12,\"\",\"2 x Abacus, 8 GB; JVM\"",
                        "link-state,2000,stopped,,,,,,,,12,\"after 1 s, and so on\",\"2 x Abacus, 8 GB; JVM\"");
        Path file = Files.writeString(folder.resolve("scaling.csv"), table.csv());
        assertThat(ScalingTable.read(file)).isEqualTo(table);
        assertThat(ScalingTable.line(finished))
                .isEqualTo(
                        "link-state                   1,000     2.500        4,000       2,000   500,000         1.0");
        assertThat(ScalingTable.line(stopped)).endsWith("2,000   stopped after 1 s, and so on");
    }

    @Test
    void namesTheLineOfADamagedTable(@TempDir Path folder) throws IOException {
        String whole = new ScalingTable(
                        "m", 12, List.of(ScalingPoint.missing("link-state", 9, Outcome.NOT_STARTED, "r")))
                .csv();
        Path file = folder.resolve("scaling.csv");
        for (String bad : List.of(",9,", "not-started", "\"m\"")) {
            Files.writeString(
                    file, whole.replace(bad, bad.replaceAll("[9a-z]", "?").replace("\"", "")));
            assertThatThrownBy(() -> ScalingTable.read(file))
                    .as(bad)
                    .isInstanceOf(ResultFolderException.class)
                    .hasMessageContaining("scaling.csv:2: ");
        }
        Files.writeString(file, "nodes\n");
        assertThatThrownBy(() -> ScalingTable.read(file)).hasMessageContaining("scaling.csv:1: expected the header ");
    }
}
