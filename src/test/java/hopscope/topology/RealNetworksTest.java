package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopscope.topology.format.GraphMlReader;
import hopscope.topology.format.ReadSettings;
import hopscope.topology.format.TopologyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.Pseudograph;
import org.jgrapht.nio.graphml.SimpleGraphMLImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real networks against figures computed by networkx and scipy. */
class RealNetworksTest {
    private static final Path SHARED = Path.of("..", "shared", "topologies");
    private static final Path SHIPPED = Path.of("scenarios", "topologies");
    private static JsonNode oracles;

    @BeforeAll
    static void readsTheOracles() throws IOException {
        Path file = SHARED.resolve("oracles.json");
        assumeTrue(Files.isRegularFile(file), "skipped: no reference networks beside the project");
        oracles = new ObjectMapper().readTree(file.toFile());
    }

    private static List<String> graphMlFiles() {
        List<String> names = new ArrayList<>();
        oracles.fieldNames().forEachRemaining(name -> {
            if (name.endsWith(".graphml")) {
                names.add(name);
            }
        });
        assertThat(names).hasSizeGreaterThan(9);
        return names;
    }

    @Test
    void haveTheFiguresOfTheOracles() throws Exception {
        for (String name : graphMlFiles()) {
            hasFigures(name, GraphMlReader.read(SHARED.resolve(name)), oracles.get(name));
        }
    }

    @Test
    void ofEveryFormatHaveTheFiguresOfTheOracles() throws Exception {
        int files = 0;
        for (Map.Entry<String, JsonNode> entry : oracles.properties()) {
            JsonNode oracle = entry.getValue();
            ImportedTopology imported = TopologyFiles.read(SHARED.resolve(entry.getKey()), ReadSettings.DEFAULT);
            assertThat(imported.topology().nodeCount())
                    .as(entry.getKey())
                    .isEqualTo(oracle.get("nodes").asInt());
            if (oracle.has("edges_in_file")) {
                hasFigures(entry.getKey(), imported, oracle);
                hasWeights(entry.getKey(), imported, oracle);
            } else {
                assertThat(imported.report().linksInFile())
                        .isEqualTo(oracle.get("ordered_pairs_present").asInt());
            }
            files++;
        }
        assertThat(files).isEqualTo(28);
    }

    private static void hasWeights(String name, ImportedTopology imported, JsonNode oracle) {
        WeightedFigures weighted = WeightedFigures.of(imported);
        if (!oracle.hasNonNull("weighted")) {
            assertThat(weighted).as(name).isNull();
            return;
        }
        assertThat(weighted.unit()).isEqualTo(oracle.get("weighted").get("unit").asText());
        assertThat(weighted.diameter())
                .as(name)
                .isCloseTo(oracle.get("weighted").get("diameter").asDouble(), within(5.1e-5));
        assertThat(weighted.averageShortestPath())
                .as(name)
                .isCloseTo(oracle.get("weighted").get("aspl").asDouble(), within(5.1e-7));
        assertThat(weighted.sampledSources()).as(name).isZero();
        Topology topology = imported.topology();
        int[] hops = new int[topology.nodeCount()];
        for (JsonNode probe : oracle.get("probes")) {
            new ShortestPaths(topology).hops(topology.indexOf(probe.get("src").asText()), hops);
            assertThat(hops[topology.indexOf(probe.get("dst").asText())])
                    .as("%s %s", name, probe)
                    .isEqualTo(probe.get("hops").asInt());
        }
    }

    private static void hasFigures(String name, ImportedTopology imported, JsonNode oracle) {
        ImportReport report = imported.report();
        assertThat(report)
                .as(name)
                .isEqualTo(new ImportReport(
                        oracle.get("edges_in_file").asInt(),
                        oracle.get("self_loops").asInt(),
                        oracle.get("parallel_or_reverse_dropped").asInt(),
                        oracle.get("isolated_nodes").asInt(),
                        oracle.get("components").asInt()));
        TopologyFigures figures = TopologyFigures.of(imported.topology());
        assertThat(figures.nodes()).as(name).isEqualTo(oracle.get("nodes").asInt());
        assertThat(figures.links())
                .as(name)
                .isEqualTo(oracle.get("edges_simple").asInt());
        assertThat(figures.components()).as(name).isEqualTo(report.components());
        assertThat(figures.largestComponent())
                .as(name)
                .isEqualTo(oracle.get("lcc_nodes").asInt());
        assertThat(figures.largestComponentLinks())
                .as(name)
                .isEqualTo(oracle.get("lcc_edges").asInt());
        assertThat(figures.diameter())
                .as(name)
                .isEqualTo(oracle.get("diameter_hops").asInt());
        assertThat(figures.averageShortestPath())
                .as(name)
                .isCloseTo(oracle.get("aspl_hops").asDouble(), within(5.1e-7));
        assertThat(figures.cutNodes())
                .as(name)
                .isEqualTo(oracle.get("articulation_points").asInt());
        assertThat(figures.bridges()).as(name).isEqualTo(oracle.get("bridges").asInt());
        List<Long> histogram = new ArrayList<>();
        oracle.get("hop_histogram_ordered_pairs").forEach(pairs -> histogram.add(pairs.asLong()));
        assertThat(figures.hopHistogram()).as(name).isEqualTo(histogram);
        hasDegrees(name, Components.largest(imported.topology()), oracle.get("lcc_degree"));
    }

