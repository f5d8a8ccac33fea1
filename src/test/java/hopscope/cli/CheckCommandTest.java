package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String TEXT = """
            name: ring
            duration: 30s
            replications: 3
            topology: {generate: ring, nodes: 6}
            traffic:
              - {from: any, to: any, start: 10s, rate: 2/s}
            """;

    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Files.writeString(folder.resolve("ring.yaml"), TEXT);
    }

    private CommandRun check(String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "check";
        args[1] = scenario.toString();
        args[2] = "--baselines";
        args[3] = folder.toString();
        System.arraycopy(more, 0, args, 4, more.length);
        return CommandRun.of(args);
    }

    @Test
    void hasNothingToJudgeByWithoutABaseline() {
        CommandRun run = check();

        assertThat(run.status()).isEqualTo(ExitStatus.INCONCLUSIVE);
        assertThat(run.out()).contains("ring: inconclusive: no baseline", "--update");
    }

    @Test
    void passesAgainstItsOwnBaseline() {
        assertThat(check("--update").status()).isEqualTo(ExitStatus.FINE);
        CommandRun run = check();

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.out()).isEqualTo("ring: passed, behaviour and all metrics unchanged\n");
    }

    @Test
    void hasNothingToJudgeByWhenTheScenarioChanged() {
        check("--update");

        assertThat(check("--set", "links.loss=10%").status()).isEqualTo(ExitStatus.INCONCLUSIVE);
    }

    @Test
    void failsWhenAMetricGotWorse() throws IOException {
        check("--update");
        Path baseline = folder.resolve("ring.json");
        String text = Files.readString(baseline);
        // A baseline of better days, when hardly any control bytes were needed.
        String nines = String.join(", ", Collections.nCopies(30, "9"));
        String better = text.replaceAll(
                "(?s)\"control_bytes\": \\{.*?\\}", "\"control_bytes\": {\"samples\": [" + nines + "]}");
        assertThat(better).isNotEqualTo(text);
        Files.writeString(baseline, better);
        Path junit = folder.resolve("check.xml");
        Path markdown = folder.resolve("check.md");
        CommandRun run = check("--junit", junit.toString(), "--markdown", markdown.toString(), "--github");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).contains("WORSE         control_bytes", "\n::error file=");
        assertThat(junit).content().contains("<failure");
        assertThat(markdown).content().contains("| ring | **failed** | unchanged | 3 | ");
    }

    @Test
    void keepsTheNumberOfSamplesOfTheBaselineBefore() throws IOException {
        assertThat(check("--update").out()).contains("baseline of 30 replications");
        assertThat(check("--update", "--samples", "4").out()).contains("baseline of 4 replications");
        assertThat(check("--update").out()).contains("baseline of 4 replications");
        assertThat(check("--samples", "4").status()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void refusesABaselineOfAnotherVersionWithTheCommandThatHelps() throws IOException {
        check("--update");
        Path baseline = folder.resolve("ring.json");
        Files.writeString(baseline, Files.readString(baseline).replace("\"version\": 2", "\"version\": 1"));
        CommandRun run = check();

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("ring.json: is a baseline of version 1", "'hopscope check --update SCENARIO'");
    }

    @Test
    void failsWhenAnExpectationDoesNotHold() throws IOException {
        Files.writeString(scenario, TEXT + "expect: [\"*.nodes == 7\"]\n");
        check("--update");

        assertThat(check().status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void runsNothingWhenOneOfSeveralScenariosIsWrong() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "nmae: x\n");
        CommandRun run = check(wrong.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("wrong.yaml:1:1: ", "did you mean 'name'");
    }
}
