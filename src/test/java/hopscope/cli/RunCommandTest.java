package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String GOOD = """
            name: pair
            duration: 20s
            topology: {generate: line, nodes: 2}
            traffic:
              - {from: 0, to: 1, start: 5s, count: 1, payload: [1, 2, 3]}
            """;

    @TempDir
    private Path folder;

    private Path scenario(String text) throws IOException {
        return Files.writeString(folder.resolve("pair.yaml"), text);
    }

    private CommandRun run(Path scenario, String... more) {
        String[] args = new String[more.length + 5];
        args[0] = "run";
        args[1] = scenario.toString();
        args[2] = "--no-charts";
        args[3] = "--out";
        args[4] = folder.resolve("out").toString();
        System.arraycopy(more, 0, args, 5, more.length);
        return CommandRun.of(args);
    }

    @Test
    void printsAComparisonAndWritesResults() throws IOException {
        CommandRun run = run(scenario(GOOD));

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.out()).contains("source-routing", "distance-vector", "delivery_ratio");
        assertThat(run.err()).isEmpty();
        assertThat(folder.resolve("out"))
                .isDirectoryContaining("glob:**/runs.csv")
                .isDirectoryContaining("glob:**/manifest.json");
    }

    @Test
    void writesNoLinkToTheLatestOutsideTheUsualPlace() throws IOException {
        run(scenario(GOOD));

        assertThat(folder).isDirectoryNotContaining("glob:**/latest*");
    }

    @Test
    void runsAnEntryOfProtocolsByItsName() throws IOException {
        Path scenario = scenario(GOOD + "protocols: [source-routing, {name: fast, use: distance-vector, fanout: 2}]\n");
        CommandRun one = run(scenario, "--protocol", "fast");
        CommandRun wrong = run(scenario, "--protocol", "fats");

        assertThat(one.out()).contains("fast").doesNotContain("source-routing");
        assertThat(Files.readAllLines(folder.resolve("out/runs.csv")).get(1)).startsWith("fast,0,");
        assertThat(wrong.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(wrong.err()).contains("unknown protocol 'fats'", "did you mean 'fast'?");
    }

    @Test
    void marksWhatIsKnownOfSomeNodesRoutesOnly() throws IOException {
        CommandRun some = run(scenario(GOOD), "--json", "--set", "routing.source-routing.followed-sources=1");
        CommandRun all = run(scenario(GOOD), "--json");

        assertThat(some.out()).containsOnlyOnce("\"followed_sources\": 1");
        assertThat(all.out()).doesNotContain("followed_sources");
    }

    @Test
    void printsTheSummaryAsJsonOnRequest() throws IOException {
        CommandRun run = run(scenario(GOOD), "--json");

        assertThat(run.out()).isEqualTo(Files.readString(folder.resolve("out").resolve("summary.json")));
    }

    @Test
    void failsWhenAnExpectationDoesNotHold() throws IOException {
        CommandRun run = run(scenario(GOOD + "expect: [\"*.delivered.min > 1\"]\n"));

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).contains("FAILED  *.delivered.min > 1");
    }

    @Test
    void runsNothingWhenTheScenarioIsWrong() throws IOException {
        CommandRun run = run(scenario(GOOD.replace("20s", "20")));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("pair.yaml:2:11: ").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void takesChangesFromTheCommandLine() throws IOException {
        CommandRun run = run(
                scenario(GOOD),
                "--seed",
                "7",
                "--protocol",
                "distance-vector",
                "--set",
                "duration=10s",
                "--set",
                "replications=2");

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.out()).contains("2 runs per protocol, 10 s", "seed 7").doesNotContain("source-routing");
    }

    @Test
    void saysWhichChangeIsWrong() throws IOException {
        CommandRun run = run(scenario(GOOD), "--set", "links.los=1%");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("--set links.los=1%", "did you mean 'loss'");
    }

    @Test
    void repeatsOneReplicationExactly() throws IOException {
        Path scenario = scenario(GOOD + "replications: 3\n");
        run(scenario);
        String third =
                Files.readAllLines(folder.resolve("out").resolve("runs.csv")).get(3);
        run(scenario, "--replication", "2");

        assertThat(Files.readAllLines(folder.resolve("out").resolve("runs.csv")))
                .element(1)
                .isEqualTo(third);
        assertThat(run(scenario, "--replication", "3").err()).contains("has replications 0 to 2");
    }

    @Test
    void keepsTheResultsOfAnotherScenarioUnlessForced() throws IOException {
        run(scenario(GOOD));
        String before = Files.readString(folder.resolve("out").resolve("runs.csv"));
        Path other = scenario(GOOD.replace("name: pair", "name: other"));
        CommandRun refused = run(other);

        assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(refused.err()).contains("pair", "--force");
        assertThat(folder.resolve("out").resolve("runs.csv")).hasContent(before);
        assertThat(run(other, "--force").status()).isEqualTo(ExitStatus.FINE);
    }

    @Test
    void givesTheSameBytesForAnyNumberOfJobs() throws IOException {
        Path scenario = scenario(GOOD + "replications: 8\nlinks: {loss: 20%}\n");
        run(scenario, "--jobs", "1");
        byte[] sequential = Files.readAllBytes(folder.resolve("out").resolve("runs.csv"));
        run(scenario, "--jobs", "4");

        assertThat(folder.resolve("out").resolve("runs.csv")).hasBinaryContent(sequential);
    }

    @Test
    void drawsCharts() throws IOException {
        CommandRun run = CommandRun.of(
                "run", scenario(GOOD).toString(), "--out", folder.resolve("out").toString());

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/convergence.svg");
    }

    @Test
    void refusesAnImpossibleNumberOfJobs() throws IOException {
        assertThat(run(scenario(GOOD), "--jobs", "0").status()).isEqualTo(ExitStatus.USAGE);
    }
}
