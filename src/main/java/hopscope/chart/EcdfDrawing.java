package hopscope.chart;

import hopscope.chart.ChartData.Axis;
import hopscope.chart.ChartData.Mark;
import hopscope.chart.ChartData.Origin;
import hopscope.chart.Observations.Row;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** The share of runs whose value is at most so much. Runs without a value keep the line below all of them. */
final class EcdfDrawing implements Drawing {
    private static final double PERCENT = 100;
    private static final Scale SHARES = new Scale(ChartLook.zero(PERCENT), 1.02 * PERCENT, false);
    private static final int MARKERS = 8;
    private static final String SHARE = "share of runs (%)";

    private final ChartPlan plan;
    private final Metric metric;
    private final List<Look> looks;
    private final Scale x;

    EcdfDrawing(ChartPlan plan, List<Look> looks) {
        this.plan = plan;
        this.metric = plan.xMetric();
        this.looks = looks;
        this.x = Scale.of(DoubleStream.of(plan.data().samples(metric)), plan.logX(), false);
    }

    @Override
    public Panel draw(Observations part, String title) {
        XYChart chart = ChartLook.panel(title, ChartPlan.title(metric), SHARE);
        x.toX(chart);
        SHARES.toY(chart);
        for (Look look : looks) {
            double[][] steps = steps(part.where(plan.lines(), look.name()).samples(metric));
            int last = steps[0].length - 1;
            int[] markers = IntStream.range(1, MARKERS)
                    .map(i -> i * last / MARKERS)
                    .distinct()
                    .toArray();
            ChartLook.line(chart, look, look.name(), steps[0], steps[1], markers);
        }
        return new Panel(chart, "", List.of(), List.of(), List.of());
    }

    @Override
    public Axis xAxis() {
        return Axis.of(ChartPlan.title(metric), x);
    }

    @Override
    public Axis yAxis() {
        return Axis.of(SHARE, SHARES);
    }

    /** A mark per run with a value: the share of runs that have no larger one. */
    @Override
    public List<Mark> marks(Observations part) {
        List<Mark> marks = new ArrayList<>();
        for (int line = 0; line < looks.size(); line++) {
            List<Row> runs = part.where(plan.lines(), looks.get(line).name()).rows();
            List<Row> sorted = runs.stream()
                    .filter(run -> !Double.isNaN(run.value(metric)))
                    .sorted(Comparator.comparingDouble(run -> run.value(metric)))
                    .toList();
            for (int i = 0; i < sorted.size(); i++) {
                marks.add(new Mark(
                        line,
                        sorted.get(i).value(metric),
                        PERCENT * (i + 1) / runs.size(),
                        List.of(),
                        Origin.of(sorted.get(i))));
            }
        }
        return marks;
    }

    /** Corners of the stairs, from one end of the axis to the other. */
    private double[][] steps(double[] samples) {
        double[] sorted = Arrays.stream(samples)
                .filter(value -> !Double.isNaN(value))
                .map(value -> Math.max(x.min(), value))
                .sorted()
                .toArray();
        double[] at = new double[2 * sorted.length + 2];
        double[] share = new double[at.length];
        at[0] = x.min();
        for (int i = 0; i < sorted.length; i++) {
            at[2 * i + 1] = sorted[i];
            share[2 * i + 1] = PERCENT * i / samples.length;
            at[2 * i + 2] = sorted[i];
            share[2 * i + 2] = PERCENT * (i + 1) / samples.length;
        }
        at[at.length - 1] = x.max();
        share[at.length - 1] = samples.length == 0 ? Double.NaN : PERCENT * sorted.length / samples.length;
        return new double[][] {at, share};
    }
}
