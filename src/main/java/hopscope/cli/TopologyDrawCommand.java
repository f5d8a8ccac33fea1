package hopscope.cli;

import hopscope.chart.TopologyPicture;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws a network file. */
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        description = "Draws a network: by its coordinates if the file has some, else by forces.",
        footer = {"", "Example:", "  hopscope topology draw scenarios/topologies/geant.graphml --out target/geant.svg"})
final class TopologyDrawCommand implements Callable<Integer> {
    @Mixin
    private TopologyFileArguments arguments;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A .png or .svg file.")
    private Path out;

    @Override
    public Integer call() {
        try {
            TopologyPicture.write(arguments.read(), out);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage());
        }
        return ExitStatus.FINE;
    }
}
