package hopscope.cli;

import hopscope.results.LinkExplanation;
import hopscope.scenario.LoadedScenario;
import hopscope.topology.Topology;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    private static final int NEIGHBOURS_SHOWN = 12;

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO A B",
            description = "A scenario file, and the two ends of a link in its network.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private ScenarioArguments arguments;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (words.size() != 3) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected a scenario and the two ends of a link, such as: hopscope topology explain"
                            + " scenarios/abilene.yaml Chicago Indianapolis");
        }
        Path file = Path.of(words.get(0));
        String a = words.get(1);
        String b = words.get(2);
        LoadedScenario loaded = arguments.load(file, spec.commandLine().getErr(), json);
        Topology topology = loaded.topology();
        int from = node(topology, a);
        int to = node(topology, b);
        int link = topology.linkBetween(from, to);
        if (link < 0) {
            throw new UserError("there is no link " + a + "-" + b + " in the network of " + file + "; " + a
                    + " has links to " + neighbours(topology, from));
        }
        PrintWriter print = spec.commandLine().getOut();
        LinkExplanation explanation = new LinkExplanation(loaded, from, to);
        print.print(json ? explanation.json() : explanation.text());
        print.flush();
        return ExitStatus.FINE;
    }

    private static String neighbours(Topology topology, int node) {
        List<String> names = new ArrayList<>();
        for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
            names.add(topology.name(topology.neighbourAt(at)));
        }
        int shown = Math.min(names.size(), NEIGHBOURS_SHOWN);
        String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
        return names.isEmpty() ? "nobody" : String.join(", ", names.subList(0, shown)) + more;
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
