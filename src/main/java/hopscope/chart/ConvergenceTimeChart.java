package hopscope.chart;

import hopscope.results.SavedResults;
import hopscope.scenario.Metric;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;

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
        new BoxMarks(chart, look, look.name() + " " + metric.column(), centre, BOX_HALF_WIDTH).draw(values);
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
