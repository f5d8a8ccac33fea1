package hopscope.topology.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import hopscope.topology.ImportedTopology;
import hopscope.topology.Topology;
import hopscope.topology.TopologyFormatException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One small file of each format, and what is wrong in others. */
class FormatsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "networks");

    @TempDir
    private Path folder;

    private static ImportedTopology read(String name) throws TopologyFormatException {
        return TopologyFiles.read(FOLDER.resolve(name), ReadSettings.DEFAULT);
    }

    private static ImportedTopology read(String name, LatencySource source) throws TopologyFormatException {
        return TopologyFiles.read(FOLDER.resolve(name), new ReadSettings(TopologyFormat.AUTO, source, 0));
    }

    private static List<String> links(Topology topology) {
        List<String> links = new ArrayList<>();
        for (int link = 0; link < topology.linkCount(); link++) {
            links.add(topology.name(topology.endA(link)) + " - " + topology.name(topology.endB(link)) + " "
                    + topology.latencyNanos(link));
        }
        return links;
    }

    @ParameterizedTest
    @CsvSource({
        "triangle.gml, gml",
        "shadow.gml, gml",
        "shadow.graphml, graphml",
        "small-sndlib.xml, sndlib-xml",
        "small.native, sndlib-native",
        "small.latencies.intra, rocketfuel-latencies",
        "small.weights.intra, rocketfuel-weights",
        "small.cch, rocketfuel-cch",
        "small.graph, repetita",
        "small.brite, brite",
        "small.inet, inet",
        "orbis-small.txt, orbis",
        "small-snap.txt, snap",
        "small.json, meshnet-json",
        "small.csv, csv",
        "small-matrix.tsv, matrix",
        "named-matrix.csv, matrix",
        "small.dot, dot"
    })
    void areRecognised(String name, String format) throws Exception {
        assertThat(read(name).attributes().format()).isEqualTo(format);
    }

    @Test
    void readGmlTolerantly() throws Exception {
        ImportedTopology read = read("triangle.gml");
        assertThat(read.topology().names()).containsExactly("Köln", "Bonn & Rhein", "Trier");
        assertThat(read.topology().indexOf("x")).isEqualTo(2);
        assertThat(read.report().parallelLinks()).isEqualTo(1);
        assertThat(read.attributes().weightUnit()).isEqualTo("km (edge attr dist)");
        assertThat(read.attributes().weights()).containsExactly(24, 113.5);
        assertThat(links(read("triangle.gml", LatencySource.DISTANCE).topology()))
                .containsExactly("Köln - Bonn & Rhein 120000", "Bonn & Rhein - Trier 567500");
    }

    @Test
    void readShadowsAttributes() throws Exception {
        ImportedTopology gml = read("shadow.gml");
        assertThat(links(gml.topology())).containsExactly("0 - 1 50000000");
        assertThat(gml.report().selfLoops()).isEqualTo(1);
        assertThat(gml.attributes().jitterNanos()).containsExactly(500_000);
        assertThat(gml.attributes().lossPpm()).containsExactly(10_000);
        ImportedTopology graphMl = read("shadow.graphml");
        assertThat(links(graphMl.topology())).containsExactly("poi-1 - poi-2 50500000");
        assertThat(graphMl.attributes().jitterNanos()).containsExactly(2_000_000);
        assertThat(graphMl.attributes().lossPpm()).containsExactly(50_000);
    }

    @Test
    void readSndlibWithDistances() throws Exception {
        for (String name : List.of("small-sndlib.xml", "small.native")) {
            ImportedTopology read = read(name);
            assertThat(links(read.topology())).containsExactly("A - B -1");
            // A degree of the equator: 2πR/360.
            assertThat(read.attributes().weights()[0]).isCloseTo(111.195080, within(1e-6));
            assertThat(links(read(name, LatencySource.DISTANCE).topology())).containsExactly("A - B 555975");
        }
    }

    @Test
    void readSndlibNativeWithAnIndentedHeader() throws Exception {
        String text = "\n  ?SNDlib native format; type: network; version: 1.0\nNODES (\n A ( 0 0 ) B ( 1 0 )\n)\n"
                + "LINKS ( L (A B) 0 0 0 0 ( ) )\n";
        assertThat(links(read("a.txt", text).topology())).containsExactly("A - B -1");
    }

    @Test
    void readRocketfuel() throws Exception {
        assertThat(links(read("small.latencies.intra").topology()))
                .containsExactly("Perth,+Australia1 - Sydney,+Australia2 17000000");
        assertThat(read("small.weights.intra").attributes().weights()).containsExactly(2.5);
        assertThat(links(read("small.weights.intra").topology())).allMatch(link -> link.endsWith(" -1"));
        ImportedTopology map = read("small.cch");
        assertThat(links(map.topology())).containsExactly("1 - 2 -1", "1 - 3 -1");
        assertThat(map.report().linksInFile()).isEqualTo(4);
        assertThat(map.attributes().notes()).containsExactly("1 lines of external addresses left out");
    }

    @Test
    void readGeneratedNetworks() throws Exception {
        ImportedTopology repetita = read("small.graph");
        assertThat(links(repetita.topology())).containsExactly("Left - Right 1500000");
        assertThat(repetita.attributes().bandwidthBps()).containsExactly(2_400_000_000L);
        assertThat(links(read("small.brite").topology())).containsExactly("0 - 1 1040000");
        assertThat(read("small.inet").attributes().weights()).containsExactly(1973, 27);
        assertThat(links(read("orbis-small.txt").topology())).containsExactly("0 - 1 -1", "1 - 2 -1");
        assertThat(links(read("small-snap.txt").topology())).containsExactly("10 - 20 -1", "20 - 30 -1");
    }

    @Test
    void readMeshnetJsonWithQualitiesAndUndeclaredNodes() throws Exception {
        ImportedTopology read = read("small.json");
        assertThat(read.topology().names()).containsExactly("0", "0001", "elsewhere");
        assertThat(read.topology().indexOf("gateway")).isZero();
        assertThat(read.attributes().lossPpm()).containsExactly(200_000, -1);
    }

    @Test
    void readCsvWithUnits() throws Exception {
        ImportedTopology read = read("small.csv");
        assertThat(links(read.topology())).containsExactly("Berlin, Mitte - Hamburg 3500000", "Hamburg - Kiel 900000");
        assertThat(read.attributes().bandwidthBps()).containsExactly(10_000_000, -1);
        assertThat(read.attributes().lossPpm()).containsExactly(10_000, -1);
        assertThat(read.attributes().notes()).containsExactly("columns without a meaning here: colour");
    }

    @Test
    void readMatricesAsHalfRoundTrips() throws Exception {
        assertThat(links(read("small-matrix.tsv").topology()))
                .containsExactly("0 - 1 5000000", "0 - 2 15000000", "1 - 2 10000000");
        assertThat(links(read("named-matrix.csv").topology()))
                .containsExactly("A - B 5000000", "A - C 15000000", "B - C 10000000");
        ReadSettings nearest = new ReadSettings(TopologyFormat.AUTO, LatencySource.ATTRIBUTE, 1);
        assertThat(links(TopologyFiles.read(FOLDER.resolve("small-matrix.tsv"), nearest)
                        .topology()))
                .containsExactly("0 - 1 5000000", "1 - 2 10000000");
    }

    @Test
    void readDotWithChainsAndSubgraphs() throws Exception {
        ImportedTopology read = read("small.dot");
        assertThat(read.topology().indexOf("Alpha")).isEqualTo(read.topology().indexOf("a"));
        assertThat(links(read.topology()))
                .containsExactlyInAnyOrder(
                        "a - b 5000000",
                        "b - c 5000000",
                        "b - d 5000000",
                        "e - f 2000000",
                        "a - quoted\" node 2000000");
    }

    @Test
    void ignoreLatenciesWhereAllLinksAreToBeAlike() throws Exception {
        assertThat(links(read("small.brite", LatencySource.CONSTANT).topology()))
                .containsExactly("0 - 1 -1");
    }

    @Test
    void findNodesByLabelUnlessItIsAmbiguous() throws Exception {
        String text = "graph [ node [ id 7 label \"x\" ] node [ id 8 label \"x\" ] node [ id 9 label \"y\" ] ]";
        Topology topology = read("a.gml", text).topology();
        assertThat(topology.names()).containsExactly("7", "8", "9");
        assertThat(topology.indexOf("y")).isEqualTo(2);
        assertThat(topology.indexOf("x")).isEqualTo(-1);
        assertThat(topology.nodesWithAlias("x")).containsExactly(0, 1);
    }

    @Test
    void areUnpackedIfTheyAreGzip() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("a,b,2\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("links.CSV.gz");
        Files.write(file, packed.toByteArray());
        assertThat(links(TopologyFiles.read(file, ReadSettings.DEFAULT).topology()))
                .containsExactly("a - b 2000000");
        Files.write(file, Arrays.copyOf(packed.toByteArray(), 15));
        assertThatThrownBy(() -> TopologyFiles.read(file, ReadSettings.DEFAULT))
                .hasMessageContaining("the gzip file is damaged");
    }

    @Test
    void areRefusedInArchivesByName() throws Exception {
        Path file = folder.resolve("a.zip");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> TopologyFiles.read(file, ReadSettings.DEFAULT)).hasMessageContaining("a zip archive");
        byte[] tar = new byte[512];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        Files.write(file, tar);
        assertThatThrownBy(() -> TopologyFiles.read(file, ReadSettings.DEFAULT)).hasMessageContaining("a tar archive");
    }

    @Test
    void areReadInTheEncodingOfTheirMark() throws Exception {
        byte[] utf16 = "\uFEFFKöln,東京,2\n".getBytes(StandardCharsets.UTF_16LE);
        Path file = folder.resolve("a.csv");
        Files.write(file, utf16);
        assertThat(links(TopologyFiles.read(file, ReadSettings.DEFAULT).topology()))
                .containsExactly("Köln - 東京 2000000");
    }

    private static ImportedTopology read(String name, String text) throws TopologyFormatException {
        return TopologyFiles.read(NetworkFile.of(name, text.getBytes(StandardCharsets.UTF_8)), ReadSettings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.gml|graph [~ node [ id 1 ]~ edge [ source 1 target 2 ]~]|3|25|does not declare",
                "a.gml|graph [~ node [ id 1 ] node [ id 1 ]~]|2|26|a second node",
                "a.gml|graph [ node [ id 1 ]|1|22|the file ends here",
                "a.gml|graph [ node [ label 1 ] ]|1|9|node without id",
                "a.gml|graph [~ node [ id 1 ]~ edge [ source 1 target 1 latency \"5 parsecs\" ]~]|3|35|latency is '5 parsecs'",
                "a.gml|~graph [ node [ id \"1 ] ]|2|19|a quote without an end",
                "a.xml|<network xmlns=\"sndlib\"/>|0|0|no <networkStructure>",
                "a.xml|<project/>|1|11|expected <network>",
                "a.native|?SNDlib native~NODES ( A ( 1.0 x ) )|2|17|the latitude",
                "a.native|?SNDlib native~NODES ( A )~LINKS ( L ( A B ) )|3|15|does not declare",
                "latencies.intra|a b 1~a b|2|1|expected two routers",
                "latencies.intra|a b 1~a b -1|2|5|0 or more",
                "a.cch|1 @X (1) -> <2> =x r0~nonsense|2|1|expected a router",
                "a.graph|NODES 1~label x y~A 0|3|1|label x y",
                "a.graph|NODES 2~label x y~A 0 0|4|1|the file ends here",
                "a.brite|Topology: (1 Nodes)~Nodes: (1)~0 x 2|3|3|x is 'x'",
                "a.inet|1 1~0 5 5~0 9 1|3|3|does not declare",
                "a.json|{\"nodes\": [~ {\"name\": \"x\"}]}|2|2|without id",
                "a.json|{\"links\": [ {\"source\": 1~|2|1|not well-formed JSON",
                "a.json|{\"things\": []}|1|1|neither a list nodes",
                "a.csv|from,to,loss~a,b,7|2|5|a probability from 0 to 1",
                "a.csv|a,b,1,2,3,4|1|1|found 6 columns",
                "m.tsv|0~1,2,3|1|1|found 1 columns",
                "a.dot|graph { a -- }|1|14|expected a node",
                "a.dot|graph {~ a -- b [latency=x] }|2|18|latency is 'x'",
                "a.dot|graph { a --|1|13|the file ends here",
                "a.unknown|one two three|0|0|the format is not recognised"
            })
    void sayWhereAndWhatIsWrong(String name, String text, int line, int column, String sentence) {
        TopologyFormatException refusal =
                catchThrowableOfType(TopologyFormatException.class, () -> read(name, text.replace('~', '\n')));
        assertThat(refusal).as(text).isNotNull().hasMessageContaining(sentence);
        assertThat(refusal.line()).as(refusal.getMessage()).isEqualTo(line);
        assertThat(refusal.column()).as(refusal.getMessage()).isEqualTo(column);
    }

    @Test
    void followNoEntities() {
        assertThatThrownBy(() -> read(
                        "a.xml",
                        "<!DOCTYPE network [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><network"
                                + " xmlns=\"sndlib\">&x;</network>"))
                .isInstanceOf(TopologyFormatException.class)
                .hasMessageContaining("declares a document type");
    }
}
