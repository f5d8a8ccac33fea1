package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the commands refuse before anything runs. */
class TestbedCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return Main.execute(line, args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"testbed", "crossval"})
    void refusesANetworkThatIsTooLarge(String command) {
        assertThat(run(command, "scenarios/scale-free-1000.yaml")).isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString()).contains("has 1000 nodes; a testbed takes 50 at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicate", "reorder", "corrupt"})
    void refusesWhatCannotBeDoneToTcp(String setting) {
        assertThat(run("testbed", "scenarios/six-nodes.yaml", "--set", "links." + setting + "=1%"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString())
                .contains("--set links." + setting + ":1:1: '" + setting + ": 1%' cannot be done to a TCP connection");
    }

    /** A run and a cross-validation have a chart of the same name: in one folder one would replace the other's. */
    @Test
    void mixesNoResultsOfRunsAndCrossValidations(@TempDir Path folder) throws IOException {
        Path ofRun = Files.createDirectories(folder.resolve("run"));
        Files.writeString(ofRun.resolve("manifest.json"), "{}");
        Path ofCrossval = Files.createDirectories(folder.resolve("crossval"));
        Files.writeString(ofCrossval.resolve("crossval.json"), "{\"scenario\": \"other\"}");

        String scenario = "scenarios/six-nodes.yaml";
        assertThat(run("crossval", scenario, "--out", ofRun.toString())).isEqualTo(ExitStatus.USAGE);
        assertThat(run("run", scenario, "--out", ofCrossval.toString())).isEqualTo(ExitStatus.USAGE);
        assertThat(run("crossval", scenario, "--out", ofCrossval.toString())).isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("not such results (manifest.json)"),
                        second -> assertThat(second).contains("not such results (crossval.json)"),
                        third -> assertThat(third).contains("results of scenario 'other', not of 'six-nodes'"));
    }

    @Test
    void refusesAMarginOfNothing() {
        assertThat(run("crossval", "scenarios/six-nodes.yaml", "--margin", "0")).isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString()).contains("--margin 0.0: expected a number above 0");
    }

    @Test
    void refusesALatencyFactorThatIsNegative() {
        assertThat(run("crossval", "scenarios/six-nodes.yaml", "--distort-latency", "-2"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString()).contains("--distort-latency -2.0: expected a number above 0");
    }

    @Test
    void refusesNoReplications() {
        assertThat(run("testbed", "scenarios/six-nodes.yaml", "--replications", "0"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString()).contains("replications");
    }

    @Test
    void keepsTheCommandOfChildrenOutOfTheHelp() {
        assertThat(run("--help")).isEqualTo(ExitStatus.FINE);
        assertThat(out.toString()).contains("testbed", "crossval").doesNotContain("testbed-node");
    }
}
