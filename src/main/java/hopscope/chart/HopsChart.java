package hopscope.chart;

import hopscope.results.HopCounts;
import hopscope.results.SavedResults;
import hopscope.scenario.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How many links messages crossed, over all runs of a protocol: as a histogram and as its cumulative distribution. */
final class HopsChart {
    private static final String X_TITLE = "links crossed until first delivery";
    private static final double PERCENT = 100;
    private static final double BARS_WIDTH = 0.8;
    private static final double HEADROOM = 1.08;

    private HopsChart() {}

    static XYChart histogram(SavedResults results) {
        XYChart chart = ChartLook.chart(
                results.scenario().name() + ": hop counts of delivered messages",
                X_TITLE,
                "share of delivered messages (%)");
        List<Protocol> drawn = drawn(results);
        if (drawn.isEmpty()) {
            return empty(chart);
        }
        double tallest = 0;
        for (int i = 0; i < drawn.size(); i++) {
            HopCounts hops = results.hopsOf(drawn.get(i));
            addBars(chart, hops, i, drawn.size());
            for (long count : hops.counts()) {
                tallest = Math.max(tallest, PERCENT * count / hops.total());
            }
        }
        chart.getStyler()
                .setXAxisMin(shortest(results, drawn) - 0.5)
                .setXAxisMax(longest(results, drawn) + 0.5)
                .setYAxisMin(0.0)
                .setYAxisMax(Math.min(PERCENT, tallest * HEADROOM))
                .setPlotGridVerticalLinesVisible(false)
                .setXAxisTickLabelsFormattingFunction(Ticks::whole);
        return chart;
    }

    static XYChart cumulative(SavedResults results) {
        XYChart chart = ChartLook.chart(
                results.scenario().name() + ": cumulative hop counts of delivered messages",
                X_TITLE,
                "messages delivered within so many links (%)");
        List<Protocol> drawn = drawn(results);
        if (drawn.isEmpty()) {
            return empty(chart);
        }
        int longest = longest(results, drawn);
        for (Protocol protocol : drawn) {
            addSteps(chart, results.hopsOf(protocol), longest + 1);
        }
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(longest + 1.0)
                .setYAxisMin(0.0)
                .setYAxisMax(PERCENT)
                .setXAxisTickLabelsFormattingFunction(Ticks::whole);
        return chart;
    }

    /** One outline for all bars of a protocol: up, across and down each bar, along the ground between them. */
    private static void addBars(XYChart chart, HopCounts hops, int index, int count) {
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
        Protocol protocol = hops.protocol();
        ChartLook.area(chart, ChartLook.colour(protocol), ChartLook.colour(protocol), protocol.label() + " bars", x, y);
        XYSeries legend = ChartLook.points(chart, protocol, name(hops), new double[] {-1}, new double[] {-1});
        legend.setMarker(SeriesMarkers.SQUARE);
    }

    private static void addSteps(XYChart chart, HopCounts hops, int end) {
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
        int[] landings = IntStream.range(0, end).map(h -> 2 * h + 1).toArray();
        ChartLook.line(chart, hops.protocol(), name(hops), x, y, landings);
    }

    private static String name(HopCounts hops) {
        return String.format(Locale.ROOT, "%s (%,d messages)", hops.protocol().label(), hops.total());
    }

    private static XYChart empty(XYChart chart) {
        ChartLook.emptyNote(chart, "No message was delivered.");
        return chart;
    }

    private static List<Protocol> drawn(SavedResults results) {
        return results.protocols().stream()
                .filter(protocol -> results.hopsOf(protocol).total() > 0)
                .toList();
    }

    private static int shortest(SavedResults results, List<Protocol> drawn) {
        int shortest = Integer.MAX_VALUE;
        for (Protocol protocol : drawn) {
            long[] counts = results.hopsOf(protocol).counts();
            int h = 0;
            while (counts[h] == 0) {
                h++;
            }
            shortest = Math.min(shortest, h);
        }
        return shortest;
    }

    private static int longest(SavedResults results, List<Protocol> drawn) {
        return drawn.stream()
                .mapToInt(protocol -> results.hopsOf(protocol).counts().length - 1)
                .max()
                .orElse(0);
    }
}
