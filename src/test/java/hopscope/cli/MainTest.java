package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
    @TempDir
    private Path folder;

    @Test
    void readsOnlyTheCommandThatIsAskedFor() {
        for (CommandLine command : Main.commandLine().getSubcommands().values()) {
            String name = command.getCommandName();
            CommandLine line = Main.commandLineFor(name, "--help");
            if (name.equals("generate-completion")) {
                assertThat(line.getSubcommands()).hasSizeGreaterThan(10);
            } else {
                assertThat(line.getSubcommands()).containsOnlyKeys(name);
                assertThat(line.getSubcommands().get(name).getUsageMessage()).isEqualTo(command.getUsageMessage());
            }
        }
        assertThat(Main.commandLineFor().getSubcommands()).hasSizeGreaterThan(10);
        assertThat(Main.commandLineFor("rnu", "run").getSubcommands()).containsKeys("run", "sweep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "validate",
                "chart",
                "report",
                "check",
                "topology",
                "topology info",
                "topology convert",
                "topology draw",
                "topology generate"
            })
    void hasHelpForEveryCommand(String command) {
        CommandRun run = CommandRun.of((command + " --help").split(" "));

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.out()).contains("Usage: hopscope " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rnu", "run", "run --frobnicate x.yaml", "topology", "run --jobs many x.yaml", "chart"})
    void explainsWrongUsage(String arguments) {
        CommandRun run = CommandRun.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).startsWith("hopscope: ").contains("--help").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        assertThat(CommandRun.of("--version").out()).startsWith("hopscope ");
    }

    @Test
    void printsACompletionScript() {
        assertThat(CommandRun.of("generate-completion").out()).contains("complete -F", "hopscope");
    }

    @Command(name = "boom")
    static final class Boom implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("out of cheese");
        }
    }

    @Command(name = "crash")
    static final class Crash implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new StackOverflowError();
        }
    }

    @Test
    void givesTheCommandThatReproducesAnInternalError() {
        CommandLine line = Main.commandLine().addSubcommand(new Boom()).addSubcommand(new Crash());
        CommandRun boom = CommandRun.of(line, "boom");
        CommandRun crash = CommandRun.of(line, "crash");

        assertThat(boom.status()).isEqualTo(ExitStatus.INTERNAL_ERROR);
        assertThat(boom.err()).contains("out of cheese", "reproduces", "  hopscope boom");
        assertThat(crash.status()).isEqualTo(ExitStatus.INTERNAL_ERROR);
    }

    @Test
    void validatesSeveralFilesAndSaysAllThatIsWrong() throws IOException {
        Path good = Files.writeString(
                folder.resolve("good.yaml"), "name: good\nduration: 1s\ntopology: {generate: ring, nodes: 5}\n");
        Path wrong = Files.writeString(
                folder.resolve("wrong.yaml"),
                "name: wrong\nduration: 1s\nlinks: {loss: 3}\ntopology: {generate: rng}\n");
        CommandRun run = CommandRun.of("validate", good.toString(), wrong.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.out()).contains("good.yaml: good, 5 nodes, 5 links, 2 runs");
        assertThat(run.err()).contains("wrong.yaml:3:15: ", "wrong.yaml:4:22: ", "did you mean 'ring'");
    }

    @Test
    void printsAScenarioThatReadsBackTheSame() throws IOException {
        CommandRun first = CommandRun.of("validate", "--print-effective", "scenarios/six-nodes.yaml");
        Path printed = Files.writeString(folder.resolve("six-nodes.yaml"), first.out());
        CommandRun second = CommandRun.of("validate", "--print-effective", printed.toString());

        assertThat(first.status()).isEqualTo(ExitStatus.FINE);
        assertThat(second.out()).isEqualTo(first.out());
    }

    @Test
    void describesTheNetworkThatItGenerated() {
        Path file = folder.resolve("torus.graphml");
        CommandRun generated = CommandRun.of(
                "topology", "generate", "torus", "--rows", "4", "--columns", "5", "--out", file.toString());
        CommandRun info = CommandRun.of("topology", "info", "--json", file.toString());

        assertThat(generated.status()).isEqualTo(ExitStatus.FINE);
        assertThat(info.out()).contains("\"nodes\": 20", "\"links\": 40", "\"diameter\": 4");
    }

    @Test
    void convertsAndDrawsNetworks() throws java.io.IOException {
        String abilene = "scenarios/topologies/abilene.graphml";
        CommandRun csv = CommandRun.of("topology", "convert", abilene, "--to", "csv");
        Path picture = folder.resolve("abilene.svg");
        CommandRun drawn = CommandRun.of("topology", "draw", abilene, "--out", picture.toString());

        assertThat(csv.out()).startsWith("source,target,latency_ms\n").contains("New York");
        assertThat(drawn.status()).isEqualTo(ExitStatus.FINE);
        assertThat(java.nio.file.Files.readString(picture)).contains("<circle", ">New York</text>");
        assertThat(CommandRun.of("topology", "convert", abilene, "--to", "brite")
                        .status())
                .isEqualTo(ExitStatus.USAGE);
        assertThat(CommandRun.of("topology", "draw", abilene, "--out", "x.pdf").err())
                .contains(".png or .svg");
        assertThat(CommandRun.of("topology", "info", abilene, "--format", "gmll")
                        .err())
                .contains("unknown format 'gmll'");
    }

    @Test
    void refusesImpossibleNetworks() {
        assertThat(CommandRun.of("topology", "generate", "ring", "--nodes", "2").err())
                .contains("ring: nodes must be 3 to");
        assertThat(CommandRun.of("topology", "generate", "rign").err()).contains("unknown model 'rign'", "ring");
        assertThat(CommandRun.of("topology", "info", "pom.xml").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(CommandRun.of("topology", "info", "missing.graphml").status())
                .isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void refusesToChartWhatIsNoResultFolder() {
        CommandRun run = CommandRun.of("chart", folder.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains(folder.toString()).doesNotContain("\tat ");
    }
}
