package hopscope.topology.format;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import hopscope.topology.ImportReport;
import hopscope.topology.ImportedTopology;
import hopscope.topology.Topology;
import hopscope.topology.TopologyBuilder;
import hopscope.topology.TopologyFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTextTest {
    private static ImportedTopology awkward() {
        TopologyBuilder builder = new TopologyBuilder();
        int zurich = builder.node("Zürich \"&\" 東京, A;B");
        int plain = builder.node("plain");
        int third = builder.node("C #3");
        builder.link(zurich, plain, 1_500_000).link(plain, third, 1).link(third, zurich, 2_000_000_000);
        return new ImportedTopology(builder.build(), new ImportReport(3, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAPHML", "GML", "CSV", "MESHNET_JSON", "DOT"})
    void isReadBack(TopologyFormat format) throws Exception {
        ImportedTopology written = awkward();
        String text = NetworkText.of(written, format, "a test");
        Topology read = TopologyFiles.read(
                        NetworkFile.of("network", text.getBytes(StandardCharsets.UTF_8)), ReadSettings.DEFAULT)
                .topology();
        assertThat(read.names())
                .containsExactlyInAnyOrderElementsOf(written.topology().names());
        assertThat(read.linkCount()).isEqualTo(3);
        for (int link = 0; link < 3; link++) {
            int a = read.indexOf(written.topology().name(written.topology().endA(link)));
            int b = read.indexOf(written.topology().name(written.topology().endB(link)));
            assertThat(read.latencyNanos(read.linkBetween(a, b)))
                    .isEqualTo(written.topology().latencyNanos(link));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GRAPHML, true, true",
        "GRAPHML, false, true",
        "GML, true, true",
        "GML, false, true",
        "MESHNET_JSON, true, true",
        "MESHNET_JSON, false, true",
        "DOT, false, true",
        "CSV, true, false",
        "SNAP, true, false"
    })
    void keepsCoordinatesWhereTheFormatHasAPlace(TopologyFormat format, boolean degrees, boolean kept)
            throws Exception {
        String places = degrees
                ? "Longitude 13.40 Latitude 52.52 ] node [ id 2 Longitude -0.1278 Latitude 51.5e0"
                : "graphics [ x 1200.5 y -3.25 ] ] node [ id 2 graphics [ x 0 y 7 ]";
        String source = "graph [ node [ id 1 " + places + " ] node [ id 3 ] edge [ source 1 target 2 ] ]";
        ImportedTopology written = read("a.gml", source);
        ImportedTopology read = read("network", NetworkText.of(written, format, "a test"));
        assertThat(read.attributes().geographic()).isEqualTo(degrees && kept);
        for (int node = 0; node < 2; node++) {
            int same = read.topology().indexOf(written.topology().name(node));
            if (kept) {
                assertThat(read.attributes().x()[same])
                        .isEqualTo(written.attributes().x()[node]);
                assertThat(read.attributes().y()[same])
                        .isEqualTo(written.attributes().y()[node]);
            } else {
                assertThat(read.attributes().x()).containsOnly(Double.NaN);
            }
        }
        if (kept) {
            assertThat(read.attributes().x()[read.topology().indexOf("3")]).isNaN();
        }
    }

    @Test
    void drawsAMapOfDegreesRightInDot() throws Exception {
        ImportedTopology written = read("a.gml", "graph [ node [ id 1 Longitude 13.4 Latitude 52.5 ] ]");
        ImportedTopology read = read("a.dot", NetworkText.of(written, TopologyFormat.DOT, ""));
        assertThat(read.attributes().geographic()).isFalse();
        assertThat(read.attributes().x()[0]).isEqualTo(13.4);
        assertThat(read.attributes().y()[0]).isEqualTo(-52.5);
    }

    private static ImportedTopology read(String name, String text) throws TopologyFormatException {
        return TopologyFiles.read(NetworkFile.of(name, text.getBytes(StandardCharsets.UTF_8)), ReadSettings.DEFAULT);
    }

    @Test
    void numbersTheNodesOfAnEdgeList() {
        assertThat(NetworkText.of(awkward(), TopologyFormat.SNAP, ""))
                .isEqualTo("# FromNodeId\tToNodeId\n0\t1\n0\t2\n1\t2\n");
    }

    /** Whatever is done to a file, it is read or refused, never more. */
    @Test
    void isReadOrRefusedHoweverItIsDamaged() throws Exception {
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of("src", "test", "resources", "networks"))) {
            files = listed.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(15);
        int refused = 0;
        for (Path file : files) {
            byte[] original = Files.readAllBytes(file);
            for (long seed = 0; seed < 300; seed++) {
                byte[] damaged = damaged(original, new RandomStream(seed));
                String name = String.valueOf(file.getFileName());
                try {
                    TopologyFiles.read(NetworkFile.of(name, damaged), ReadSettings.DEFAULT);
                } catch (TopologyFormatException refusal) {
                    refused++;
                    assertThat(refusal.getMessage())
                            .as("%s, seed %d", name, seed)
                            .isNotBlank();
                } catch (RuntimeException | StackOverflowError crash) {
                    throw new AssertionError(name + ", seed " + seed, crash);
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static byte[] damaged(byte[] original, RandomStream random) {
        String signs = "[]{}()<>\"',;:=-+#&\n\t 0e9.%";
        byte[] bytes = original.clone();
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) signs.charAt(random.nextInt(signs.length()));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    int from = random.nextInt(bytes.length);
                    System.arraycopy(
                            bytes.clone(),
                            Math.min(at, from),
                            bytes,
                            Math.max(at, from),
                            Math.min(20, bytes.length - Math.max(at, from)));
                }
            }
        }
        return bytes;
    }
}
