package hopscope.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.document.Position;
import hopscope.results.JsonText;
import hopscope.scenario.EdgeSpec;
import hopscope.scenario.LinkPlan;
import hopscope.scenario.LoadedScenario;
import hopscope.topology.Topology;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        int direction = topology.endA(link) == from ? 2 * link : 2 * link + 1;
        PrintWriter print = spec.commandLine().getOut();
        print.print(json ? json(loaded, link, direction) : text(loaded, link, direction));
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

    private String text(LoadedScenario loaded, int link, int direction) {
        LinkPlan plan = new LinkPlan(loaded.scenario().links(), loaded.topology());
        StringBuilder out = new StringBuilder();
        boolean alike = plan.origins(direction).equals(plan.origins(direction ^ 1))
                && plan.className(direction).equals(plan.className(direction ^ 1));
        append(out, plan, loaded, link, direction, alike ? " - " : " -> ");
        if (!alike) {
            append(out.append('\n'), plan, loaded, link, direction ^ 1, " -> ");
        }
        return out.toString();
    }

    private void append(
            StringBuilder out, LinkPlan plan, LoadedScenario loaded, int link, int direction, String arrow) {
        out.append(from(loaded.topology(), direction))
                .append(arrow)
                .append(from(loaded.topology(), direction ^ 1))
                .append(", class ")
                .append(plan.className(direction))
                .append('\n');
        for (LinkPlan.Origin origin : plan.origins(direction)) {
            out.append(String.format(
                    Locale.ROOT,
                    "  %-10s %-32s %s\n",
                    origin.name(),
                    origin.text(),
                    where(loaded, link, origin.path())));
        }
    }

    private static String from(Topology topology, int direction) {
        int link = direction >> 1;
        return topology.name((direction & 1) == 0 ? topology.endA(link) : topology.endB(link));
    }

    /** The place and what stands there, or that nothing was written. */
    private String where(LoadedScenario loaded, int link, String path) {
        String place = place(loaded, link, path);
        return place.isEmpty() ? "default" : place + " (" + path + ")";
    }

    private String place(LoadedScenario loaded, int link, String path) {
        if (path.isEmpty()) {
            return "";
        }
        Topology topology = loaded.topology();
        if (path.equals(LinkPlan.TOPOLOGY) && loaded.scenario().topology().file() != null) {
            int line = topology.facts().line(link);
            return topology.facts().source() + (line == 0 ? "" : ":" + line);
        }
        Position at = loaded.at(path.equals(LinkPlan.TOPOLOGY) ? edgePath(loaded, link) : path);
        // A built-in default of 'links' is not written anywhere: then there is no such key.
        boolean written = loaded.has(path) || path.equals(LinkPlan.TOPOLOGY);
        return written ? at.line() == 0 ? at.file() : at.file() + ":" + at.line() + ":" + at.column() : "";
    }

    private static String edgePath(LoadedScenario loaded, int link) {
        Topology topology = loaded.topology();
        List<EdgeSpec> edges = loaded.scenario().topology().edges();
        for (int i = 0; i < edges.size(); i++) {
            int a = topology.indexOf(edges.get(i).a().name());
            int b = topology.indexOf(edges.get(i).b().name());
            if (a >= 0 && b >= 0 && topology.linkBetween(a, b) == link) {
                return "topology.edges." + i;
            }
        }
        return "topology";
    }

    private String json(LoadedScenario loaded, int link, int direction) {
        LinkPlan plan = new LinkPlan(loaded.scenario().links(), loaded.topology());
        ObjectNode root = JsonText.object();
        for (int each : new int[] {direction, direction ^ 1}) {
            ObjectNode entry = root.withArray("directions").addObject();
            entry.put("from", from(loaded.topology(), each));
            entry.put("to", from(loaded.topology(), each ^ 1));
            entry.put("class", plan.className(each));
            ObjectNode settings = entry.putObject("settings");
            for (LinkPlan.Origin origin : plan.origins(each)) {
                String place = place(loaded, link, origin.path());
                ObjectNode setting = settings.putObject(origin.name());
                setting.put("value", origin.text());
                setting.put("set_at", place.isEmpty() ? "default" : place);
                setting.put("path", place.isEmpty() ? "" : origin.path());
            }
        }
        return JsonText.render(root);
    }
}
