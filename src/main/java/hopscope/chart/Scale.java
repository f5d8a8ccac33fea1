package hopscope.chart;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;

/**
 * The range of an axis, the same for all panels of a sheet.
 *
 * @param min its lower end, positive if logarithmic
 * @param max its upper end, above min
 * @param logarithmic whether equal ratios are equally long
 */
record Scale(double min, double max, boolean logarithmic) {
    private static final double MARGIN = 0.08;

    /** A scale starts at zero unless that would leave more than this share of it empty. */
    private static final double EMPTY_AT_MOST = 0.6;

    /** So that the outermost powers of ten keep their labels. */
    private static final double EDGE = 1e-3;

    /** A scale for values, of which NaN and, if logarithmic, those that are not positive count for nothing. */
    static Scale of(DoubleStream all, boolean logarithmic, boolean fromZero) {
        double[] values = all.filter(value -> Double.isFinite(value) && (!logarithmic || value > 0))
                .sorted()
                .toArray();
        if (values.length == 0) {
            return new Scale(logarithmic ? 1 : ChartLook.zero(1), 1.02, logarithmic);
        }
        double low = values[0];
        double high = values[values.length - 1];
        if (logarithmic) {
            double bottom = StrictMath.pow(10, Math.floor(StrictMath.log10(low)));
            double top = StrictMath.pow(10, Math.ceil(StrictMath.log10(high)));
            return new Scale(bottom * (1 - EDGE), Math.max(top, 10 * bottom) * (1 + EDGE), true);
        }
        if (low >= 0 && (fromZero || low <= EMPTY_AT_MOST * high)) {
            double top = high == 0 ? 1 : high == 1 ? 1.02 : high * (1 + MARGIN);
            return new Scale(ChartLook.zero(top), top, false);
        }
        double margin = MARGIN * (high > low ? high - low : Math.abs(high));
        return new Scale(low - margin, high + margin, false);
    }

    /** The same scale without what lies far beyond a value that cannot be exceeded. */
    Scale upTo(double limit) {
        return logarithmic || max <= limit ? this : new Scale(min, limit + 0.02 * (limit - min), false);
    }

    /** The places of categories: 0, 1, … */
    static Scale ofCategories(int count) {
        return new Scale(-0.5, count - 0.5, false);
    }

    void toX(XYChart chart) {
        chart.getStyler().setXAxisMin(min).setXAxisMax(max).setXAxisLogarithmic(logarithmic);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(Ticks::plain);
    }

    void toY(XYChart chart) {
        chart.getStyler().setYAxisMin(min).setYAxisMax(max).setYAxisLogarithmic(logarithmic);
        chart.getStyler().setYAxisTickLabelsFormattingFunction(Ticks::plain);
    }

    /** Values that this axis has a place for: NaN for what a logarithmic one lacks, its end for what is beyond it. */
    double[] placed(double[] values) {
        return Arrays.stream(values)
                .map(value -> logarithmic && value <= 0 ? Double.NaN : Math.max(min, Math.min(max, value)))
                .toArray();
    }
}
