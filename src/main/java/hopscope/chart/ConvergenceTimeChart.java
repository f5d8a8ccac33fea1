package hopscope.chart;

import hopscope.results.SavedResults;
import hopscope.scenario.Metric;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How long until every route is optimal: a box per protocol for the cold start and, where there are faults, for the time
 * after the last one. Every run is a point; runs that never converge are counted below the box.
 */
final class ConvergenceTimeChart {
    private static final double BOX_HALF_WIDTH = 0.28;
    private static final double HEADROOM = 1.14;

    /** The headings of the groups stand above this share of the height. */
    private static final double HEADING_FROM = 0.94;

    /** Room under zero for the counts of runs that never converge, as a share of the height. */
    private static final double FOOTROOM = 0.09;

    private final XYChart chart;
    private final SavedResults results;
    private final List<Metric> groups = new ArrayList<>(List.of(Metric.CONVERGENCE_OPTIMAL_S));

    private ConvergenceTimeChart(SavedResults results) {
        this.results = results;
        this.chart = ChartLook.chart(
                results.scenario().name() + ": time until every route is optimal",
                "",
                "time since the disturbance (s)");
        if (!results.scenario().faultTimesSeconds().isEmpty()) {
            groups.add(Metric.RECONVERGENCE_OPTIMAL_S);
        }
    }

    static XYChart draw(SavedResults results) {
        return new ConvergenceTimeChart(results).draw();
    }

    private XYChart draw() {
        if (results.runs().isEmpty()) {
            ChartLook.emptyNote(chart, "There are no runs.");
            return chart;
        }
        double top = top() * HEADROOM;
        int boxes = groups.size() * results.protocols().size();
        chart.getStyler()
                .setYAxisMin(-FOOTROOM * top)
                .setYAxisMax(top)
                .setXAxisMin(0.0)
                .setXAxisMax((double) boxes)
                .setXAxisTicksVisible(false)
                .setXAxisTitleVisible(false)
                .setPlotGridVerticalLinesVisible(false);
        chart.getStyler().setYAxisTickLabelsFormattingFunction(Ticks::fromZero);
        blank("heading", boxes, top * HEADING_FROM, top);
        blank("footing", boxes, -FOOTROOM * top, -FOOTROOM * top / 5);
        List<Look> looks = Look.of(results.protocols());
        looks.forEach(look -> ChartLook.legendEntry(chart, look, look.name()));
        double centre = 0.5;
        for (Metric group : groups) {
            double middle = centre + (results.protocols().size() - 1) / 2.0;
            ChartLook.note(
                    chart,
                    group == Metric.CONVERGENCE_OPTIMAL_S ? "cold start" : "after the last fault",
                    middle,
                    top * (1 + HEADING_FROM) / 2);
            for (Look look : looks) {
                addBox(look, group, centre, top);
                centre++;
            }
        }
        return chart;
    }

    /** A white strip over the grid, for words. */
    private void blank(String name, int width, double bottom, double top) {
        double[] x = {0, 0, width, width};
        double[] y = {bottom, top, top, bottom};
        ChartLook.area(chart, Color.WHITE, Color.WHITE, name, x, y);
    }

    private void addBox(Look look, Metric metric, double centre, double top) {
        double[] samples = results.samples(look.name(), metric);
        double[] values =
                Arrays.stream(samples).filter(value -> !Double.isNaN(value)).toArray();
        int never = samples.length - values.length;
        if (never > 0) {
            ChartLook.note(
                    chart,
                    values.length == 0
                            ? "never, in all " + ChartLook.runs(never)
                            : "never in " + never + " of " + samples.length + " runs",
                    centre,
                    -FOOTROOM * top / 2);
        }
        if (values.length > 1) {
            addFrame(look, metric, centre, Quartiles.of(values));
        }
        addPoints(look, metric, centre, values);
    }

    private void addFrame(Look look, Metric metric, double centre, Quartiles q) {
        String id = look.name() + " " + metric.column();
        double left = centre - BOX_HALF_WIDTH;
        double right = centre + BOX_HALF_WIDTH;
        ChartLook.area(
                chart,
                look.fill(),
                look.colour(),
                id + " box",
                new double[] {left, left, right, right, left},
                new double[] {q.first(), q.third(), q.third(), q.first(), q.first()});
        stroke(look, id + " median", 4f, left, q.median(), right, q.median());
        stroke(look, id + " upper whisker", 1.5f, centre, q.third(), centre, q.high());
        stroke(look, id + " lower whisker", 1.5f, centre, q.first(), centre, q.low());
        double cap = BOX_HALF_WIDTH / 2;
        stroke(look, id + " upper cap", 1.5f, centre - cap, q.high(), centre + cap, q.high());
        stroke(look, id + " lower cap", 1.5f, centre - cap, q.low(), centre + cap, q.low());
    }

    private void stroke(Look look, String name, float width, double x1, double y1, double x2, double y2) {
        XYSeries series = chart.addSeries(name, new double[] {x1, x2}, new double[] {y1, y2});
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(look.colour());
        series.setLineStyle(new BasicStroke(width));
        series.setShowInLegend(false);
    }

    /** Side by side in the order of replications, so that equal values stay apart. */
    private void addPoints(Look look, Metric metric, double centre, double[] values) {
        double[] x = new double[Math.max(1, values.length)];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double shift = values.length < 2 ? 0 : (double) i / (values.length - 1) - 0.5;
            x[i] = centre + shift * BOX_HALF_WIDTH;
            y[i] = values.length == 0 ? Double.NaN : values[i];
        }
        ChartLook.points(chart, look, look.name() + " " + metric.column(), x, y);
    }

    private double top() {
        double top = 0;
        for (Metric metric : groups) {
            for (String protocol : results.protocols()) {
                top = Math.max(
                        top,
                        Arrays.stream(results.samples(protocol, metric))
                                .filter(value -> !Double.isNaN(value))
                                .max()
                                .orElse(0));
            }
        }
        return top > 0 ? top : 1;
    }
}
