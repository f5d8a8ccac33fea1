package hopscope.cli;

import hopscope.results.LinkExplanation;
import hopscope.scenario.LoadedScenario;
import hopscope.topology.Topology;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a link of a scenario does to frames, and which line set each value. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says what a link of a scenario does to frames, and which line set each value.",
        footer = {
            "",
            "Examples:",
            "  hopscope topology explain scenarios/abilene.yaml Chicago Indianapolis",
            "  hopscope topology explain --json scenarios/six-nodes.yaml 0 1"
        })
final class TopologyExplainCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SCENARIO", description = "A scenario file.")
    private Path file;

    @Parameters(index = "1", paramLabel = "A", description = "One end of a link.")
    private String a;

    @Parameters(index = "2", paramLabel = "B", description = "Its other end.")
    private String b;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private ScenarioArguments arguments;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LoadedScenario loaded = arguments.load(file, spec.commandLine().getErr(), json);
        Topology topology = loaded.topology();
        int from = node(topology, a);
        int to = node(topology, b);
        int link = topology.linkBetween(from, to);
        if (link < 0) {
            throw new UserError("there is no link " + a + "-" + b + " in the network of " + file);
        }
        PrintWriter print = spec.commandLine().getOut();
        LinkExplanation explanation = new LinkExplanation(loaded, from, to);
        print.print(json ? explanation.json() : explanation.text());
        print.flush();
        return ExitStatus.FINE;
    }

    private static int node(Topology topology, String name) {
        int node = topology.indexOf(name);
        List<Integer> sharing = topology.nodesWithAlias(name);
        if (node < 0 && sharing.size() > 1) {
            throw new UserError("several nodes are labelled '" + name + "', expected one of their ids: "
                    + String.join(", ", sharing.stream().map(topology::name).toList()));
        }
        if (node < 0) {
            throw new UserError("unknown node '" + name + "'"
                    + (topology.nodeCount() <= 5_000 ? hopscope.document.Suggestion.hint(name, topology.names()) : ""));
        }
        return node;
    }
}
