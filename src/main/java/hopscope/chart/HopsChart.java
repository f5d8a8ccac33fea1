package hopscope.chart;

import hopscope.results.HopCounts;
import hopscope.results.SavedResults;
import java.awt.BasicStroke;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How many links messages crossed, over all runs of a protocol: as a histogram and as its cumulative distribution. */
final class HopsChart {
    private static final String X_TITLE = "links crossed until first delivery";
    /** XChart spaces ticks so that no label repeats; with labels without fraction that means whole steps. */
    private static final String WHOLE = "0";

    private static final double PERCENT = 100;
    private static final BasicStroke BAR_IN_LEGEND = new BasicStroke(14f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final double BARS_WIDTH = 0.8;
    private static final double HEADROOM = 1.08;

    /** So that a line at 100 % is not cut. */
    private static final double TOP = 1.02;

    private HopsChart() {}

    static XYChart histogram(SavedResults results) {
        XYChart chart = ChartLook.chart(
                results.scenario().name() + ": hop counts of delivered messages",
                X_TITLE,
                "share of delivered messages (%)");
        List<Look> drawn = drawn(results);
        if (drawn.isEmpty()) {
            return empty(chart);
        }
        double tallest = 0;
        for (int i = 0; i < drawn.size(); i++) {
            HopCounts hops = results.hopsOf(drawn.get(i).name());
            addBars(chart, drawn.get(i), hops, i, drawn.size());
            for (long count : hops.counts()) {
                tallest = Math.max(tallest, PERCENT * count / hops.total());
            }
        }
        chart.getStyler()
                .setXAxisMin(shortest(results, drawn) - 0.5)
                .setXAxisMax(longest(results, drawn) + 0.5)
                .setYAxisMin(ChartLook.zero(tallest))
                .setYAxisMax(tallest * HEADROOM)
                .setPlotGridVerticalLinesVisible(false)
                .setXAxisDecimalPattern(WHOLE);
        return chart;
    }

    static XYChart cumulative(SavedResults results) {
        XYChart chart = ChartLook.chart(
                results.scenario().name() + ": cumulative hop counts of delivered messages",
                X_TITLE,
                "messages delivered within so many links (%)");
        List<Look> drawn = drawn(results);
        if (drawn.isEmpty()) {
            return empty(chart);
        }
        int longest = longest(results, drawn);
        for (Look look : drawn) {
            addSteps(chart, look, results.hopsOf(look.name()), longest + 1);
        }
        chart.getStyler()
                .setXAxisMin(ChartLook.zero(longest))
                .setXAxisMax(longest + 1.0)
                .setYAxisMin(ChartLook.zero(PERCENT))
                .setYAxisMax(PERCENT * TOP)
                .setXAxisDecimalPattern(WHOLE);
        return chart;
    }

    /** One outline for all bars of a protocol: up, across and down each bar, along the ground between them. */
    private static void addBars(XYChart chart, Look look, HopCounts hops, int index, int count) {
        int bars = hops.counts().length;
        double width = BARS_WIDTH / count;
        double[] x = new double[4 * bars];
        double[] y = new double[4 * bars];
        for (int h = 0; h < bars; h++) {
            double left = h - BARS_WIDTH / 2 + index * width;
            double height = PERCENT * hops.counts()[h] / hops.total();
            double[] outline = {left, 0, left, height, left + width, height, left + width, 0};
            for (int corner = 0; corner < 4; corner++) {
                x[4 * h + corner] = outline[2 * corner];
                y[4 * h + corner] = outline[2 * corner + 1];
            }
        }
        ChartLook.area(chart, look.colour(), look.colour(), look.name() + " bars", x, y);
        XYSeries entry = ChartLook.legendEntry(chart, look, name(hops));
        entry.setMarker(SeriesMarkers.NONE);
        entry.setLineStyle(BAR_IN_LEGEND);
    }

    private static void addSteps(XYChart chart, Look look, HopCounts hops, int end) {
        double[] x = new double[2 * (end + 1)];
        double[] y = new double[2 * (end + 1)];
        long within = 0;
        for (int h = 0; h <= end; h++) {
            x[2 * h] = h;
            x[2 * h + 1] = h;
            y[2 * h] = PERCENT * within / hops.total();
            within += h < hops.counts().length ? hops.counts()[h] : 0;
            y[2 * h + 1] = PERCENT * within / hops.total();
        }
        int[] landings = IntStream.range(1, end).map(h -> 2 * h + 1).toArray();
        ChartLook.line(chart, look, name(hops), x, y, landings);
    }

    private static String name(HopCounts hops) {
        return String.format(Locale.ROOT, "%s (%,d messages)", hops.protocol(), hops.total());
    }

    private static XYChart empty(XYChart chart) {
        ChartLook.emptyNote(chart, "No message was delivered.");
        return chart;
    }

    private static List<Look> drawn(SavedResults results) {
        return Look.of(results.protocols()).stream()
                .filter(look -> results.hopsOf(look.name()).total() > 0)
                .toList();
    }

    private static int shortest(SavedResults results, List<Look> drawn) {
        int shortest = Integer.MAX_VALUE;
        for (Look look : drawn) {
            long[] counts = results.hopsOf(look.name()).counts();
            int h = 0;
            while (counts[h] == 0) {
                h++;
            }
            shortest = Math.min(shortest, h);
        }
        return shortest;
    }

    private static int longest(SavedResults results, List<Look> drawn) {
        return drawn.stream()
                .mapToInt(look -> results.hopsOf(look.name()).counts().length - 1)
                .max()
                .orElse(0);
    }
}
