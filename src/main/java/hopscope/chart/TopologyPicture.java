package hopscope.chart;

import hopscope.results.AtomicFile;
import hopscope.topology.ImportedTopology;
import hopscope.topology.Topology;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A picture of a network as PNG or SVG: nodes by their coordinates or by forces, larger with more neighbours, named
 * where there is room.
 */
public final class TopologyPicture {
    private static final int SIDE = 1600;
    private static final int MARGIN = 80;
    private static final int FONT_SIZE = 16;
    private static final Color LINK = new Color(0x8A, 0x93, 0x9E);
    private static final Color OUTSIDE = new Color(0xD9, 0x7A, 0x1E);
    private static final Color NODE = new Color(0x1F, 0x5A, 0xA6);

    private final Topology topology;
    private final NodePlaces places;
    private final double smallest;

    private TopologyPicture(ImportedTopology imported) {
        this.topology = imported.topology();
        this.places = NodePlaces.of(topology, imported.attributes());
        this.smallest = Math.max(1.2, Math.min(7, 60 / Math.sqrt(topology.nodeCount())));
    }

    /**
     * Draws a network; O(nodes²) where there are no coordinates, with fewer rounds for large networks.
     *
     * @param file ends in {@code .png} or {@code .svg}
     * @throws IllegalArgumentException if it does not
     * @throws hopscope.results.ResultFolderException if the system refuses
     * @throws NoFontsException if a PNG is wanted and the system has no fonts to write with
     */
    public static void write(ImportedTopology imported, Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".svg")) {
            throw new IllegalArgumentException("the picture is to be a .png or .svg file, not " + file.getFileName());
        }
        TopologyPicture picture = new TopologyPicture(imported);
        AtomicFile.write(file, name.endsWith(".png") ? picture.png() : picture.svg());
    }

    /**
     * Places for the nodes of a network, the same for the same network; cost as for {@link #write}.
     *
     * @return from 0 to 1: by node to the right, and by node downwards
     */
    public static double[][] places(ImportedTopology imported) {
        NodePlaces places = NodePlaces.of(imported.topology(), imported.attributes());
        return new double[][] {places.x, places.y};
    }

    private double left(int node) {
        return MARGIN + places.x[node] * (SIDE - 2 * MARGIN);
    }

    private double top(int node) {
        return MARGIN + places.y[node] * (SIDE - 2 * MARGIN);
    }

    private double radius(int node) {
        return smallest * (1 + 0.35 * Math.log1p(topology.degree(node)));
    }

    /** A name and where its baseline begins. */
    private record Caption(String text, double left, double baseline) {}

    /** Names of the nodes with most neighbours first, each where it covers no earlier one. */
    private List<Caption> captions() {
        List<Rectangle2D> taken = new ArrayList<>();
        List<Caption> captions = new ArrayList<>();
        List<Integer> nodes = IntStream.range(0, topology.nodeCount())
                .boxed()
                .sorted(Comparator.comparingInt(node -> -topology.degree(node)))
                .limit(2_000)
                .toList();
        for (int node : nodes) {
            String name = topology.name(node).length() > 28
                    ? topology.name(node).substring(0, 27) + "…"
                    : topology.name(node);
            double left = left(node) + radius(node) + 3;
            Rectangle2D box = new Rectangle2D.Double(
                    left, top(node) - FONT_SIZE * 0.6, name.length() * FONT_SIZE * 0.58, FONT_SIZE * 1.2);
            if (box.getMaxX() > SIDE) {
                left -= box.getWidth() + 2 * radius(node) + 6;
                box.setRect(left, box.getY(), box.getWidth(), box.getHeight());
            }
            if (taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                captions.add(new Caption(name, left, top(node) + FONT_SIZE * 0.35));
            }
        }
        return captions;
    }

    /** What the other colour means, or nothing. */
    private String legend() {
        long count = IntStream.range(0, topology.nodeCount())
                .filter(node -> places.outside[node])
                .count();
        return count == 0 ? "" : count + " nodes in orange lie farther out than drawn";
    }

    private float stroke() {
        return (float) Math.max(0.4, Math.min(2, 60.0 / Math.sqrt(topology.linkCount() + 1.0)));
    }

    private byte[] png() {
        Charts.requireHeadless();
        NoFontsException.requireFonts();
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setColor(LINK);
        pen.setStroke(new BasicStroke(stroke()));
        for (int link = 0; link < topology.linkCount(); link++) {
            int a = topology.endA(link);
            int b = topology.endB(link);
            pen.draw(new Line2D.Double(left(a), top(a), left(b), top(b)));
        }
        pen.setColor(NODE);
        for (int node = 0; node < topology.nodeCount(); node++) {
            double radius = radius(node);
            pen.setColor(places.outside[node] ? OUTSIDE : NODE);
            pen.fill(new Ellipse2D.Double(left(node) - radius, top(node) - radius, 2 * radius, 2 * radius));
        }
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE));
        pen.drawString(legend(), MARGIN / 2, SIDE - MARGIN / 3);
        captions().forEach(caption -> pen.drawString(caption.text, (float) caption.left, (float) caption.baseline));
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a picture in memory can always be encoded", impossible);
        }
        return bytes.toByteArray();
    }

    private byte[] svg() {
        StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1600 1600\">\n");
        svg.append("<rect width=\"1600\" height=\"1600\" fill=\"#ffffff\"/>\n<g stroke=\"#8a939e\" stroke-width=\"");
        svg.append(tenth(stroke())).append("\">\n");
        for (int link = 0; link < topology.linkCount(); link++) {
            int a = topology.endA(link);
            int b = topology.endB(link);
            svg.append("<line x1=\"").append(tenth(left(a))).append("\" y1=\"").append(tenth(top(a)));
            svg.append("\" x2=\"")
                    .append(tenth(left(b)))
                    .append("\" y2=\"")
                    .append(tenth(top(b)))
                    .append("\"/>\n");
        }
        svg.append("</g>\n<g fill=\"#1f5aa6\">\n");
        for (int node = 0; node < topology.nodeCount(); node++) {
            svg.append("<circle cx=\"")
                    .append(tenth(left(node)))
                    .append("\" cy=\"")
                    .append(tenth(top(node)));
            svg.append("\" r=\"").append(tenth(radius(node)));
            svg.append(places.outside[node] ? "\" fill=\"#d97a1e\"><title>" : "\"><title>");
            svg.append(escaped(topology.name(node))).append("</title></circle>\n");
        }
        svg.append("</g>\n<g font-family=\"sans-serif\" font-size=\"16\">\n");
        if (!legend().isEmpty()) {
            svg.append("<text x=\"40\" y=\"1574\">").append(legend()).append("</text>\n");
        }
        for (Caption caption : captions()) {
            svg.append("<text x=\"")
                    .append(tenth(caption.left))
                    .append("\" y=\"")
                    .append(tenth(caption.baseline));
            svg.append("\">").append(escaped(caption.text)).append("</text>\n");
        }
        return svg.append("</g>\n</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF\\p{Cs}]", " ");
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
