package hopscope.scenario;

import hopscope.document.DocumentText;
import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.scenario.TopologySpec.ComponentRule;
import hopscope.topology.Components;
import hopscope.topology.ImportedTopology;
import hopscope.topology.Topology;
import hopscope.topology.TopologyFormatException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks where the network comes from, builds it and sees to it that it is connected or meant not to be. */
final class TopologyCheck {
    private static final List<String> SOURCES = List.of("edges", "generate", "file");

    private static final List<String> FILE_KEYS = List.of("format", "latency-from", "nearest");

    private final CheckContext context;
    private final Path baseFolder;
    private final Problems problems;
    private Topology whole;

    TopologyCheck(CheckContext context, Path baseFolder) {
        this.context = context;
        this.baseFolder = baseFolder;
        this.problems = context.problems();
    }

    /** The network before a component was chosen, once {@link #run} has answered one. */
    Topology whole() {
        return whole;
    }

    /** The network to simulate, or {@code null} if there is none; then there are problems. */
    Topology run() {
        YamlNode node = context.root().value("topology");
        if (node == null || context.binder().sound(node, TopologySpec.class).isEmpty()) {
            return null;
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) node;
        TopologySpec spec = context.binder().sound(node, TopologySpec.class).orElseThrow();
        int reportsBefore = problems.reports();
        checkSource(mapping);
        if (problems.reports() == reportsBefore) {
            checkDetails(mapping, spec);
        }
        if (problems.reports() == reportsBefore) {
            whole = build(mapping, spec);
        }
        return whole == null ? null : component(mapping, spec.component());
    }

    private void checkSource(YamlNode.Mapping mapping) {
        List<String> given = SOURCES.stream().filter(mapping::has).toList();
        if (given.isEmpty()) {
            problems.add(
                    mapping.at(),
                    "the topology does not say where the network comes from",
                    "one of edges: [[0, 1], …], generate: ring (with nodes: 20), file: network.graphml");
        } else if (given.size() > 1) {
            problems.add(
                    mapping.keyAt(given.get(1)),
                    "'" + given.get(0) + "' and '" + given.get(1) + "' are both given",
                    "exactly one of " + String.join(", ", SOURCES));
        }
    }

    private void checkDetails(YamlNode.Mapping mapping, TopologySpec spec) {
        for (String key : FILE_KEYS) {
            if (mapping.has(key) && spec.file() == null) {
                problems.add(mapping.keyAt(key), "'" + key + "' belongs to a file", "it beside 'file' only");
            }
        }
        if (spec.generate() != null) {
            new GeneratorCheck(mapping, spec, problems).run();
            return;
        }
        for (String key : GeneratorCheck.keys()) {
            if (mapping.has(key)) {
                problems.add(mapping.keyAt(key), "'" + key + "' belongs to a generator", "it beside 'generate' only");
            }
        }
        if (spec.edges() != null) {
            checkEdges((YamlNode.Sequence) mapping.value("edges"), spec.edges());
        }
    }

    private void checkEdges(YamlNode.Sequence list, List<EdgeSpec> edges) {
        if (edges.isEmpty()) {
            problems.add(list.at(), "the list of links is empty", "links such as [[0, 1], [1, 2]]");
        }
        Map<List<String>, Position> seen = new HashMap<>();
        for (int i = 0; i < edges.size(); i++) {
            Position at = list.items().get(i).at();
            String a = edges.get(i).a().name();
            String b = edges.get(i).b().name();
            Position earlier = seen.putIfAbsent(a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a), at);
            if (earlier != null) {
                problems.add(
                        at,
                        "the link " + a + "-" + b + " is listed twice",
                        "each link once; it stands at line " + earlier.line() + ", column " + earlier.column()
                                + " already");
            }
        }
    }

    private Topology build(YamlNode.Mapping mapping, TopologySpec spec) {
        try {
            if (spec.file() != null && !fileExists(mapping.valueAt("file"), spec.file())) {
                return null;
            }
            if (spec.file() != null) {
                return imported(mapping, TopologyFactory.read(spec, baseFolder));
            }
            return TopologyFactory.build(spec, context.scenario().seed(), baseFolder);
        } catch (IllegalArgumentException e) {
            problems.add(mapping.keyAt("generate"), e.getMessage());
        } catch (TopologyFormatException e) {
            String file = baseFolder.resolve(spec.file()).toString();
            problems.add(new Position(file, e.line(), e.column()), e.getMessage());
        }
        return null;
    }

    private Topology imported(YamlNode.Mapping mapping, ImportedTopology imported) {
        Position at = mapping.valueAt("file");
        int selfLoops = imported.report().selfLoops();
        int parallelLinks = imported.report().parallelLinks();
        if (selfLoops + parallelLinks > 0) {
            context.warnings()
                    .add(
                            at,
                            "the file has " + selfLoops + " links from a node to itself, which are left out, and "
                                    + parallelLinks + " parallel links, which are merged");
        }
        imported.attributes().notes().forEach(note -> context.notes().add(at, note));
        String file = baseFolder
                .resolve(((YamlNode.Scalar) mapping.value("file")).text())
                .toString();
        return imported.topology().with(imported.topology().facts().from(file));
    }

    private boolean fileExists(Position at, String file) {
        try {
            Path path = baseFolder.resolve(file);
            if (Files.isRegularFile(path)) {
                context.binder().noteInput(path);
                return true;
            }
            String what = Files.isDirectory(path) ? "'" + file + "' is a folder" : "there is no file '" + file + "'";
            String hint = DocumentText.siblingHint(path);
            problems.add(at, what + "; expected a network file, relative to the scenario's folder" + hint);
        } catch (InvalidPathException e) {
            problems.add(at, "'" + QuantityParser.shortened(file) + "' cannot name a file", "a network file");
        }
        return false;
    }

    private Topology component(YamlNode.Mapping mapping, ComponentRule rule) {
        if (whole.nodeCount() == 0) {
            problems.add(mapping.at(), "the network has no nodes", "one node at least");
            return null;
        }
        int components = Components.count(whole);
        if (components == 1) {
            return whole;
        }
        Topology largest = Components.largest(whole);
        String state = "the network is not connected: " + components + " components, the largest with "
                + largest.nodeCount() + " of " + whole.nodeCount() + " nodes";
        if (rule == ComponentRule.LARGEST) {
            return largest;
        }
        if (rule == ComponentRule.KEEP) {
            context.warnings().add(mapping.valueAt("component"), state + "; pairs in different components never meet");
            return whole;
        }
        problems.add(
                mapping.at(),
                state,
                "a connected network; write 'component: largest' to keep the largest, or 'component: keep' to keep"
                        + " all");
        return null;
    }
}
