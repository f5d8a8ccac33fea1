package hopscope.cli;

import hopscope.chart.NoFontsException;
import hopscope.results.HopscopeVersion;
import hopscope.results.ResultFolderException;
import hopscope.scenario.PluginFailure;
import hopscope.simulation.SimulationFailure;
import hopscope.sweep.SweepEngineException;
import hopscope.testbed.TestbedException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code hopscope} command. */
@Command(
        name = "hopscope",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Simulates how the nodes of a peer-to-peer network route and deliver.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit status: 0 fine, 1 an expectation or check failed, 2 what you gave is wrong, or a plugin of yours",
            "failed, 3 nothing to judge by, 70 internal error.",
            "",
            "Examples:",
            "  hopscope run scenarios/six-nodes.yaml",
            "  hopscope run scenarios/six-nodes.yaml --set links.loss=5%% --out results/lossy",
            "  hopscope compare results/six-nodes results/lossy",
            "  hopscope check scenarios/*.yaml",
            "  source <(hopscope generate-completion)"
        })
public final class Main implements Runnable {
    private static final int FRAMES_SHOWN = 12;

    /** All commands in the order in which the help lists them. */
    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            SweepCommand.class,
            MergeCommand.class,
            ValidateCommand.class,
            ChartCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            CheckCommand.class,
            TestbedCommand.class,
            CrossvalCommand.class,
            TestbedNodeCommand.class,
            TopologyCommand.class,
            IdentityCommand.class,
            NodeCommand.class,
            SelftestCommand.class,
            ConformanceCommand.class,
            BenchCommand.class,
            GenerateCompletion.class);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            scope = ScopeType.INHERIT,
            description = "Bring the routing protocols of a jar along; may be given several times.")
    private List<Path> plugins = new ArrayList<>();

    /** Tells the version from the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "hopscope " + HopscopeVersion.current(),
                "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
            };
        }
    }

    /** Runs a command and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(execute(commandLineFor(args), args));
    }

    /** Executes a command; whatever happens ends in an exit status. */
    static int execute(CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            line.getErr()
                    .println("hopscope: out of memory; give it more (JAVA_OPTS=-Xmx8g) or run fewer at a time"
                            + " (--jobs 1). The command was:");
            line.getErr().println("  hopscope " + joined(List.of(args)));
            return ExitStatus.INTERNAL_ERROR;
        } catch (Error e) {
            return explainInternal(e, line, List.of(args));
        }
    }

    /** The command line with all its commands and handlers. */
    static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    /**
     * A command line that can do what the arguments ask for: with that one command if they begin with its name, for to read
     * what all commands take is a good part of a start; else with all.
     */
    static CommandLine commandLineFor(String... args) {
        String name = args.length == 0 ? "" : args[0];
        return COMMANDS.stream()
                .filter(command ->
                        command != GenerateCompletion.class && nameOf(command).equals(name))
                .findFirst()
                .map(command -> commandLine(List.of(command)))
                .orElseGet(Main::commandLine);
    }

    private static String nameOf(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        line.setExecutionStrategy(parsed -> main.executeWithPlugins(line, parsed));
        commands.forEach(command -> line.addSubcommand(new CommandLine(command)));
        if (commands.contains(GenerateCompletion.class)) {
            line.getSubcommands()
                    .get("generate-completion")
                    .getCommandSpec()
                    .usageMessage()
                    .hidden(false);
        }
        return handled(line);
    }

    /** Gives a command line, its subcommands included, the outputs and handlers of all of Hopscope's. */
    static CommandLine handled(CommandLine line) {
        // The same bytes in any locale: tables and names hold more than ASCII.
        line.setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true));
        line.setErr(new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Main::explainUsage);
        line.setExecutionExceptionHandler(Main::explainFailure);
        return line;
    }

    private int executeWithPlugins(CommandLine line, CommandLine.ParseResult parsed) {
        try {
            return PluginJars.with(plugins, () -> new CommandLine.RunLast().execute(parsed));
        } catch (ParameterException | CommandLine.ExecutionException e) {
            throw e;
        } catch (Exception e) {
            throw new CommandLine.ExecutionException(line, e.getMessage(), e);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? 'hopscope --help' lists them");
    }

    private static int explainUsage(ParameterException wrong, String[] args) {
        CommandLine line = wrong.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(line.getColorScheme().errorText("hopscope: " + wrong.getMessage()));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitStatus.USAGE;
    }

    private static int explainFailure(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (failure instanceof UserError
                || failure instanceof ResultFolderException
                || failure instanceof NoFontsException
                || failure instanceof SweepEngineException
                || failure instanceof TestbedException) {
            err.println(failure.getMessage());
            err.flush();
            return ExitStatus.USAGE;
        }
        PluginFailure ofPlugin = PluginFailure.in(failure);
        return ofPlugin == null
                ? explainInternal(failure, line, parsed.originalArgs())
                : explainPlugin(failure, ofPlugin, line, parsed.originalArgs());
    }

    private static int explainPlugin(Throwable failure, PluginFailure ofPlugin, CommandLine line, List<String> args) {
        PrintWriter err = line.getErr();
        err.println("hopscope: " + (failure instanceof SimulationFailure ? failure : ofPlugin).getMessage());
        err.println("This is a fault of the plugin. The command that reproduces it:");
        err.println("  hopscope " + joined(args));
        printFrames(ofPlugin, err);
        return ExitStatus.USAGE;
    }

    private static void printFrames(Throwable failure, PrintWriter err) {
        Throwable origin = failure.getCause() == null ? failure : failure.getCause();
        Arrays.stream(origin.getStackTrace()).limit(FRAMES_SHOWN).forEach(frame -> err.println("    at " + frame));
        err.flush();
    }

    private static int explainInternal(Throwable failure, CommandLine line, List<String> args) {
        PrintWriter err = line.getErr();
        err.println("hopscope: " + failure);
        err.println("This is a fault of Hopscope. The command that reproduces it:");
        err.println("  hopscope " + joined(args));
        err.println("  (hopscope " + HopscopeVersion.current() + ", Java " + System.getProperty("java.version") + ")");
        printFrames(failure, err);
        return ExitStatus.INTERNAL_ERROR;
    }

    private static String joined(List<String> args) {
        return args.stream().map(Main::quoted).collect(Collectors.joining(" "));
    }

    /** An argument as a shell takes it. */
    static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./:=%,@+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
