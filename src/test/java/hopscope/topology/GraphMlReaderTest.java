package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hopscope.topology.format.GraphMlReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphMlReaderTest {
    private static final String HEAD = "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
            + "<key id=\"l\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
            + "<key id=\"t\" for=\"edge\" attr.name=\"latency_ms\" attr.type=\"double\"/>\n"
            + "<graph edgedefault=\"undirected\">\n";
    private static final String TAIL = "</graph></graphml>\n";
    private static final String TWO_NODES = "<node id=\"a\"/><node id=\"b\"/>\n";

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("network.graphml"), text);
    }

    private ImportedTopology read(String body) throws Exception {
        return GraphMlReader.read(file(HEAD + body + TAIL));
    }

    private TopologyFormatException refusal(String text) throws IOException {
        return refusal(file(text));
    }

    private static TopologyFormatException refusal(Path file) {
        TopologyFormatException refusal =
                catchThrowableOfType(TopologyFormatException.class, () -> GraphMlReader.read(file));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static String labelled(String id, String label) {
        return "<node id=\"" + id + "\"><data key=\"l\">" + label + "</data></node>";
    }

    @Test
    void namesNodesByTheirLabels() throws Exception {
        Topology topology = read(labelled("0", " New York ") + labelled("1", "K&#246;ln &amp; Bonn"))
                .topology();
        assertThat(topology.names()).containsExactly("New York", "Köln & Bonn");
    }

    @Test
    void namesNodesByTheirIdsWhenALabelRepeats() throws Exception {
        Topology topology = read(labelled("0", "x") + labelled("1", "x")).topology();
        assertThat(topology.names()).containsExactly("0", "1");
    }

    @Test
    void namesNodesByTheirIdsWhenALabelIsMissing() throws Exception {
        Topology topology = read(labelled("0", "x") + "<node id=\"1\"/>").topology();
        assertThat(topology.names()).containsExactly("0", "1");
    }

    @Test
    void ignoresTheLabelsOfLinks() throws Exception {
        String text = HEAD.replace("for=\"node\"", "for=\"edge\"") + TWO_NODES
                + "<edge source=\"a\" target=\"b\"><data key=\"l\">fast</data></edge>" + TAIL;
        assertThat(GraphMlReader.read(file(text)).topology().names()).containsExactly("a", "b");
    }

    @Test
    void reportsWhatItDroppedAndMerged() throws Exception {
        ImportedTopology imported = read("<node id=\"a\"/><node id=\"b\"/><node id=\"c\"/><node id=\"d\"/>"
                + "<edge source=\"a\" target=\"b\"/><edge source=\"b\" target=\"a\"/><edge source=\"a\" target=\"b\"/>"
                + "<edge source=\"c\" target=\"c\"/><edge source=\"a\" target=\"d\"/>");
        assertThat(Networks.links(imported.topology())).containsExactly("0-1", "0-3");
        assertThat(imported.report()).isEqualTo(new ImportReport(5, 1, 2, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "5.729, 5729000",
        "0, 0",
        "0.0000004, 0",
        "0.0000015, 2",
        "1e-99999999, 0",
        "1.5E1, 15000000",
        "3600000, 3600000000000",
        "' 2 ', 2000000",
    })
    void readsLatencyToTheNanosecond(String written, long nanos) throws Exception {
        Topology topology = read(TWO_NODES + "<edge source=\"a\" target=\"b\"><data key=\"t\">" + written
                        + "</data></edge>")
                .topology();
        assertThat(topology.latencyNanos(0)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "NaN", "3600000.001", "1e99999999", "5ms", "", "1,5", "0x10"})
    void refusesALatencyThatIsNone(String written) throws Exception {
        TopologyFormatException refusal = refusal(HEAD + TWO_NODES + "<edge source=\"a\" target=\"b\"><data key=\"t\">"
                + written + "</data></edge>" + TAIL);
        assertThat(refusal).hasMessage("latency_ms is '" + written + "', expected milliseconds from 0 to 3600000");
        assertThat(refusal.line()).isEqualTo(6);
    }

    @Test
    void leavesALatencyOutWhereTheFileGivesNone() throws Exception {
        Topology topology =
                read(TWO_NODES + "<edge source=\"a\" target=\"b\"/>").topology();
        assertThat(topology.latencyNanos(0)).isEqualTo(Topology.NO_LATENCY);
    }

    @Test
    void takesTheDeclaredDefaultLatencyWhereALinkGivesNone() throws Exception {
        String head = HEAD.replace("attr.type=\"double\"/>", "attr.type=\"double\"><default>3</default></key>");
        Topology topology = GraphMlReader.read(file(head + TWO_NODES + "<edge source=\"a\" target=\"b\"/>" + TAIL))
                .topology();
        assertThat(topology.latencyNanos(0)).isEqualTo(3_000_000);
    }

    @Test
    void keepsTheSmallestLatencyOfParallelLinks() throws Exception {
        Topology topology = read(TWO_NODES + "<edge source=\"a\" target=\"b\"><data key=\"t\">7</data></edge>"
                        + "<edge source=\"b\" target=\"a\"><data key=\"t\">5</data></edge>")
                .topology();
        assertThat(topology.latencyNanos(0)).isEqualTo(5_000_000);
    }

    @Test
    void readsLinksWrittenBeforeTheirNodes() throws Exception {
        Topology topology =
                read("<edge source=\"a\" target=\"b\"/>" + TWO_NODES).topology();
        assertThat(Networks.links(topology)).containsExactly("0-1");
    }

    @Test
    void readsAFileWithoutANamespace() throws Exception {
        String text = "<graphml><graph><node id=\"a\"/><node id=\"b\"/></graph></graphml>";
        assertThat(GraphMlReader.read(file(text)).topology().nodeCount()).isEqualTo(2);
    }

    @Test
    void namesNodesByTheLabelsThatYedDraws() throws Exception {
        String text = "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
                + " xmlns:y=\"http://www.yworks.com/xml/graphml\">"
                + "<key for=\"graphml\" id=\"d0\" yfiles.type=\"resources\"/>"
                + "<key for=\"node\" id=\"d9\" yfiles.type=\"nodegraphics\"/><graph>"
                + "<node id=\"n0\"><data key=\"d9\"><y:ShapeNode><y:NodeLabel>Paris<y:Model/></y:NodeLabel>"
                + "<y:NodeLabel>second line</y:NodeLabel></y:ShapeNode></data></node>"
                + "<node id=\"n1\"><data key=\"d9\"><y:ShapeNode><y:NodeLabel>Rome</y:NodeLabel></y:ShapeNode></data>"
                + "</node></graph></graphml>";
        assertThat(GraphMlReader.read(file(text)).topology().names()).containsExactly("Paris", "Rome");
    }

    @Test
    void pointsAtALinkToAnUnknownNode() throws Exception {
        TopologyFormatException refusal = refusal(HEAD + TWO_NODES + "  <edge source=\"a\" target=\"q\"/>\n" + TAIL);
        assertThat(refusal).hasMessageContaining("node 'q', which the file does not declare");
        assertThat(refusal.line()).isEqualTo(6);
        assertThat(refusal.column()).isPositive();
    }

    @Test
    void pointsAtANodeIdThatRepeats() throws Exception {
        TopologyFormatException refusal = refusal(HEAD + TWO_NODES + "<node id=\"a\"/>" + TAIL);
        assertThat(refusal).hasMessageContaining("second node with the id 'a'");
        assertThat(refusal.line()).isEqualTo(6);
    }

    @Test
    void pointsAtBrokenXmlInEnglishInAnyLocale() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            TopologyFormatException refusal = refusal(HEAD + "<node id=\"a\">\n</graph>");
            assertThat(refusal)
                    .hasMessageStartingWith("not well-formed XML: ")
                    .hasMessageContaining("must be terminated");
            assertThat(refusal.line()).isEqualTo(6);
            assertThat(refusal.column()).isPositive();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesWhatIsNotOneFlatGraph() throws Exception {
        assertThat(refusal("<html><body/></html>")).hasMessage("the outermost element is <html>, expected <graphml>");
        assertThat(refusal("graph [\n node [ id 0 ]\n]")).hasMessageStartingWith("not well-formed XML: ");
        assertThat(refusal("")).hasMessageStartingWith("not well-formed XML: ");
        assertThat(refusal("<graphml/>")).hasMessage("the file holds no <graph>");
        assertThat(refusal(HEAD + TAIL)).hasMessage("the graph has no nodes");
        assertThat(refusal(HEAD + "<node id=\"g\"><graph/></node>" + TAIL)).hasMessageContaining("one flat graph");
        assertThat(refusal(HEAD + "</graph><graph>" + TAIL)).hasMessageContaining("a second <graph>");
        assertThat(refusal(HEAD + "<hyperedge/>" + TAIL)).hasMessageContaining("<hyperedge> is not supported");
        assertThat(refusal(HEAD + "<node/>" + TAIL)).hasMessage("<node> without id=\"…\"");
        assertThat(refusal(HEAD + TWO_NODES + "<edge source=\"a\"/>" + TAIL)).hasMessage("<edge> without target=\"…\"");
    }

    @Test
    void neverFollowsAnExternalEntity() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "private");
        TopologyFormatException refusal = refusal("<!DOCTYPE graphml [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n"
                + HEAD + labelled("a", "&e;") + TAIL);
        assertThat(refusal).hasMessageContaining("declares a document type").hasMessageNotContaining("private");
        assertThat(refusal.line()).isEqualTo(1);
    }

    @Test
    void refusesEntitiesThatMultiply() throws Exception {
        assertThat(refusal("<!DOCTYPE g [<!ENTITY a \"xx\"><!ENTITY b \"&a;&a;\">]>" + HEAD + "&b;" + TAIL))
                .hasMessageContaining("declares a document type");
    }

    @Test
    void refusesAFileThatIsNotThereOrNoFile() {
        assertThat(refusal(folder.resolve("none.graphml"))).hasMessage("there is no such file");
        assertThat(refusal(folder)).hasMessage("this is a folder, expected a GraphML file");
    }

    @Test
    void refusesAFileAboveTheLimit() throws Exception {
        Path large = folder.resolve("large.graphml");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(GraphMlReader.FILE_BYTES_MAX + 1);
        }
        assertThat(refusal(large)).hasMessage("the file has 67108865 bytes, at most 67108864 are read");
    }

    @Test
    void refusesAWrongEncoding() throws Exception {
        Path latin = folder.resolve("latin.graphml");
        Files.write(latin, (HEAD + labelled("a", "Köln") + TAIL).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal(latin)).hasMessageContaining("not encoded as its XML declaration says");
    }
}
