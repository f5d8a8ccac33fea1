package hopscope.chart;

import hopscope.results.SavedResults;
import hopscope.results.SavedRun;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * What a protocol costs against what it gives: control bytes per node and second, and the time from cold start until
 * every route is optimal; a point per run. The lower left corner is best.
 */
final class OverheadChart {
    /** From this ratio of largest to smallest cost on, the axis is logarithmic. */
    private static final double LOGARITHMIC_SPREAD = 100;

    private static final double MARGIN = 1.12;

    /** So that the outermost powers of ten keep their labels. */
    private static final double EDGE = 1e-3;

    private OverheadChart() {}

    static XYChart draw(SavedResults results) {
        XYChart chart = ChartLook.chart(
                results.scenario().name() + ": overhead against convergence, one point per run",
                "control bytes per node and second (B/s)",
                "cold start until every route is optimal (s)");
        List<SavedRun> drawn =
                results.runs().stream().filter(OverheadChart::converged).toList();
        if (drawn.isEmpty()) {
            ChartLook.emptyNote(chart, "No run converged to optimal routes.");
            return chart;
        }
        double cheapest = Double.POSITIVE_INFINITY;
        double dearest = 0;
        double slowest = 0;
        for (SavedRun run : drawn) {
            cheapest = Math.min(cheapest, cost(run));
            dearest = Math.max(dearest, cost(run));
            slowest = Math.max(slowest, run.value(Metric.CONVERGENCE_OPTIMAL_S));
        }
        scale(chart, cheapest, dearest, slowest);
        for (Look look : Look.of(results.protocols())) {
            addPoints(chart, look, results.runsOf(look.name()));
        }
        return chart;
    }

    private static void scale(XYChart chart, double cheapest, double dearest, double slowest) {
        boolean logarithmic = cheapest > 0 && dearest / cheapest > LOGARITHMIC_SPREAD;
        chart.getStyler().setYAxisMin(ChartLook.zero(slowest)).setYAxisMax(slowest > 0 ? slowest * MARGIN : 1);
        if (logarithmic) {
            chart.getStyler()
                    .setXAxisLogarithmic(true)
                    .setXAxisMin(StrictMath.pow(10, Math.floor(StrictMath.log10(cheapest))) * (1 - EDGE))
                    .setXAxisMax(StrictMath.pow(10, Math.ceil(StrictMath.log10(dearest))) * (1 + EDGE));
        } else {
            chart.getStyler().setXAxisMin(ChartLook.zero(dearest)).setXAxisMax(dearest > 0 ? dearest * MARGIN : 1);
        }
        chart.getStyler().setXAxisTickLabelsFormattingFunction(Ticks::plain);
    }

    private static void addPoints(XYChart chart, Look look, List<SavedRun> runs) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (SavedRun run : runs) {
            if (converged(run)) {
                x.add(cost(run));
                y.add(run.value(Metric.CONVERGENCE_OPTIMAL_S));
            }
        }
        int never = runs.size() - x.size();
        String name = look.name()
                + (never == 0 ? "" : " (" + never + " of " + ChartLook.runs(runs.size()) + " never converged)");
        double[] xs = x.isEmpty() ? new double[] {1} : array(x);
        double[] ys = y.isEmpty() ? new double[] {Double.NaN} : array(y);
        ChartLook.points(chart, look, name + " points", xs, ys);
        ChartLook.legendEntry(chart, look, name);
    }

    private static boolean converged(SavedRun run) {
        return !Double.isNaN(run.value(Metric.CONVERGENCE_OPTIMAL_S)) && !Double.isNaN(cost(run));
    }

    private static double cost(SavedRun run) {
        return run.value(Metric.CONTROL_BYTES_PER_NODE_PER_S);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
