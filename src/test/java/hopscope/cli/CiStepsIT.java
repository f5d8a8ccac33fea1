package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of the composite action and of the GitLab snippet, run by a plain shell as the runner would. */
class CiStepsIT {
    private static final Path ACTION = Path.of(".github", "actions", "hopscope-check");

    @TempDir
    private Path folder;

    private ProgramFolder program;

    @BeforeEach
    void copyWhatStepsNeed() throws IOException {
        program = ProgramFolder.in(folder);
        program.copy("scenarios/six-nodes.yaml");
        program.copy("scenarios/ring-cut.yaml");
        program.copy("results/baselines/six-nodes.json");
        program.copy("results/baselines/ring-cut.json");
        program.copy(ACTION.toString());
    }

    /** Runs the action's steps with some inputs, the others at their defaults; answers the last outcome. */
    private BashCommand.Outcome act(Map<String, String> given) throws IOException {
        Object action = Snippets.yaml(Files.readString(ACTION.resolve("action.yml")));
        BashCommand.Outcome last = null;
        for (Object step : (List<?>) Snippets.at(action, "runs", "steps")) {
            Map<String, String> environment = new HashMap<>();
            environment.put("GITHUB_ACTION_PATH", folder.resolve(ACTION).toString());
            environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
            ((Map<?, ?>) Snippets.at(step, "env"))
                    .forEach((name, value) -> environment.put(
                            (String) name, filledIn((String) value, (Map<?, ?>) Snippets.at(action, "inputs"), given)));
            last = program.shell((String) Snippets.at(step, "run"), environment);
            if (last.status() != 0) {
                break;
            }
        }
        return last;
    }

    private static String filledIn(String text, Map<?, ?> inputs, Map<String, String> given) {
        String filled = text;
        for (Object name : inputs.keySet()) {
            String byDefault = String.valueOf(Snippets.at(inputs, name, "default"));
            filled = filled.replace("${{ inputs." + name + " }}", given.getOrDefault(name.toString(), byDefault));
        }
        assertThat(filled).doesNotContain("${{");
        return filled;
    }

    @Test
    void passesWithASummaryWhereNothingChanged() throws IOException {
        BashCommand.Outcome outcome = act(Map.of());

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("six-nodes: passed, behaviour and all metrics unchanged", "ring-cut: passed");
        assertThat(folder.resolve("summary.md")).content().contains("six-nodes");
        assertThat(folder.resolve("target/check.xml")).content().contains("<testsuite name=\"ring-cut\"");
    }

    @Test
    void failsTheJobAndAnnotatesTheFileWhereBehaviourGotWorse() throws IOException {
        Path baseline = folder.resolve("results/baselines/six-nodes.json");
        Files.writeString(baseline, halved(Files.readString(baseline), "latency_p50_ms"));
        BashCommand.Outcome outcome = act(Map.of("scenarios", "scenarios/six-nodes.yaml", "junit", "check.xml"));

        assertThat(outcome.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(outcome.out())
                .contains("::error file=scenarios/six-nodes.yaml")
                .contains("latency_p50_ms");
        assertThat(folder.resolve("check.xml")).content().contains("<failure ");
        assertThat(folder.resolve("summary.md")).content().contains("latency_p50_ms");
    }

    @Test
    void takesWhatIsInconclusiveAsTheInputSays() throws IOException {
        Files.delete(folder.resolve("results/baselines/six-nodes.json"));

        assertThat(act(Map.of()).status()).isEqualTo(ExitStatus.INCONCLUSIVE);
        BashCommand.Outcome warned = act(Map.of("inconclusive", "warn"));
        assertThat(warned.status()).isZero();
        assertThat(warned.out()).contains("::warning title=hopscope check::inconclusive");
    }

    @Test
    void runsTheSnippetForGitLab() throws IOException {
        Object job = Snippets.at(
                Snippets.yaml(Snippets.after(Path.of("src", "site", "markdown", "comparing.md"), "**GitLab.**")),
                "regression");
        for (Object line : (List<?>) Snippets.at(job, "script")) {
            BashCommand.Outcome outcome = program.shell((String) line, Map.of());
            assertThat(outcome.status())
                    .as("%s%n%s%s", line, outcome.out(), outcome.err())
                    .isZero();
        }
        assertThat(Snippets.at(job, "allow_failure", "exit_codes", 0)).isEqualTo(ExitStatus.INCONCLUSIVE);
        for (Object path : (List<?>) Snippets.at(job, "artifacts", "paths")) {
            assertThat(folder.resolve((String) path)).exists();
        }
        assertThat(folder.resolve((String) Snippets.at(job, "artifacts", "reports", "junit")))
                .exists();
    }

    /** A baseline in which every sample of a metric is half of what it was: now it is twice as bad. */
    private static String halved(String baseline, String metric) {
        Matcher samples = Pattern.compile("(\"" + metric + "\".*?\"samples\"\\s*:\\s*\\[)([^]]*)]", Pattern.DOTALL)
                .matcher(baseline);
        return samples.replaceAll(match -> {
            String half = Arrays.stream(match.group(2).split(","))
                    .map(sample -> Double.toString(Double.parseDouble(sample.strip()) / 2))
                    .collect(Collectors.joining(", "));
            return Matcher.quoteReplacement(match.group(1) + half + "]");
        });
    }
}
