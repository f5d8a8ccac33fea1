package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plugin that throws is told as what it is: not a fault of Hopscope, and no reason to stop what else there is to do. */
class PluginFaultsTest {
    private static final String SCENARIO = """
            name: plugged
            duration: 30s
            topology: {generate: ring, nodes: 5}
            protocols: [distance-vector, vectors]
            traffic: [{from: each, to: each, start: 20s, count: 1, every: 1s}]
            faults: [{at: 10s, link-down: [0, 1]}]
            """;

    private static final String GOES = "heard.remove(neighbours.id(slot));";

    @TempDir
    private Path folder;

    private String scenario(String further) throws Exception {
        return Files.writeString(folder.resolve("plugged.yaml"), SCENARIO + further)
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "heard.remove(neighbours.id(slot));~if (self == 1) throw new IllegalStateException(\"oh no\");"
                        + "~failed in neighbourDown: java.lang.IllegalStateException: oh no at sample.Sample$Vectors.neighbourDown(Sample.java:",
                "heard.remove(neighbours.id(slot));~heard.get(null);"
                        + "~failed in neighbourDown: java.lang.NullPointerException at sample.Sample$Vectors.neighbourDown(Sample.java:",
                "heard.remove(neighbours.id(slot));~neighbourDown(slot, out);"
                        + "~failed in neighbourDown: java.lang.StackOverflowError at sample.Sample$Vectors.neighbourDown(Sample.java:",
                "heard.remove(neighbours.id(slot));~if (self >= 0) throw new NoClassDefFoundError(\"a/B\");"
                        + "~failed in neighbourDown: java.lang.NoClassDefFoundError: a/B at sample.Sample$Vectors.neighbourDown(Sample.java:",
                "heard.remove(neighbours.id(slot));~out.routeChanged(99, 1, 1, 2, 2);"
                        + "~failed in neighbourDown: java.lang.ArrayIndexOutOfBoundsException",
                "heard.remove(neighbours.id(slot));~out.transmit(neighbours.id(slot), new ExtensionMessage(CODE, new byte[0]));"
                        + "~without a link at sample.Sample$Vectors.neighbourDown(Sample.java:",
                "this.settings = settings;~this.settings = settings; if (self == 3) throw new NullPointerException(\"x\");"
                        + "~failed in the making of a router: java.lang.NullPointerException: x at sample.Sample$Vectors.<init>(Sample.java:",
                "return (self, neighbours~if (settings != null) throw new IllegalStateException(\"y\"); return (self, neighbours"
                        + "~failed in routers: java.lang.IllegalStateException: y at sample.Sample.routers(Sample.java:",
                "return via(message.destination());~return self;~answers nextHop for 1 with 0, which is no neighbour",
                "dueNanos = nowNanos + random.jittered~dueNanos = nowNanos + 0 * random.jittered"
                        + "~wants to be woken again and again at one instant",
            })
    void saysWhoseFaultItIs(String correct, String broken, String what) throws Exception {
        Path jar = SamplePlugin.jar(folder, "broken", correct, broken);
        CommandRun run = CommandRun.of(
                "run",
                scenario(""),
                "--plugin",
                jar.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err())
                .contains("hopscope: a plugin failed in event ")
                .contains("the plugin's protocol 'vectors' (sample.Sample of broken.jar) ")
                .contains(what)
                .contains("This is a fault of the plugin.")
                .doesNotContain("fault of Hopscope", "internal error");
    }

    @Test
    void saysTheCommandThatFailsInTheSameEvent() throws Exception {
        Path jar = SamplePlugin.jar(folder, "broken", GOES, "if (self >= 0) throw new IllegalStateException();");
        CommandRun run = CommandRun.of(
                "run",
                scenario("replications: 3\n"),
                "--set",
                "links.loss=1%",
                "--plugin",
                jar.toString(),
                "--out",
                folder.resolve("out").toString());
        String command = run.err()
                .lines()
                .filter(line -> line.startsWith("  hopscope run "))
                .findFirst()
                .orElseThrow();
        assertThat(command).contains("--protocol vectors --replication 0", "--plugin " + jar);
        CommandRun again =
                CommandRun.of(command.strip().substring("hopscope ".length()).split(" "));
        assertThat(told(again)).isEqualTo(told(run)).contains("a plugin failed in event");
    }

    private static String told(CommandRun run) {
        return run.err()
                .lines()
                .filter(line -> line.startsWith("hopscope: "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goesOnWithTheOtherRunsOfASweep() throws Exception {
        Path jar =
                SamplePlugin.jar(folder, "broken", GOES, "if (self == 1) throw new IllegalStateException(\"oh no\");");
        Path out = folder.resolve("swept");
        CommandRun run = CommandRun.of(
                "sweep",
                scenario("sweep: {matrix: {topology.nodes: [4, 5]}}\n"),
                "--plugin",
                jar.toString(),
                "--out",
                out.toString(),
                "--jobs",
                "2");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out())
                .contains("failed: cell 0001 [5], vectors, replication 0: a plugin failed in event ")
                .contains(
                        "(sample.Sample of broken.jar) failed in neighbourDown: java.lang.IllegalStateException: oh no")
                .contains("4 runs, 2 of them timed out or failed")
                .containsPattern("0000  4 +[0-9.]+ +failed");
        String rows = Files.readString(out.resolve("runs.csv"));
        assertThat(rows.lines().filter(line -> line.contains(",distance-vector,0,") && line.contains(",done,")))
                .hasSize(2);
        assertThat(rows.lines().filter(line -> line.contains(",vectors,0,") && line.contains(",failed,")))
                .hasSize(2);
    }

    @Test
    void tellsInEveryReportOfACheckAndChecksTheOtherScenarios() throws Exception {
        Path jar =
                SamplePlugin.jar(folder, "broken", GOES, "if (self == 1) throw new IllegalStateException(\"oh no\");");
        Path calm = folder.resolve("calm.yaml");
        Files.writeString(calm, SCENARIO.replace("plugged", "calm").replaceFirst("(?m)^faults:.*\n", ""));
        Path junit = folder.resolve("check.xml");
        Path markdown = folder.resolve("check.md");
        CommandRun run = CommandRun.of(
                "check",
                scenario(""),
                calm.toString(),
                "--plugin",
                jar.toString(),
                "--baselines",
                folder.toString(),
                "--junit",
                junit.toString(),
                "--markdown",
                markdown.toString(),
                "--github");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err())
                .contains("This is a fault of the plugin.", "The command that repeats the run that failed:");
        assertThat(run.out())
                .contains("plugged: broken: a plugin failed in event ", "::error file=", "calm: inconclusive: ");
        assertThat(junit)
                .content()
                .contains("<testsuite name=\"plugged\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">")
                .contains("<error message=\"a plugin failed in event ")
                .contains("<testsuite name=\"calm\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\">");
        assertThat(markdown).content().contains("| plugged | **broken** | a plugin failed in event ", "| calm | **inc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "horizon == 13~horizon / (horizon - 16) == 1~failed in its settings: java.lang.ArithmeticException: / by zero"
                        + " at sample.Sample$Settings.<init>(Sample.java:",
                "public Settings {~public Integer horizon() { throw new IllegalStateException(); } public Settings {"
                        + "~failed in its settings: java.lang.IllegalStateException at sample.Sample$Settings.horizon(Sample.java:",
                "interval = interval == null ? new TimeSpan(500_000_000L) : interval;~interval = null;"
                        + "~has settings without an interval above 0",
            })
    void saysAtTheEntryWhatIsWrongWithSettingsThatFail(String correct, String broken, String what) throws Exception {
        Path jar = SamplePlugin.jar(folder, "broken", correct, broken);
        CommandRun run = CommandRun.of("validate", scenario(""), "--plugin", jar.toString());
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err())
                .contains("plugged.yaml:4:30: the plugin's protocol 'vectors'")
                .contains(what);
    }
}
