package hopscope.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import hopscope.scenario.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
    private static final List<String> STABLE = List.of(
            ResultFolder.RUNS, ResultFolder.SERIES, ResultFolder.HOPS, ResultFolder.LINKS, ResultFolder.SUMMARY);

    @TempDir
    Path root;

    @Test
    void writesTheColumnsInTheirDocumentedOrder() throws IOException {
        Path folder = write(new SampleResults(), "a");

        assertThat(Files.readAllLines(folder.resolve("runs.csv")).get(0))
                .isEqualTo(
                        "protocol,replication,seed,verdict,convergence_view_s,convergence_reach_s,"
                                + "convergence_optimal_s,reconvergence_view_s,reconvergence_reach_s,reconvergence_optimal_s,sent,delivered,"
                                + "delivery_ratio,given_up,window_full,retransmissions,duplicates_received,"
                                + "handled_duplicates,hops_mean,hops_p95,hops_max,stretch_mean,latency_p50_ms,latency_p95_ms,"
                                + "control_frames,control_bytes,control_bytes_per_node_per_s,data_bytes,table_entries_mean,"
                                + "loop_pair_seconds,black_hole_pair_seconds,stale_route_pair_seconds,nodes,links,events,fingerprint");
        assertThat(Files.readAllLines(folder.resolve("series.csv")).get(0))
                .isEqualTo("protocol,replication,time_s,known,reaching,optimal");
        assertThat(Files.readAllLines(folder.resolve("hops.csv")).get(0)).isEqualTo("protocol,hops,count");
        assertThat(Files.readString(folder.resolve("scenario.effective.yaml"))).isEqualTo(SampleResults.YAML);
    }

    @Test
    void leavesTheCellOfAMissingValueEmpty() throws IOException {
        Path folder = write(new SampleResults().replications(1).never(1), "a");

        String distanceVector = Files.readAllLines(folder.resolve("runs.csv")).get(2);
        assertThat(distanceVector).startsWith("distance-vector,0,").contains(",stable-wrong,,,,0,,,200,");
        JsonNode summary =
                json(folder, ResultFolder.SUMMARY).at("/protocols/distance-vector/metrics/convergence_view_s");
        assertThat(summary.get("mean").isNull()).isTrue();
        assertThat(summary.get("missing").asInt()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("summary.json"))).doesNotContain("NaN");
    }

    @Test
    void readsBackWhatItWrote() {
        SavedResults written = new SampleResults().never(0.2).saved();
        Path folder = write(new SampleResults().never(0.2), "a");

        SavedResults read = ResultReader.read(folder);

        assertThat(read)
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(written);
    }

    @Test
    void writesTheSameBytesInEveryLocaleAndTimeZone() {
        Path here = write(new SampleResults().never(0.2), "a");
        Path there;
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            there = write(new SampleResults().never(0.2), "b");
            assertThat(ResultReader.read(there).runs()).hasSize(20);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        for (String name : STABLE) {
            assertThat(there.resolve(name)).hasSameBinaryContentAs(here.resolve(name));
        }
    }

    @Test
    void keepsHostFiguresInTheManifest() throws IOException {
        Path folder = write(new SampleResults(), "a");

        JsonNode manifest = json(folder, ResultFolder.MANIFEST);
        assertThat(manifest.at("/scenario/name").asText()).isEqualTo("sample");
        assertThat(manifest.at("/scenario/hash").asText()).hasSize(64);
        assertThat(manifest.at("/host/wall_s").asDouble()).isEqualTo(1.5);
        assertThat(manifest.at("/host/events_per_second").asLong()).isEqualTo(82_304);
        assertThat(manifest.at("/host/started_at").asText()).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(manifest.at("/host/jobs").asInt()).isEqualTo(4);
    }

    @Test
    void summarisesWhatTheTableHolds() throws IOException {
        Path folder = write(new SampleResults(), "a");
        SavedResults read = ResultReader.read(folder);

        JsonNode summary = json(folder, ResultFolder.SUMMARY);
        MetricSummary expected = read.summary(read.protocols().get(0), Metric.LATENCY_P95_MS);
        JsonNode written = summary.at("/protocols/source-routing/metrics/latency_p95_ms");
        assertThat(written.get("n").asInt()).isEqualTo(10);
        assertThat(written.get("mean").asDouble()).isEqualTo(FixedDecimals.rounded(expected.mean()));
        assertThat(written.get("ci95_low").asDouble()).isEqualTo(FixedDecimals.rounded(expected.ciLow()));
        assertThat(written.get("p95").asDouble()).isEqualTo(expected.p95());
        assertThat(summary.at("/protocols/source-routing/verdicts/correct").asInt())
                .isEqualTo(10);
    }

    @Test
    void refusesTheFolderOfAnotherScenarioUnlessForced() {
        Path folder = write(new SampleResults().named("mine"), "a");

        assertThatThrownBy(() -> write(new SampleResults().named("other"), "a"))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("holds the results of scenario 'mine', not of 'other'")
                .hasMessageContaining("--force");
        assertThat(ResultReader.read(folder).scenario().name()).isEqualTo("mine");

        ResultWriter.write(new SampleResults().named("other").build(), SampleResults.PROVENANCE, folder, true);
        assertThat(ResultReader.read(folder).scenario().name()).isEqualTo("other");
    }

    @Test
    void refusesAFolderWithForeignFilesAndLeavesThemAloneWhenForced() throws IOException {
        Path folder = Files.createDirectories(root.resolve("a"));
        Path thesis = Files.writeString(folder.resolve("thesis.tex"), "years of work");

        assertThatThrownBy(() -> ResultFolder.RULE.requireUsable(folder, "sample", false))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("thesis.tex");
        ResultWriter.write(new SampleResults().build(), SampleResults.PROVENANCE, folder, true);
        assertThat(thesis).hasContent("years of work");
    }

    @Test
    void leavesNothingOfTheResultsThatItReplaces() throws IOException {
        Path folder = write(new SampleResults().named("mine"), "a");
        for (String name : ResultFolder.RULE.files()) {
            Files.writeString(folder.resolve(name), "old");
        }
        ResultWriter.write(new SampleResults().named("other").build(), SampleResults.PROVENANCE, folder, true);
        try (var files = Files.list(folder)) {
            assertThat(files).allSatisfy(file -> assertThat(file).content().isNotEqualTo("old"));
        }
    }

    @Test
    void refusesResultsWithoutAManifest() throws IOException {
        Path folder = write(new SampleResults(), "a");
        Files.delete(folder.resolve(ResultFolder.MANIFEST));

        assertThatThrownBy(() -> ResultFolder.RULE.requireUsable(folder, "sample", false))
                .hasMessageContaining("without a manifest.json");
        assertThatThrownBy(() -> ResultReader.read(folder)).hasMessageContaining("has no manifest.json");
    }

    @Test
    void refusesAFileAsFolder() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");

        assertThatThrownBy(() -> ResultFolder.RULE.requireUsable(file, "sample", true))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void acceptsTheSameScenarioAgainAndDropsItsOldCharts() throws IOException {
        Path folder = write(new SampleResults(), "a");
        Path chart = Files.writeString(folder.resolve("hops.png"), "old");
        Files.writeString(folder.resolve(".hidden"), "");

        assertThatCode(() -> write(new SampleResults().replications(3), "a")).doesNotThrowAnyException();

        assertThat(chart).doesNotExist();
        assertThat(ResultReader.read(folder).runs()).hasSize(6);
    }

    @Test
    void leavesNoTemporaryFiles() throws IOException {
        Path folder = write(new SampleResults(), "a");

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "runs.csv",
                            "series.csv",
                            "hops.csv",
                            "faults.csv",
                            "links.csv",
                            "summary.json",
                            "manifest.json",
                            "scenario.effective.yaml");
        }
    }

    @Test
    void pointsLatestAtTheFolderWrittenLast() throws IOException {
        LatestLink.pointTo(write(new SampleResults(), "a"));
        Path second = write(new SampleResults(), "b");
        LatestLink.pointTo(second);

        Path latest = root.resolve("latest");
        String target = Files.isSymbolicLink(latest)
                ? Files.readSymbolicLink(latest).toString()
                : Files.readString(root.resolve("latest.txt")).strip();
        assertThat(target).isEqualTo("b");
        assertThat(second).isDirectory();
    }

    @Test
    void succeedsWhereNoLatestCanBeWritten() throws IOException {
        Path busy = LatestLinkBlocker.block(root);

        Path folder = write(new SampleResults(), "a");
        LatestLink.pointTo(folder);

        assertThat(folder.resolve("manifest.json")).exists();
        assertThat(busy).isDirectory();
    }

    @Test
    void leavesAnotherFileCalledLatestAlone() throws IOException {
        Path latest = Files.writeString(root.resolve("latest"), "mine");

        LatestLink.pointTo(write(new SampleResults(), "a"));

        assertThat(latest).hasContent("mine");
    }

    @Test
    void namesFileAndLineOfDamage() throws IOException {
        Path folder = write(new SampleResults(), "a");

        damage(folder, "runs.csv", "distance-vector,0,", "pigeon,0,");
        assertThatThrownBy(() -> ResultReader.read(folder))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("runs.csv:12: protocol: expected a protocol of the manifest, found 'pigeon'");

        write(new SampleResults(), "a");
        damage(folder, "series.csv", "source-routing,0,0,", "source-routing,0,soon,");
        assertThatThrownBy(() -> ResultReader.read(folder))
                .hasMessageContaining("series.csv:2: time_s: expected a number, found 'soon'");

        write(new SampleResults(), "a");
        damage(folder, "hops.csv", "source-routing,1,", "source-routing,-1,");
        assertThatThrownBy(() -> ResultReader.read(folder)).hasMessageContaining("hops.csv:2: hops: ");

        write(new SampleResults(), "a");
        damage(folder, "hops.csv", "protocol,hops", "protocol,jumps");
        assertThatThrownBy(() -> ResultReader.read(folder)).hasMessageContaining("hops.csv:1: expected the header");

        write(new SampleResults(), "a");
        damage(folder, "manifest.json", "\"name\"", "name");
        assertThatThrownBy(() -> ResultReader.read(folder)).hasMessageContaining("manifest.json:3:");

        assertThatThrownBy(() -> ResultReader.read(root.resolve("nowhere"))).hasMessageContaining("no such folder");
    }

    private Path write(SampleResults results, String name) {
        Path folder = root.resolve(name);
        ResultWriter.write(results.build(), SampleResults.PROVENANCE, folder, false);
        return folder;
    }

    private static void damage(Path folder, String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        int at = text.indexOf(from);
        assertThat(at).as("%s in %s", from, file).isNotNegative();
        Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static JsonNode json(Path folder, String name) throws IOException {
        return JsonText.parse(Files.readString(folder.resolve(name)), name);
    }

    /** Folders with something in them stand where the link, and the file in its place, would be written. */
    private static final class LatestLinkBlocker {
        static Path block(Path root) throws IOException {
            Path temporary = AtomicFile.temporaryBeside(root.resolve("latest"));
            Files.createDirectories(temporary.resolve("in-the-way"));
            return Files.createDirectories(root.resolve("latest.txt").resolve("in-the-way"));
        }
    }
}
