package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        String better = text.replaceAll(
                "(?s)\"control_bytes\": \\{.*?\\}",
                "\"control_bytes\": {\"mean\": 9, \"sd\": 0, \"n\": 3, \"missing\": 0, \"samples\": [9, 9, 9]}");
        assertThat(better).isNotEqualTo(text);
        Files.writeString(baseline, better);
        Path junit = folder.resolve("check.xml");
        CommandRun run = check("--junit", junit.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).contains("control_bytes");
        assertThat(junit).content().contains("<failure");
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
