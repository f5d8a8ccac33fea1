package hopscope.network;

import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.Suggestion;
import hopscope.document.YamlNode;
import hopscope.scenario.Protocol;
import hopscope.scenario.ReliabilitySpec;
import hopscope.scenario.RoutingSpec;
import hopscope.scenario.ScenarioSections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes a network of a document, and goes on after every error, so that one pass finds all of them. */
final class NetworkReader {
    static final String EXPECTED = "a mapping with nodes, routing, reliability";

    private static final List<String> KEYS = List.of("nodes", "routing", "reliability");
    private static final List<String> SIMULATED_ONLY = List.of("warm-start", "followed-sources");
    private static final String NODES_EXPECTED =
            "a list of nodes such as {id: 1, address: '127.0.0.1:30001', neighbours: [2]}";

    private final Problems problems;
    private final Problems warnings;

    NetworkReader(Problems problems, Problems warnings) {
        this.problems = problems;
        this.warnings = warnings;
    }

    /** The network; not to be used, or {@code null}, if problems were found. */
    NetworkFile network(YamlNode document) {
        if (!(document instanceof YamlNode.Mapping root)) {
            problems.add(document.at(), "the file is " + document.kindName(), EXPECTED);
            return null;
        }
        refuseUnknownKeys(root, KEYS, "", problems);
        List<NodeEntry> entries = entries(root);
        RoutingSpec routing = ScenarioSections.routing(root.value("routing"), problems);
        refuseSimulatedOnly(root, routing);
        ReliabilitySpec reliability = ScenarioSections.reliability(root.value("reliability"), problems, warnings);
        new NetworkCheck(entries, problems).run();
        if (problems.reports() > 0) {
            return null;
        }
        List<NetworkNode> nodes = entries.stream()
                .map(NodeEntry::toNode)
                .sorted(Comparator.comparingInt(NetworkNode::id))
                .toList();
        return new NetworkFile(nodes, routing, reliability, warnings.sorted());
    }

    private List<NodeEntry> entries(YamlNode.Mapping root) {
        YamlNode value = root.value("nodes");
        if (!root.has("nodes")) {
            problems.add(root.keyAt("nodes"), "the key 'nodes' is missing in the network file", NODES_EXPECTED);
            return List.of();
        }
        if (!(value instanceof YamlNode.Sequence list)) {
            problems.add(value.at(), "'nodes' is " + value.kindName(), NODES_EXPECTED);
            return List.of();
        }
        if (list.items().isEmpty()) {
            problems.add(value.at(), "no node is listed", NODES_EXPECTED);
        }
        NodeEntryReader reader = new NodeEntryReader(problems);
        List<NodeEntry> entries = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            NodeEntry entry = reader.entry(list.items().get(i), "nodes." + i);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** Settings that mean something in a simulation only: real links have no nominal latency, real nodes begin with nothing. */
    private void refuseSimulatedOnly(YamlNode.Mapping root, RoutingSpec routing) {
        if (routing == null) {
            return;
        }
        for (Protocol protocol : Protocol.values()) {
            YamlNode.Mapping settings = root.value("routing") instanceof YamlNode.Mapping section
                            && section.value(protocol.label()) instanceof YamlNode.Mapping own
                    ? own
                    : null;
            if (protocol.settings(routing).metric() == RoutingSpec.PathMetric.LATENCY) {
                Position at = settings == null ? root.valueAt("routing") : settings.valueAt("metric");
                problems.add(at, "real links have no nominal latency to minimise", "hops");
            }
            for (String key : SIMULATED_ONLY) {
                if (settings != null && settings.has(key)) {
                    problems.add(
                            settings.keyAt(key),
                            "'" + key + "' is for simulations; a real node has none",
                            "no such key");
                }
            }
        }
    }

    /** Reports the keys of a mapping that mean nothing. */
    static void refuseUnknownKeys(YamlNode.Mapping mapping, List<String> allowed, String where, Problems problems) {
        mapping.entries().forEach((key, entry) -> {
            if (!allowed.contains(key)) {
                String place = where.isEmpty() ? "" : " in '" + where + "'";
                problems.add(
                        entry.keyAt(),
                        "unknown key '" + key + "'" + place + "; expected one of " + String.join(", ", allowed)
                                + Suggestion.hint(key, allowed));
            }
        });
    }
}
