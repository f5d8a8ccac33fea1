package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher and the packaged jar as a user would, in a folder of its own. */
class PackagedProgramIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private UserShell shell;

    @BeforeEach
    void openTheShell() throws IOException {
        shell = new UserShell(folder);
    }

    /** One test, so that the commands run in the order of the README: some need what others wrote. */
    @Test
    void runsEveryCommandOfTheReadme() throws IOException {
        List<String> commands = Files.readAllLines(PROJECT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("    ./hopscope "))
                // Nodes run until they are told to stop: NodeSessionIT tries those.
                .filter(line -> !line.startsWith("    ./hopscope node "))
                .map(String::strip)
                .toList();

        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            BashCommand.Outcome outcome = shell.run(command, Map.of());
            assertThat(outcome.status())
                    .as("%s%n%s%s", command, outcome.out(), outcome.err())
                    .isZero();
            assertThat(outcome.out()).as(command).isNotNull();
        }
        assertThat(folder.resolve("results/latest/runs.csv")).exists();
        assertThat(folder.resolve("results/six-nodes/convergence.png")).exists();
    }

    @TestFactory
    Stream<DynamicTest> givesTheSameBytesWhereverItRuns() {
        return Stream.of(
                        Map.of("LC_ALL", "C", "TZ", "UTC"),
                        Map.of("JAVA_OPTS", "-Duser.language=ar -Duser.country=EG -Duser.timezone=Pacific/Chatham"),
                        Map.of("JAVA_OPTS", "-Duser.language=tr -Duser.country=TR -XX:+UseSerialGC"))
                .map(environment ->
                        DynamicTest.dynamicTest(environment.toString(), () -> assertSameBytes(environment)));
    }

    @Test
    void givesTheSameBytesOnAnotherJdk() {
        Path other = Stream.of("JAVA_HOME_25", "JAVA_HOME_25_X64")
                .map(System.getenv()::get)
                .filter(java.util.Objects::nonNull)
                .map(Path::of)
                .findFirst()
                .orElse(Path.of("/usr/lib/jvm/temurin-25-jdk-amd64"));
        assumeTrue(Files.isExecutable(other.resolve("bin/java")), "skipped: no JDK 25 found");
        assertSameBytes(Map.of("JAVA_HOME", other.toString()));
    }

    private void assertSameBytes(Map<String, String> environment) {
        String command = "./hopscope run scenarios/six-nodes.yaml --no-charts --jobs %d --out results/%s --force"
                + " && ./hopscope run scenarios/geant.yaml --no-charts --set replications=2 --out results/%s.geant";
        BashCommand.Outcome usual = shell.run(command.formatted(1, "usual", "usual"), Map.of());
        BashCommand.Outcome odd = shell.run(command.formatted(2, "odd", "odd"), environment);

        assertThat(usual.status()).as(usual.err()).isZero();
        assertThat(odd.status()).as(odd.err()).isZero();
        for (String file : List.of("runs.csv", "summary.json", "series.csv", "hops.csv", "scenario.effective.yaml")) {
            for (String kind : List.of("", ".geant")) {
                assertThat(folder.resolve("results/odd" + kind).resolve(file))
                        .hasSameBinaryContentAs(
                                folder.resolve("results/usual" + kind).resolve(file));
            }
        }
    }

    @Test
    void endsWithTheRightStatus() {
        assertThat(shell.run("./hopscope run scenarios/negative/must-fail.yaml --no-charts", Map.of())
                        .status())
                .isEqualTo(ExitStatus.FAILED);
        assertThat(shell.run("./hopscope run nowhere.yaml", Map.of()).status()).isEqualTo(ExitStatus.USAGE);
        assertThat(shell.run("./hopscope check scenarios/six-nodes.yaml --baselines nowhere", Map.of())
                        .status())
                .isEqualTo(ExitStatus.INCONCLUSIVE);
    }

    @Test
    void showsNoProgressWhereNobodyLooks() {
        assertThat(shell.run("./hopscope run scenarios/six-nodes.yaml --no-charts", Map.of())
                        .err())
                .isEmpty();
    }
}
