package hopscope.cli;

import hopscope.topology.TopologyDescription;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Describes a network file. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Says what is in a network file: nodes, links, components, diameter, cut nodes, …",
        footer = {
            "",
            "Examples:",
            "  hopscope topology info scenarios/topologies/abilene.graphml",
            "  hopscope topology info --json scenarios/topologies/geant.graphml"
        })
final class TopologyInfoCommand implements Callable<Integer> {
    @Mixin
    private TopologyFileArguments arguments;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TopologyDescription description = TopologyDescription.of(arguments.read());
        PrintWriter print = spec.commandLine().getOut();
        print.print(json ? description.json() : description.text());
        print.flush();
        return ExitStatus.FINE;
    }
}
