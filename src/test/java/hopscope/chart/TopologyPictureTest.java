package hopscope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.topology.ImportedTopology;
import hopscope.topology.format.ReadSettings;
import hopscope.topology.format.TopologyFiles;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyPictureTest {
    private static final int SIDE = 1600;
    private static final int MARGIN = 80;

    @TempDir
    private Path folder;

    private ImportedTopology network(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return TopologyFiles.read(file, ReadSettings.DEFAULT);
    }

    private ImportedTopology triangle() throws Exception {
        return network("triangle.gml", """
                graph [
                  node [ id 0 label "west" graphics [ x 0 y 50 ] ]
                  node [ id 1 label "north" graphics [ x 50 y 0 ] ]
                  node [ id 2 label "east" graphics [ x 100 y 50 ] ]
                  edge [ source 0 target 1 ]
                  edge [ source 1 target 2 ]
                ]
                """);
    }

    private BufferedImage png(ImportedTopology network) throws Exception {
        Path file = folder.resolve("network.png");
        TopologyPicture.write(network, file);
        return ImageIO.read(file.toFile());
    }

    private static boolean isBlue(int rgb) {
        Color color = new Color(rgb);
        return color.getBlue() > 140 && color.getRed() < 80;
    }

    private static int left(ImportedTopology network, int node) {
        return (int) Math.round(MARGIN + TopologyPicture.places(network)[0][node] * (SIDE - 2 * MARGIN));
    }

    private static int top(ImportedTopology network, int node) {
        return (int) Math.round(MARGIN + TopologyPicture.places(network)[1][node] * (SIDE - 2 * MARGIN));
    }

    @Test
    void paintsNodesAndLinksOfAPngWhereTheyAre() throws Exception {
        ImportedTopology network = triangle();
        BufferedImage image = png(network);
        assertThat(image.getWidth()).isEqualTo(SIDE);
        assertThat(image.getHeight()).isEqualTo(SIDE);
        for (int node = 0; node < 3; node++) {
            assertThat(isBlue(image.getRGB(left(network, node), top(network, node))))
                    .as("node %d", node)
                    .isTrue();
        }
        int[][] links = {{0, 1, 1}, {1, 2, 1}, {0, 2, 0}};
        for (int[] link : links) {
            int x = (left(network, link[0]) + left(network, link[1])) / 2;
            int y = (top(network, link[0]) + top(network, link[1])) / 2;
            boolean painted = new Color(image.getRGB(x, y)).getRed() < 200;
            assertThat(painted).as("link %d-%d", link[0], link[1]).isEqualTo(link[2] == 1);
        }
    }

    @Test
    void keepsTheShapeThatCoordinatesGive() throws Exception {
        ImportedTopology network = triangle();
        assertThat(left(network, 0)).isLessThan(left(network, 1));
        assertThat(left(network, 1)).isLessThan(left(network, 2));
        assertThat(top(network, 1)).isLessThan(top(network, 0));
        assertThat(top(network, 0)).isEqualTo(top(network, 2));
    }

    @Test
    void writesNamesIntoAPng() throws Exception {
        String unnamed =
                "graph [ node [ id 0 label \".\" graphics [ x 0 y 0 ] ] node [ id 1 label \",\" graphics [ x 9 y 9 ] ] ]";
        String named = unnamed.replace("\".\"", "\"Hauptbahnhof\"");
        assertThat(blackPixels(png(network("named.gml", named))))
                .isGreaterThan(blackPixels(png(network("unnamed.gml", unnamed))) + 100);
    }

    private static int blackPixels(BufferedImage image) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += (image.getRGB(x, y) & 0xffffff) == 0 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void drawsTheSameBytesOfTheSameNetwork() throws Exception {
        Path first = folder.resolve("first.png");
        Path second = folder.resolve("second.png");
        ImportedTopology ring = network("ring.csv", "a,b\nb,c\nc,d\nd,a\n");
        TopologyPicture.write(ring, first);
        TopologyPicture.write(ring, second);
        assertThat(first).hasSameBinaryContentAs(second);
    }

    /** Freifunk's exports call the latitude x and the longitude y: north must be up, and east to the right. */
    @Test
    void turnsFreifunksDegreesIntoAMap() throws Exception {
        ImportedTopology network = network("freifunk.json", """
                {"nodes": [
                  {"id": "hamburg", "x": 53.5511, "y": 9.9937},
                  {"id": "munich", "x": 48.1351, "y": 11.5820},
                  {"id": "cologne", "x": 50.9375, "y": 6.9603}],
                 "links": [{"source": "hamburg", "target": "munich"}, {"source": "munich", "target": "cologne"}]}
                """);
        assertThat(network.attributes().notes())
                .contains("x and y look like degrees north and east, and are drawn as a map");
        assertThat(top(network, 0)).isLessThan(top(network, 2));
        assertThat(top(network, 2)).isLessThan(top(network, 1));
        assertThat(left(network, 2)).isLessThan(left(network, 0));
        assertThat(left(network, 0)).isLessThan(left(network, 1));
        // At 51 degrees north a degree of longitude is 0.63 of one of latitude: 5.42 north to south, 4.62 · 0.63
        // across.
        double across = left(network, 1) - left(network, 2);
        double down = top(network, 1) - top(network, 0);
        assertThat(across / down).isBetween(0.50, 0.58);
        assertThat(isBlue(png(network).getRGB(left(network, 0), top(network, 0))))
                .isTrue();
    }

    @Test
    void leavesAPlanesCoordinatesAsTheyAre() throws Exception {
        ImportedTopology plane = network("plane.json", """
                {"nodes": [{"id": 1, "x": 1, "y": 2}, {"id": 2, "x": 30, "y": 4}],
                 "links": [{"source": 1, "target": 2}]}
                """);
        assertThat(plane.attributes().notes()).isEmpty();
        assertThat(plane.attributes().x()).containsExactly(1, 30);
        assertThat(plane.attributes().y()).containsExactly(2, 4);
    }

    @Test
    void refusesAnotherKindOfPicture() throws Exception {
        ImportedTopology network = triangle();
        assertThatThrownBy(() -> TopologyPicture.write(network, folder.resolve("network.jpg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".png or .svg");
    }
}
