package hopscope.chart;

import hopscope.results.AtomicFile;
import java.awt.BasicStroke;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Two cumulative distributions of the same thing over each other, for each protocol: what was simulated as a broad pale
 * line, what was measured as a thin dark one on it.
 */
public final class OverlayChart {
    private static final BasicStroke BROAD = new BasicStroke(14f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final double PERCENT = 100;
    private static final double TOP = 1.02;

    /** A few late messages would squeeze all others into a corner. */
    private static final double SHOWN = 0.90;

    private static final int MARKERS = 9;
    private static final int MOST_POINTS = 1_000;

    private OverlayChart() {}

    /**
     * What is compared.
     *
     * @param protocol name of its entry in the scenario
     * @param simulated values in any order; not changed
     * @param measured likewise
     */
    public record Overlay(String protocol, double[] simulated, double[] measured) {}

    /**
     * Writes the chart as PNG and SVG.
     *
     * @param xTitle what the values are, with their unit
     * @param file without its ending; parent folders are made
     * @return the files written
     * @throws NoFontsException if the system has no fonts to write with
     */
    public static List<Path> write(String title, String xTitle, List<Overlay> overlays, Path file) {
        NoFontsException.requireFonts();
        XYChart chart = draw(title, xTitle, overlays);
        Path png = file.resolveSibling(file.getFileName() + ".png");
        Path svg = file.resolveSibling(file.getFileName() + ".svg");
        AtomicFile.write(png, encoded(chart, "png"));
        AtomicFile.write(svg, encoded(chart, "svg"));
        return List.of(png, svg);
    }

    private static byte[] encoded(XYChart chart, String format) {
        try {
            return ChartEncoder.getBytes(chart, format);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory can always be encoded", e);
        }
    }

    static XYChart draw(String title, String xTitle, List<Overlay> overlays) {
        XYChart chart = ChartLook.chart(title, xTitle, "delivered messages (%)");
        List<Overlay> drawn = overlays.stream()
                .filter(overlay -> overlay.simulated().length > 0 && overlay.measured().length > 0)
                .toList();
        if (drawn.isEmpty()) {
            ChartLook.emptyNote(chart, "No message was delivered on both sides.");
            return chart;
        }
        double end = drawn.stream().mapToDouble(OverlayChart::end).max().orElseThrow();
        List<Look> looks = Look.of(drawn.stream().map(Overlay::protocol).toList());
        for (int i = 0; i < drawn.size(); i++) {
            addSimulated(chart, looks.get(i), drawn.get(i), end);
        }
        for (int i = 0; i < drawn.size(); i++) {
            addMeasured(chart, looks.get(i), drawn.get(i), end);
        }
        chart.getStyler()
                .setXAxisMin(ChartLook.zero(end))
                .setXAxisMax(end)
                .setYAxisMin(ChartLook.zero(PERCENT))
                .setYAxisMax(PERCENT * TOP);
        return chart;
    }

    private static double end(Overlay overlay) {
        return 1.05 * Math.max(quantile(overlay.simulated()), quantile(overlay.measured()));
    }

    private static double quantile(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(SHOWN * sorted.length) - 1];
    }

    private static void addSimulated(XYChart chart, Look look, Overlay overlay, double end) {
        double[][] steps = steps(overlay.simulated(), end);
        String name = look.name() + ", simulated";
        XYSeries series = chart.addSeries(name, steps[0], steps[1]);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setLineColor(look.fill());
        series.setLineStyle(BROAD);
        series.setMarker(SeriesMarkers.NONE);
    }

    private static void addMeasured(XYChart chart, Look look, Overlay overlay, double end) {
        double[][] steps = steps(overlay.measured(), end);
        int last = steps[0].length - 1;
        int[] markers = IntStream.range(1, MARKERS).map(i -> i * last / MARKERS).toArray();
        String name = look.name() + ", real";
        ChartLook.line(chart, look, name, steps[0], steps[1], markers);
    }

    /** The cumulative distribution as steps from zero to the end. */
    private static double[][] steps(double[] values, double end) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int stride = Math.max(1, sorted.length / MOST_POINTS);
        double[] x = new double[2 * sorted.length / stride + 6];
        double[] y = new double[x.length];
        int count = 1;
        double share = 0;
        for (int i = 0; i < sorted.length; i += stride) {
            int through = Math.min(sorted.length, i + stride);
            double at = sorted[through - 1];
            if (at > end) {
                break;
            }
            x[count] = at;
            y[count++] = share;
            share = PERCENT * through / sorted.length;
            x[count] = at;
            y[count++] = share;
        }
        x[count] = end;
        y[count++] = share;
        return new double[][] {Arrays.copyOf(x, count), Arrays.copyOf(y, count)};
    }
}
