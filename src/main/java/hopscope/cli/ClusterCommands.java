package hopscope.cli;

import hopscope.sweep.SweepEngine;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands that a cluster's engine has a part in, for the main class of such an engine. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Runs sweeps of Hopscope on a cluster; the program 'hopscope' does everything else.",
        synopsisSubcommandLabel = "COMMAND")
public final class ClusterCommands implements Runnable {
    @Spec
    private CommandSpec spec;

    private ClusterCommands() {}

    /**
     * Executes a command as {@code hopscope} does, with the runs of a sweep done elsewhere.
     *
     * @param name of the program, for messages
     * @param engines where the runs are done
     * @return the exit status: 0 fine, 1 runs timed out or failed, 2 what the user gave is wrong or the engine cannot work,
     *     70 a fault of Hopscope
     */
    public static int execute(String name, SweepEngine.Factory engines, String... args) {
        CommandLine line = new CommandLine(new ClusterCommands());
        line.setCommandName(name);
        line.addSubcommand(new SweepCommand(engines));
        return Main.execute(Main.handled(line), args);
    }

    @Option(names = "--plugin", paramLabel = "JAR", hidden = true, scope = ScopeType.INHERIT)
    private void refusePlugin(Path jar) {
        throw new ParameterException(
                spec.commandLine(),
                "--plugin " + jar
                        + ": plugins do not travel to the machines of a cluster; expected a sweep of Hopscope's own"
                        + " protocols, or 'hopscope sweep FILE --shard I/N --plugin JAR' on each machine");
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? 'sweep FILE' runs a sweep on the cluster");
    }
}
