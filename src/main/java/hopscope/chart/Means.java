package hopscope.chart;

import hopscope.chart.Observations.Dimension;
import hopscope.results.MetricSummary;
import hopscope.scenario.Metric;
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
            MetricSummary summary =
                    MetricSummary.of(part.where(x, x.labels().get(i)).samples(metric));
            means.mean[i] = summary.mean();
            means.low[i] = summary.ciLow();
            means.high[i] = summary.ciHigh();
        }
        return means;
    }

    /** All that is drawn: means, and ends of intervals if wanted. */
    DoubleStream drawn(boolean intervals) {
        return intervals
                ? DoubleStream.concat(
                        DoubleStream.of(mean), DoubleStream.concat(DoubleStream.of(low), DoubleStream.of(high)))
                : DoubleStream.of(mean);
    }
}
