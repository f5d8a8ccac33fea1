package hopscope.chart;

import hopscope.chart.ChartData.Mark;
import hopscope.chart.ChartData.Origin;
import hopscope.chart.ChartRequest.Kind;
import hopscope.chart.Observations.Row;
import hopscope.results.MetricSummary;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a panel with a metric over the labels of a dimension shows, as figures.
 *
 * @param plan of kind line, bar or box
 * @param metric one of its metrics
 * @param looks of its lines
 */
record PanelMarks(ChartPlan plan, Metric metric, List<Look> looks) {
    /** By line; those of a line in the order of the axis. */
    List<Mark> marks(Observations part) {
        List<Mark> marks = new ArrayList<>();
        for (int line = 0; line < looks.size(); line++) {
            Observations runs = part.where(plan.lines(), looks.get(line).name());
            List<Mark> own = new ArrayList<>();
            for (int i = 0; i < plan.x().labels().size(); i++) {
                List<Row> here = runs.where(plan.x(), plan.x().labels().get(i)).rows();
                if (!here.isEmpty()) {
                    add(own, line, place(i), here);
                }
            }
            own.sort(Comparator.comparingDouble(Mark::x)); // stable: a box before its runs
            marks.addAll(own);
        }
        return marks;
    }

    private double place(int label) {
        LabelNumbers numbers = plan.kind() == Kind.LINE ? LabelNumbers.of(plan.x()) : null;
        return numbers == null ? label : numbers.values()[label];
    }

    private void add(List<Mark> marks, int line, double x, List<Row> runs) {
        double[] samples = runs.stream().mapToDouble(run -> run.value(metric)).toArray();
        if (plan.kind() == Kind.BOX) {
            addBox(marks, line, x, runs, samples);
            return;
        }
        MetricSummary summary = MetricSummary.of(samples);
        boolean intervals = plan.intervals();
        marks.add(new Mark(
                line,
                x,
                summary.mean(),
                List.of(
                        intervals ? summary.ciLow() : Double.NaN,
                        intervals ? summary.ciHigh() : Double.NaN,
                        (double) summary.n(),
                        (double) runs.size()),
                Origin.ofAll(runs)));
    }

    private void addBox(List<Mark> marks, int line, double x, List<Row> runs, double[] samples) {
        double[] values =
                Arrays.stream(samples).filter(value -> !Double.isNaN(value)).toArray();
        if (values.length == 0) {
            marks.add(new Mark(line, x, Double.NaN, List.of(), Origin.ofAll(runs)));
        } else if (values.length > 1) {
            Quartiles q = Quartiles.of(values);
            List<Double> figures = List.of(q.low(), q.first(), q.median(), q.third(), q.high());
            marks.add(new Mark(line, x, q.median(), figures, Origin.ofAll(runs)));
        }
        runs.stream()
                .filter(run -> !Double.isNaN(run.value(metric)))
                .forEach(run -> marks.add(new Mark(line, x, run.value(metric), List.of(), Origin.of(run))));
    }
}
