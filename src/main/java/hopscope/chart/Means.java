package hopscope.chart;

import hopscope.chart.Observations.Dimension;
import hopscope.chart.Observations.Row;
import hopscope.results.MetricSummary;
import hopscope.scenario.Metric;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A metric's mean at every label of a dimension, NaN where no run has a value.
 *
 * @param mean by label
 * @param low lower end of the 95 % confidence interval; NaN where there is none
 * @param high its upper end
 */
record Means(double[] mean, double[] low, double[] high) {
    /** The means over the runs of each label; O(runs · labels). */
    static Means of(Observations part, Dimension x, Metric metric) {
        int labels = x.labels().size();
        Means means = new Means(new double[labels], new double[labels], new double[labels]);
        for (int i = 0; i < labels; i++) {
            double[] at = of(part.where(x, x.labels().get(i)).rows(), metric);
            means.mean[i] = at[0];
            means.low[i] = at[1];
            means.high[i] = at[2];
        }
        return means;
    }

    /** Mean, and both ends of its interval; of a difference its own. */
    static double[] of(List<Row> rows, Metric metric) {
        if (rows.size() == 1 && rows.get(0).halves() != null) {
            double difference = rows.get(0).value(metric);
            double half = rows.get(0).halves()[metric.ordinal()];
            return new double[] {difference, difference - half, difference + half};
        }
        MetricSummary summary = MetricSummary.of(
                rows.stream().mapToDouble(row -> row.value(metric)).toArray());
        return new double[] {summary.mean(), summary.ciLow(), summary.ciHigh()};
    }

    /** All that is drawn: means, and ends of intervals if wanted. */
    DoubleStream drawn(boolean intervals) {
        return intervals
                ? DoubleStream.concat(
                        DoubleStream.of(mean), DoubleStream.concat(DoubleStream.of(low), DoubleStream.of(high)))
                : DoubleStream.of(mean);
    }
}