    /** The oracle's degrees are those of the largest component. */
    private static void hasDegrees(String name, Topology largest, JsonNode oracle) {
        TopologyFigures figures = TopologyFigures.of(largest);
        assertThat(figures.degreeMin()).as(name).isEqualTo(oracle.get("min").asInt());
        assertThat(figures.degreeMean()).as(name).isCloseTo(oracle.get("mean").asDouble(), within(5.1e-7));
        assertThat(figures.degreeMax()).as(name).isEqualTo(oracle.get("max").asInt());
    }

    @Test
    void haveTheProbedDistances() throws Exception {
        for (String name : graphMlFiles()) {
            Topology topology = GraphMlReader.read(SHARED.resolve(name)).topology();
            List<String> ids = nodeIds(SHARED.resolve(name));
            assertThat(ids).as(name).hasSize(topology.nodeCount());
            int[] distance = new int[topology.nodeCount()];
            for (JsonNode probe : oracles.get(name).get("probes")) {
                int source = ids.indexOf(probe.get("src").asText());
                new ShortestPaths(topology).hops(source, distance);
                assertThat(distance[ids.indexOf(probe.get("dst").asText())])
                        .as("%s %s", name, probe)
                        .isEqualTo(probe.get("hops").asInt());
            }
        }
    }

    private static List<String> nodeIds(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.strip().startsWith("<node id=\""))
                    .map(line -> line.split("\"", -1)[1])
                    .toList();
        }
    }

    @Test
    void areReadAsJgraphtReadsThem() throws Exception {
        for (String name : graphMlFiles()) {
            if (name.contains("yed")) {
                continue; // JGraphT refuses the keys without a name that yEd writes
            }
            Pseudograph<String, DefaultEdge> judged = new Pseudograph<>(DefaultEdge.class);
            SimpleGraphMLImporter<String, DefaultEdge> importer = new SimpleGraphMLImporter<>();
            importer.setSchemaValidation(false);
            importer.setVertexFactory(id -> id);
            importer.importGraph(judged, Files.newBufferedReader(SHARED.resolve(name)));
            List<String> ids = List.copyOf(judged.vertexSet());
            TopologyBuilder builder = new TopologyBuilder().nodes(ids.size());
            for (DefaultEdge edge : judged.edgeSet()) {
                builder.link(ids.indexOf(judged.getEdgeSource(edge)), ids.indexOf(judged.getEdgeTarget(edge)));
            }
            Topology topology = GraphMlReader.read(SHARED.resolve(name)).topology();
            assertThat(Networks.links(topology)).as(name).isEqualTo(Networks.links(builder.build()));
        }
    }

    @Test
    void areNamedByYedsLabels() throws Exception {
        Topology topology =
                GraphMlReader.read(SHARED.resolve("zoo-yed-AttMpls.graphml")).topology();
        assertThat(topology.name(0)).isEqualTo("SNFN");
    }

    @Test
    void areShippedAsTheyAreInTheZoo() throws Exception {
        Map<String, String> originals =
                Map.of("abilene.graphml", "zoo-Abilene.graphml", "geant.graphml", "zoo-Geant2012.graphml");
        Iterator<String> shipped = originals.keySet().stream().sorted().iterator();
        while (shipped.hasNext()) {
            String name = shipped.next();
            ImportedTopology ours = GraphMlReader.read(SHIPPED.resolve(name));
            String original = originals.get(name);
            hasFigures(name, ours, oracles.get(original));
            Topology theirs = GraphMlReader.read(SHARED.resolve(original)).topology();
            assertThat(ours.topology().names()).as(name).isEqualTo(theirs.names());
            assertThat(Networks.links(ours.topology())).as(name).isEqualTo(Networks.links(theirs));
        }
    }
}
