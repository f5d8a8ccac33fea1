package hopscope.chart;

import hopscope.chart.ChartData.Axis;
import hopscope.chart.ChartData.Mark;
import hopscope.chart.ChartData.Origin;
import hopscope.chart.Observations.Dimension;
import hopscope.chart.Panel.Word;
import hopscope.results.FixedDecimals;
import hopscope.results.MetricSummary;
import hopscope.scenario.Metric;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;

/**
 * The mean of a metric for every combination of two dimensions, as a colour and in figures. The colours go from dark to
 * light evenly for any kind of colour vision and in print (some of the colours of viridis, by Smith and van der Walt).
 */
final class HeatDrawing implements Drawing {
    private static final List<Color> COLOURS = List.of(
            new Color(0x44, 0x01, 0x54),
            new Color(0x3B, 0x52, 0x8B),
            new Color(0x21, 0x91, 0x8C),
            new Color(0x5E, 0xC9, 0x62),
            new Color(0xFD, 0xE7, 0x25));
    private static final Color NOTHING = new Color(0xE2, 0xE2, 0xE2);
    private static final MathContext DIGITS = new MathContext(3);

    private final ChartPlan plan;
    private final Metric metric;
    private final double low;
    private final double high;

    HeatDrawing(ChartPlan plan, Metric metric) {
        this.plan = plan;
        this.metric = metric;
        double[] values = facets().flatMapToDouble(
                        part -> Arrays.stream(means(part)).flatMapToDouble(Arrays::stream))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        this.low = values.length == 0 ? 0 : values[0];
        this.high = values.length == 0 ? 0 : values[values.length - 1];
    }

    private Stream<Observations> facets() {
        Dimension facet = plan.facet();
        return facet == null
                ? Stream.of(plan.data())
                : facet.labels().stream().map(label -> plan.data().where(facet, label));
    }

    private double[][] means(Observations part) {
        return plan.x().labels().stream()
                .map(column -> plan.rows().labels().stream()
                        .mapToDouble(row -> mean(part, column, row))
                        .toArray())
                .toArray(double[][]::new);
    }

    private double mean(Observations part, String column, String row) {
        return MetricSummary.of(
                        part.where(plan.x(), column).where(plan.rows(), row).samples(metric))
                .mean();
    }

    @Override
    public Panel draw(Observations part, String title) {
        XYChart chart = ChartLook.panel(title, "", plan.rows().name());
        Scale.ofCategories(plan.x().labels().size()).toX(chart);
        Scale.ofCategories(plan.rows().labels().size()).toY(chart);
        chart.getStyler().setXAxisTicksVisible(false).setXAxisTitleVisible(false);
        chart.getStyler().setYAxisTicksVisible(false).setYAxisTitleVisible(false);
        chart.getStyler().setPlotGridLinesVisible(false);
        double[][] means = means(part);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means[i].length; j++) {
                Color colour = colour(means[i][j]);
                double[] x = {i - 0.49, i - 0.49, i + 0.49, i + 0.49, i - 0.49};
                double[] y = {j - 0.48, j + 0.48, j + 0.48, j - 0.48, j - 0.48};
                ChartLook.area(chart, colour, colour, i + " " + j, x, y);
                words.add(new Word(text(means[i][j]), i, j, ink(colour)));
            }
        }
        return new Panel(chart, plan.x().name(), plan.x().labels(), plan.rows().labels(), words);
    }

    @Override
    public Axis xAxis() {
        return Axis.of(plan.x().name(), plan.x().labels());
    }

    @Override
    public Axis yAxis() {
        return Axis.of(plan.rows().name(), plan.rows().labels());
    }

    @Override
    public List<Mark> marks(Observations part) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < plan.x().labels().size(); i++) {
            for (int j = 0; j < plan.rows().labels().size(); j++) {
                Observations runs = part.where(plan.x(), plan.x().labels().get(i))
                        .where(plan.rows(), plan.rows().labels().get(j));
                MetricSummary summary = MetricSummary.of(runs.samples(metric));
                double all = runs.rows().size();
                marks.add(new Mark(
                        0, i, j, List.of(summary.mean(), (double) summary.n(), all), Origin.ofAll(runs.rows())));
            }
        }
        return marks;
    }

    private static String text(double value) {
        return Double.isNaN(value)
                ? "none"
                : FixedDecimals.text(new BigDecimal(value).round(DIGITS).doubleValue());
    }

    private Color colour(double value) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        double place = high > low ? (value - low) / (high - low) * (COLOURS.size() - 1) : 0;
        int below = Math.min((int) place, COLOURS.size() - 2);
        Color a = COLOURS.get(below);
        Color b = COLOURS.get(below + 1);
        double share = place - below;
        return new Color(
                mixed(a.getRed(), b.getRed(), share),
                mixed(a.getGreen(), b.getGreen(), share),
                mixed(a.getBlue(), b.getBlue(), share));
    }

    private static int mixed(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * share);
    }

    /** Black or white, whichever is read more easily on a colour (luma of ITU-R BT.601). */
    private static Color ink(Color ground) {
        double luma = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return luma > 140 ? Color.BLACK : Color.WHITE;
    }
}
