package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts that a scenario declares: drawn by run and sweep, again by chart, and refused before anything runs. */
class DeclaredChartsTest {
    private static final String RUN = """
            name: ring
            duration: 8s
            replications: 3
            topology: {generate: ring, nodes: 5}
            traffic: [{from: any, to: any, rate: 2/s}]
            """;
    private static final String SWEEP = "sweep: {matrix: {links.loss: [0%, 10%], topology.nodes: [4, 6]}, repeat: 2}\n";

    @TempDir
    private Path folder;

    private Path scenario;
    private String out;

    @BeforeEach
    void chooseFolders() {
        scenario = folder.resolve("ring.yaml");
        out = folder.resolve("out").toString();
    }

    private CommandRun run(String command, String text, String... more) throws IOException {
        Files.writeString(scenario, text);
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {command, scenario.toString(), "--out", out}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return CommandRun.of(args);
    }

    private List<String> charts() throws IOException {
        try (var files = Files.list(Path.of(out))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("chart-") && name.endsWith(".svg"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void areDrawnBesideTheUsualOnesOfARun() throws IOException {
        String declared = RUN
                + "charts: [{kind: ecdf, x: hops_mean, name: hops}, {kind: time, y: reaching}, {y: [sent, hops_max]}]\n";
        assertThat(run("run", declared).status()).isZero();

        assertThat(charts())
                .containsExactly(
                        "chart-box-hops_max-protocol-protocol.svg",
                        "chart-box-sent-protocol-protocol.svg",
                        "chart-hops.svg",
                        "chart-time-reaching-protocol.svg");
        assertThat(Path.of(out, "convergence.png")).exists();
        byte[] before = Files.readAllBytes(Path.of(out, "chart-hops.svg"));
        Files.delete(Path.of(out, "chart-hops.svg"));
        assertThat(CommandRun.of("chart", out).out()).contains("chart-hops.svg", "convergence.svg");
        assertThat(Files.readAllBytes(Path.of(out, "chart-hops.svg"))).isEqualTo(before);
    }

    @Test
    void areDrawnOfASweepOverItsAxes() throws IOException {
        String declared = RUN + SWEEP
                + "charts: [{x: links.loss, y: hops_mean, facet: topology.nodes, ci: false, name: loss},"
                + " {kind: heat, x: links.loss, y: topology.nodes, z: sent, where: {protocol: distance-vector}}]\n";
        CommandRun sweep = run("sweep", declared);
        assertThat(sweep.status()).as(sweep.err()).isZero();

        assertThat(charts())
                .containsExactly(
                        "chart-heat-sent-links.loss-topology.nodes-protocol-distance-vector.svg", "chart-loss.svg");
        Files.delete(Path.of(out, "chart-loss.svg"));
        assertThat(CommandRun.of("chart", out).out()).contains("chart-loss.svg");
        assertThat(charts()).hasSize(2);
    }

    @Test
    void changeNeitherTheHashOfAScenarioNorTheCellsOfASweep() throws IOException {
        run("run", RUN, "--no-charts");
        String before = hash();
        run("run", RUN + "charts: [{kind: box}]\n", "--no-charts");
        assertThat(hash()).isEqualTo(before);

        out = folder.resolve("s").toString();
        assertThat(run("sweep", RUN + SWEEP).status()).isZero();
        CommandRun again = run("sweep", RUN + SWEEP + "charts: [{x: links.loss, facet: topology.nodes}]\n", "--resume");
        assertThat(again.err()).doesNotContain("belong to no cell");
        assertThat(charts()).hasSize(3);
        CommandRun cell = CommandRun.of("sweep", scenario.toString(), "--cell", "0001", "--print-effective");
        assertThat(cell.out()).as("what run takes").doesNotContain("charts:");
    }

    private String hash() throws IOException {
        String manifest = Files.readString(Path.of(out, "manifest.json"));
        return manifest.substring(manifest.indexOf("\"hash\""), manifest.indexOf("\"seed\""));
    }

    @Test
    void areRefusedWithTheirPlaceBeforeAnythingRuns() throws IOException {
        CommandRun wrong = run("run", RUN + """
                charts:
                  - {kind: line, x: links.loss}
                  - {y: [hops_maen]}
                  - {kind: ecdf, x: sent, name: "a b"}
                  - {kind: box, name: twice, y: sent}
                  - {kind: bar, name: twice, y: sent}
                  - {kind: box, z: sent}
                """);

        assertThat(wrong.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(Path.of(out)).doesNotExist();
        assertThat(wrong.err())
                .contains("ring.yaml:7:", "'x' links.loss")
                .contains("ring.yaml:8:", "'y' hops_maen: no such metric", "did you mean 'hops_mean'")
                .contains("ring.yaml:9:", "'a b' cannot name a chart")
                .contains("ring.yaml:11:", "the same file as one before it, chart-twice")
                .contains("ring.yaml:12:", "'z': only a heat map has one");
        assertThat(CommandRun.of("validate", scenario.toString()).status()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void areRefusedInASweepWhereTheyNameNoAxisOfIt() throws IOException {
        CommandRun wrong = run("sweep", RUN + SWEEP + "charts: [{x: links.los}, {kind: time}]\n");

        assertThat(wrong.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(wrong.err())
                .contains("ring.yaml:7:14: 'x' links.los")
                .contains("ring.yaml:7:")
                .contains("these results hold no time series");
        assertThat(Path.of(out)).doesNotExist();
    }
}
