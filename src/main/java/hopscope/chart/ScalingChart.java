package hopscope.chart;

import hopscope.chart.ChartSheet.Entry;
import hopscope.results.AtomicFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** What runs cost by the size of the network, a line for each protocol; both axes of each panel are logarithmic. */
public final class ScalingChart {
    private static final double GIGA = 1e9;

    /** Beside the outermost points, in doublings. */
    private static final double MARGIN = 0.3;

    private static final double ROUNDING = 1e-9;

    /** Above and below them, as a ratio. */
    private static final double ROOM = 1.5;

    private ScalingChart() {}

    /**
     * One run, or the best of several.
     *
     * @param protocol a line of the chart
     * @param nodes of the network
     * @param wallSeconds NaN if it did not finish, like all that follows
     * @param eventsPerSecond of wall time
     * @param peakHeapBytes garbage included: what the run took where nobody told the JVM to take less
     * @param liveHeapBytes at its end: what it could not do without
     */
    public record Point(
            String protocol,
            int nodes,
            double wallSeconds,
            double eventsPerSecond,
            double peakHeapBytes,
            double liveHeapBytes) {}

    /**
     * Writes the chart as PNG and SVG.
     *
     * @param title what was run
     * @param caption where it was run
     * @param points of each protocol, by ascending nodes
     * @param file without its ending; parent folders are made
     * @return the files written
     * @throws hopscope.results.ResultFolderException if the system refuses
     * @throws NoFontsException if the system has no fonts to write with
     */
    public static List<Path> write(String title, String caption, List<Point> points, Path file) {
        Charts.requireHeadless();
        NoFontsException.requireFonts();
        ChartSheet sheet = draw(title, caption, points);
        List<Path> files = new ArrayList<>();
        for (String ending : List.of("png", "svg")) {
            Path written = file.resolveSibling(file.getFileName() + "." + ending);
            AtomicFile.write(written, Charts.encoded(sheet, ending));
            files.add(written);
        }
        return files;
    }

    static ChartSheet draw(String title, String caption, List<Point> points) {
        List<Look> looks =
                Look.of(points.stream().map(Point::protocol).distinct().toList());
        List<Entry> legend =
                looks.stream().map(look -> new Entry(look, entry(look, points))).toList();
        List<Panel> panels = List.of(
                panel("Wall time", "s", points, looks, Point::wallSeconds),
                panel("Events a second", "events/s", points, looks, Point::eventsPerSecond),
                panel("Peak memory, garbage included", "GB", points, looks, point -> point.peakHeapBytes() / GIGA),
                panel("Live memory at the end", "GB", points, looks, point -> point.liveHeapBytes() / GIGA));
        return new ChartSheet("scaling", title, caption, legend, panels);
    }

    /** The protocol, and from where on its line is missing. */
    private static String entry(Look look, List<Point> points) {
        return points.stream()
                .filter(point -> point.protocol().equals(look.name()) && Double.isNaN(point.wallSeconds()))
                .findFirst()
                .map(point -> look.name() + " (not finished: " + Ticks.plain(point.nodes()) + " nodes)")
                .orElse(look.name());
    }

    private static Panel panel(
            String title, String unit, List<Point> points, List<Look> looks, ToDoubleFunction<Point> figure) {
        XYChart chart = ChartLook.panel(title, "", unit);
        int smallest = points.stream().mapToInt(Point::nodes).min().orElse(1);
        int largest = points.stream().mapToInt(Point::nodes).max().orElse(1);
        int doublings = Math.max(1, (int) Math.ceil(doublings(largest, smallest) - ROUNDING));
        nodeAxis(chart, doublings);
        costScale(points.stream().mapToDouble(figure).filter(cost -> cost > 0).summaryStatistics())
                .toY(chart);
        for (Look look : looks) {
            List<Point> line = points.stream()
                    .filter(point -> point.protocol().equals(look.name()) && figure.applyAsDouble(point) > 0)
                    .toList();
            if (!line.isEmpty()) {
                double[] x = line.stream()
                        .mapToDouble(point -> doublings(point.nodes(), smallest))
                        .toArray();
                double[] y = line.stream().mapToDouble(figure).toArray();
                ChartLook.line(
                        chart,
                        look,
                        look.name(),
                        x,
                        y,
                        IntStream.range(0, x.length).toArray());
            }
        }
        return new Panel(chart, "nodes", nodeLabels(smallest, doublings), List.of(), List.of());
    }

    /** An axis of doublings, at which the panel writes the nodes: a logarithmic one would have room for a power of ten. */
    private static void nodeAxis(XYChart chart, int doublings) {
        chart.getStyler().setXAxisMin(-MARGIN).setXAxisMax(doublings + MARGIN);
        chart.getStyler().setXAxisTicksVisible(false).setXAxisTitleVisible(false);
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
    }

    private static List<String> nodeLabels(int smallest, int doublings) {
        return IntStream.rangeClosed(0, doublings)
                .mapToObj(i -> Ticks.plain(smallest * StrictMath.pow(2, i)))
                .toList();
    }

    private static double doublings(int nodes, int smallest) {
        return StrictMath.log((double) nodes / smallest) / StrictMath.log(2);
    }

    private static Scale costScale(DoubleSummaryStatistics costs) {
        return costs.getCount() == 0
                ? new Scale(1, ROOM, true)
                : new Scale(costs.getMin() / ROOM, costs.getMax() * ROOM, true);
    }
}
