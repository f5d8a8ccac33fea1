package hopscope.chart;

import hopscope.results.SavedResults;
import hopscope.results.SavedRun;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
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
        for (Protocol protocol : results.protocols()) {
            addPoints(chart, protocol, results.runsOf(protocol));
        }
        return chart;
    }

    private static void scale(XYChart chart, double cheapest, double dearest, double slowest) {
        boolean logarithmic = cheapest > 0 && dearest / cheapest > LOGARITHMIC_SPREAD;
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(slowest > 0 ? slowest * MARGIN : 1);
        if (logarithmic) {
            chart.getStyler()
                    .setXAxisLogarithmic(true)
                    .setXAxisMin(StrictMath.pow(10, Math.floor(StrictMath.log10(cheapest))))
                    .setXAxisMax(StrictMath.pow(10, Math.ceil(StrictMath.log10(dearest))));
        } else {
            chart.getStyler().setXAxisMin(0.0).setXAxisMax(dearest > 0 ? dearest * MARGIN : 1);
        }
        chart.getStyler().setXAxisTickLabelsFormattingFunction(Ticks::plain);
    }

    private static void addPoints(XYChart chart, Protocol protocol, List<SavedRun> runs) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (SavedRun run : runs) {
            if (converged(run)) {
                x.add(cost(run));
                y.add(run.value(Metric.CONVERGENCE_OPTIMAL_S));
            }
        }
        int never = runs.size() - x.size();
        String name = protocol.label()
                + (never == 0 ? "" : " (" + never + " of " + ChartLook.runs(runs.size()) + " never converged)");
        double[] xs = x.isEmpty() ? new double[] {1} : array(x);
        double[] ys = y.isEmpty() ? new double[] {Double.NaN} : array(y);
        ChartLook.points(chart, protocol, name, xs, ys);
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
