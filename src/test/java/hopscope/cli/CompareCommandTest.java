package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String TEXT = """
            name: ring
            duration: 20s
            replications: 6
            topology: {generate: ring, nodes: 5}
            traffic: [{from: any, to: any, rate: 2/s}]
            """;

    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Files.writeString(folder.resolve("ring.yaml"), TEXT);
    }

    private String run(String name, String... more) {
        String out = folder.resolve(name).toString();
        String[] args = new String[more.length + 5];
        System.arraycopy(new String[] {"run", scenario.toString(), "--no-charts", "--out", out}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        assertThat(CommandRun.of(args).status()).isZero();
        return out;
    }

    private static JsonNode json(String... args) throws IOException {
        CommandRun run = CommandRun.of(args);
        assertThat(run.status()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void findsExactlyNothingBetweenAFolderAndItself() throws IOException {
        String a = run("a");
        JsonNode root = json("compare", a, a, "--json");

        assertThat(root.get("comparisons")).isNotEmpty();
        for (JsonNode row : root.get("comparisons")) {
            assertThat(row.get("difference").asText()).isEqualTo("0");
            assertThat(row.get("ci95_low").asText()).isEqualTo("0");
            assertThat(row.get("ci95_high").asText()).isEqualTo("0");
            assertThat(row.get("b_better").asInt() + row.get("b_worse").asInt()).isZero();
            assertThat(row.get("conclusion").asText()).isEmpty();
        }
    }

    @Test
    void comparesTwoFoldersInPairs() {
        String a = run("a");
        String b = run("b", "--set", "links.loss=20%");
        CommandRun run = CommandRun.of("compare", a, b);

        assertThat(run.out())
                .contains("source-routing; 6 pairs with the same seeds", "distance-vector; 6 pairs")
                .containsPattern("retransmissions \\(frames\\).*0/6/0 .*A better");
    }

    @Test
    void comparesRunsOfAnotherSeedByRanks() {
        String a = run("a");
        String b = run("b", "--seed", "77");

        assertThat(CommandRun.of("compare", a, b).out()).contains("6 and 6 runs with different seeds", "rank-biserial");
    }

    @Test
    void comparesTheProtocolsOfOneFolder() {
        String a = run("a");
        CommandRun both = CommandRun.of("compare", a, "--markdown", "--metric", "control_bytes");
        CommandRun named = CommandRun.of(
                "compare",
                a,
                "--protocols",
                "source-routing,distance-vector",
                "--markdown",
                "--metric",
                "control_bytes");

        assertThat(both.out()).isEqualTo(named.out()).contains("| control_bytes (B) | ", "| **A better** |");
    }

    @Test
    void saysWhatIsWrong() {
        String a = run("a");

        CommandRun typo = CommandRun.of("compare", a, "--protocols", "source-routing,distance-vektor");
        assertThat(typo.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(typo.err()).contains("has no protocol 'distance-vektor'", "did you mean 'distance-vector'");
        assertThat(CommandRun.of("compare", a, "--by", "links.loss=0%,10%").err())
                .contains("has no axis 'links.loss'", "expected a sweep");
        assertThat(CommandRun.of("compare", folder.resolve("nothing").toString())
                        .status())
                .isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void comparesASweepCellByCellAndByAxis() throws IOException {
        String run = run("plain");
        Files.writeString(scenario, TEXT + "sweep: {matrix: {links.loss: [0%, 30%]}, repeat: 4}\n");
        String out = folder.resolve("s").toString();
        assertThat(CommandRun.of("sweep", scenario.toString(), "--out", out).status())
                .isZero();

        JsonNode cells = json("compare", out, "--metric", "hops_mean", "--json");
        assertThat(cells.get("comparisons")).hasSize(2);
        assertThat(cells.get("comparisons").get(1).get("cell").get("links.loss").asText())
                .isEqualTo("30%");
        JsonNode axis = json("compare", out, "--by", "links.loss=0%,30%", "--metric", "retransmissions", "--json");
        assertThat(axis.get("comparisons")).hasSize(2);
        assertThat(axis.get("comparisons").get(0).get("protocol_b").asText()).isEqualTo("source-routing");
        assertThat(axis.get("comparisons").get(0).get("b_worse").asInt()).isEqualTo(4);
        assertThat(CommandRun.of("compare", out, run).err()).contains("expected results of the same kind");
    }

    @Test
    void comparesAlongTheAxisThatTheSweepNames() throws IOException {
        Files.writeString(
                scenario,
                TEXT + "sweep: {matrix: {topology.nodes: [4, 5], links.loss: [0%, 10%, 30%]}, pair-by: links.loss,"
                        + " repeat: 3}\n");
        String out = folder.resolve("s").toString();
        CommandRun.of("sweep", scenario.toString(), "--out", out);

        JsonNode rows = json("compare", out, "--metric", "retransmissions", "--json");
        assertThat(rows.get("a").asText()).isEqualTo("links.loss=0%");
        assertThat(rows.get("comparisons")).hasSize(2 * 2 * 2);
        for (JsonNode row : rows.get("comparisons")) {
            assertThat(row.get("cell").get("links.loss").asText()).isIn("10%", "30%");
            assertThat(row.get("protocol_a")).isEqualTo(row.get("protocol_b"));
            assertThat(row.get("mean_a").asDouble())
                    .isLessThan(row.get("mean_b").asDouble());
        }
        JsonNode byHand = json("compare", out, "--by", "links.loss=0%,30%", "--metric", "retransmissions", "--json");
        assertThat(byHand.get("comparisons").get(0).get("difference"))
                .isEqualTo(rows.get("comparisons").get(2).get("difference"));
        assertThat(json("compare", out, "--protocols", "source-routing,distance-vector", "--json")
                        .get("a")
                        .asText())
                .as("asked for otherwise")
                .isEqualTo("source-routing");
    }

    @Test
    void comparesTwoLabelsOfTheNamedAxisWithoutIt() throws IOException {
        Files.writeString(
                scenario, TEXT + "sweep: {matrix: {links.loss: [0%, 30%]}, pair-by: links.loss, repeat: 3}\n");
        String out = folder.resolve("s").toString();
        CommandRun.of("sweep", scenario.toString(), "--out", out);

        assertThat(CommandRun.of("compare", out, "--json").out())
                .isEqualTo(CommandRun.of("compare", out, "--by", "links.loss=0%,30%", "--json")
                        .out());
    }

    @Test
    void drawsDifferencesWithWhereTheWinnerChanges() throws IOException {
        Files.writeString(scenario, TEXT + "sweep: {matrix: {links.loss: [0%, 15%, 30%]}, repeat: 4}\n");
        String out = folder.resolve("s").toString();
        CommandRun.of("sweep", scenario.toString(), "--out", out);
        Path charts = folder.resolve("charts");

        CommandRun run = CommandRun.of("compare", out, "--metric", "hops_mean", "--json", "--out", charts.toString());

        assertThat(run.status()).isZero();
        assertThat(new ObjectMapper().readTree(run.out()).get("comparisons")).hasSize(3);
        assertThat(run.err()).contains("chart-difference-hops_mean.png", "chart-difference-hops_mean.svg");
        assertThat(charts.resolve("chart-difference-hops_mean.png")).isNotEmptyFile();
        String svg = Files.readString(charts.resolve("chart-difference-hops_mean.svg"));
        assertThat(svg).contains("B − A: hops mean (links)", "distance-vector − source-routing");
        byte[] before = Files.readAllBytes(charts.resolve("chart-difference-hops_mean.png"));
        CommandRun.of("compare", out, "--metric", "hops_mean", "--out", charts.toString());
        assertThat(Files.readAllBytes(charts.resolve("chart-difference-hops_mean.png")))
                .isEqualTo(before);
    }

    @Test
    void keepsAComparisonThatChartDrawsTheSameAndInOtherWays() throws IOException {
        Files.writeString(
                scenario, TEXT + "sweep: {matrix: {links.loss: [0%, 15%, 30%], topology.nodes: [4, 6]}, repeat: 3}\n");
        String sweep = folder.resolve("s").toString();
        CommandRun.of("sweep", scenario.toString(), "--out", sweep);
        Path kept = folder.resolve("kept");
        CommandRun.of("compare", sweep, "--metric", "hops_mean", "--metric", "sent", "--out", kept.toString());
        byte[] picture = Files.readAllBytes(kept.resolve("chart-difference-hops_mean.svg"));

        Path elsewhere = folder.resolve("elsewhere");
        CommandRun again =
                CommandRun.of("chart", kept.resolve("comparison.json").toString(), "--out", elsewhere.toString());
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(elsewhere.resolve("chart-difference-hops_mean.svg")).hasBinaryContent(picture);
        CommandRun narrow = CommandRun.of(
                "chart", kept.toString(), "--x", "topology.nodes", "--y", "hops_mean", "--where", "links.loss=15%");
        assertThat(narrow.status()).as(narrow.err()).isZero();
        assertThat(narrow.out()).contains("chart-line-hops_mean-topology.nodes-protocol-links.loss-15_.svg");
        CommandRun box = CommandRun.of("chart", kept.toString(), "--kind", "box");
        assertThat(box.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(box.err()).contains("a comparison holds differences and no runs; expected one of line, bar, heat");
        assertThat(CommandRun.of("chart", kept.toString(), sweep, "--y", "sent", "--out", elsewhere.toString())
                        .err())
                .contains("a comparison is drawn by itself");
    }

    @Test
    void keepsNoComparisonAmongOtherResultsAndReadsNoOtherFile() throws IOException {
        String a = run("a");
        CommandRun among = CommandRun.of("compare", a, "--metric", "sent", "--out", a);
        assertThat(among.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(among.err()).contains("holds files that are not such results");
        assertThat(Path.of(a, "comparison.json")).doesNotExist();

        Path file = folder.resolve("comparison.json");
        Files.writeString(file, "{\"kind\": \"comparison\", \"axes\": [], \"comparisons\": [{}], \"crossings\": []}");
        CommandRun damaged = CommandRun.of("chart", file.toString());
        assertThat(damaged.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(damaged.err()).contains("comparison.json: lacks 'cell'");
        Files.writeString(file, "{}");
        assertThat(CommandRun.of("chart", file.toString()).err()).contains("is not of a comparison");
    }

    @Test
    void drawsTheDifferenceOfTwoRunsForEachProtocol() {
        String a = run("a");
        String b = run("b", "--set", "links.loss=20%");
        Path charts = folder.resolve("charts");
        CommandRun.of("compare", a, b, "--metric", "retransmissions", "--out", charts.toString());

        assertThat(charts.resolve("chart-difference-retransmissions.svg"))
                .content()
                .contains(">source-routing<", ">distance-vector<", "below zero, B is better");
    }
}
