package hopscope.chart;

import hopscope.chart.ChartData.Mark;
import hopscope.chart.ChartData.Origin;
import hopscope.chart.ChartRequest.Kind;
import hopscope.chart.Observations.Row;
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
        double[] mean = Means.of(runs, metric);
        boolean intervals = plan.intervals();
        boolean difference = plan.data().compared() != null;
        double values =
                Arrays.stream(samples).filter(value -> !Double.isNaN(value)).count();
        marks.add(new Mark(
                line,
                x,
                mean[0],
                List.of(
                        intervals ? mean[1] : Double.NaN,
                        intervals ? mean[2] : Double.NaN,
                        difference ? Double.NaN : values,
                        difference ? Double.NaN : runs.size()),
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
