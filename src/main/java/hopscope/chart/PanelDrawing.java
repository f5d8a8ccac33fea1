package hopscope.chart;

import hopscope.chart.ChartData.Axis;
import hopscope.chart.ChartData.Mark;
import hopscope.chart.ChartData.Note;
import hopscope.chart.ChartRequest.Kind;
import hopscope.chart.Observations.Dimension;
import hopscope.chart.Panel.Word;
import hopscope.scenario.Metric;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a metric over the labels of a dimension: as line, as bars, or as boxes. */
final class PanelDrawing implements Drawing {
    private static final BasicStroke WHISKER = new BasicStroke(1.8f);
    private static final BasicStroke ZERO = new BasicStroke(1.2f);

    /** The share of a category's place that its bars or boxes fill. */
    private static final double FILLED = 0.76;

    /** Between the lines of a chart with intervals, as a share of its width. */
    private static final double APART = 0.007;

    private final ChartPlan plan;
    private final Metric metric;
    private final List<Look> looks;
    private final LabelNumbers numbers;
    private final Scale x;
    private final Scale y;

    PanelDrawing(ChartPlan plan, Metric metric, List<Look> looks) {
        this.plan = plan;
        this.metric = metric;
        this.looks = looks;
        this.numbers = plan.kind() == Kind.LINE ? LabelNumbers.of(plan.x()) : null;
        this.x = numbers == null
                ? Scale.ofCategories(plan.x().labels().size())
                : numberScale(numbers.values(), plan.logX());
        Scale all = Scale.of(facets().flatMapToDouble(this::drawn), plan.logY(), plan.kind() == Kind.BAR);
        this.y = metric == Metric.DELIVERY_RATIO && plan.data().compared() == null ? all.upTo(1) : all;
    }

    private static Scale numberScale(double[] values, boolean logarithmic) {
        if (logarithmic) {
            return Scale.of(DoubleStream.of(values), true, false);
        }
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double margin = 0.04 * (high > low ? high - low : Math.max(1, Math.abs(high)));
        return new Scale(low - margin, high + margin, false);
    }

    private Stream<Observations> facets() {
        Dimension facet = plan.facet();
        return facet == null
                ? Stream.of(plan.data())
                : facet.labels().stream().map(label -> plan.data().where(facet, label));
    }

    private DoubleStream drawn(Observations part) {
        if (plan.data().compared() != null) {
            return DoubleStream.concat(
                    DoubleStream.of(0), // what a difference is measured from
                    looks.stream().flatMapToDouble(look -> means(part, look).drawn(plan.intervals())));
        }
        return plan.kind() == Kind.BOX
                ? DoubleStream.of(part.samples(metric))
                : looks.stream().flatMapToDouble(look -> means(part, look).drawn(plan.intervals()));
    }

    private Observations line(Observations part, Look look) {
        return part.where(plan.lines(), look.name());
    }

    private Means means(Observations part, Look look) {
        return Means.of(line(part, look), plan.x(), metric);
    }

    @Override
    public Panel draw(Observations part, String title) {
        XYChart chart = ChartLook.panel(title, "", plan.valueTitle(metric));
        x.toX(chart);
        y.toY(chart);
        List<Word> words = new ArrayList<>();
        if (numbers == null) {
            chart.getStyler().setXAxisTicksVisible(false).setXAxisTitleVisible(false);
            chart.getStyler().setPlotGridVerticalLinesVisible(false);
        } else {
            chart.setXAxisTitle(xTitle());
        }
        if (plan.data().compared() != null) {
            addZero(chart);
            notes(part).forEach(note -> words.add(new Word(note.text(), note.x(), note.y(), ChartLook.NOTE)));
        }
        for (int i = 0; i < looks.size(); i++) {
            switch (plan.kind()) {
                case LINE -> addLine(chart, i, means(part, looks.get(i)));
                case BAR -> addBars(chart, i, means(part, looks.get(i)), words);
                default -> addBoxes(chart, i, line(part, looks.get(i)), words);
            }
        }
        return numbers == null
                ? new Panel(chart, plan.x().name(), plan.x().labels(), List.of(), words)
                : new Panel(chart, "", List.of(), List.of(), words);
    }

    private String xTitle() {
        return plan.x().name() + (numbers == null || numbers.unit().isEmpty() ? "" : " (" + numbers.unit() + ")");
    }

    @Override
    public Axis xAxis() {
        return numbers == null ? Axis.of(xTitle(), plan.x().labels()) : Axis.of(xTitle(), x);
    }

    @Override
    public Axis yAxis() {
        return Axis.of(plan.valueTitle(metric), y);
    }

    @Override
    public List<Mark> marks(Observations part) {
        return new PanelMarks(plan, metric, looks).marks(part);
    }

    @Override
    public List<Note> notes(Observations part) {
        return numbers == null ? List.of() : new WinnerChanges(plan, metric).in(part);
    }

    private void addZero(XYChart chart) {
        XYSeries zero = chart.addSeries("zero", new double[] {x.min(), x.max()}, new double[] {0, 0});
        zero.setMarker(SeriesMarkers.NONE);
        zero.setLineColor(ChartLook.NOTE);
        zero.setLineStyle(ZERO);
        zero.setShowInLegend(false);
    }

    private void addLine(XYChart chart, int line, Means means) {
        Look look = looks.get(line);
        double[] places = places(line);
        int[] order = IntStream.range(0, places.length)
                .boxed()
                .sorted((a, b) -> Double.compare(places[a], places[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] at = Arrays.stream(order).mapToDouble(i -> places[i]).toArray();
        double[] mean =
                y.placed(Arrays.stream(order).mapToDouble(i -> means.mean()[i]).toArray());
        ChartLook.line(
                chart,
                look,
                look.name(),
                at,
                mean,
                IntStream.range(0, at.length).toArray());
        if (plan.intervals()) {
            for (int i = 0; i < places.length; i++) {
                addInterval(chart, look, places[i], means.low()[i], means.high()[i]);
            }
        }
    }

    /** Where the labels are; a little apart for each line where intervals would cover each other. */
    private double[] places(int line) {
        double[] exact = numbers == null
                ? IntStream.range(0, plan.x().labels().size()).asDoubleStream().toArray()
                : numbers.values();
        double shift = plan.intervals() && !x.logarithmic()
                ? (line - (looks.size() - 1) / 2.0) * APART * (x.max() - x.min())
                : 0;
        return Arrays.stream(exact).map(value -> value + shift).toArray();
    }

    private void addInterval(XYChart chart, Look look, double at, double low, double high) {
        if (Double.isNaN(low) || high - low <= 0) {
            return;
        }
        double bottom = Math.max(y.min(), low);
        XYSeries whisker = chart.addSeries(look.name() + " interval " + at, new double[] {at, at}, new double[] {
            bottom, Math.max(bottom, Math.min(y.max(), high))
        });
        whisker.setMarker(SeriesMarkers.NONE);
        whisker.setLineColor(look.colour());
        whisker.setLineStyle(WHISKER);
        whisker.setShowInLegend(false);
    }

    /** Whether every category has one line only: the axis is what colours tell apart. */
    private boolean alone() {
        return plan.x().equals(plan.lines());
    }

    private double width() {
        return alone() ? FILLED / 2 : FILLED / looks.size();
    }

    private double centre(int place, int line) {
        return place + (alone() ? 0 : (line - (looks.size() - 1) / 2.0) * width());
    }

    private void addBars(XYChart chart, int line, Means means, List<Word> words) {
        Look look = looks.get(line);
        double half = width() * 0.45;
        for (int i = 0; i < means.mean().length; i++) {
            double at = centre(i, line);
            double mean = means.mean()[i];
            if (Double.isNaN(mean)) {
                words.add(absent(look, at));
                continue;
            }
            ChartLook.area(
                    chart,
                    look.fill(),
                    look.colour(),
                    look.name() + " bar " + i,
                    new double[] {at - half, at - half, at + half, at + half, at - half},
                    new double[] {0, mean, mean, 0, 0});
            if (plan.intervals()) {
                addInterval(chart, look, at, means.low()[i], means.high()[i]);
            }
        }
    }

    private void addBoxes(XYChart chart, int line, Observations runs, List<Word> words) {
        Look look = looks.get(line);
        for (int i = 0; i < plan.x().labels().size(); i++) {
            double[] all = runs.where(plan.x(), plan.x().labels().get(i)).samples(metric);
            double[] values = Arrays.stream(y.placed(all))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (values.length == 0 && all.length > 0) {
                words.add(absent(look, centre(i, line)));
            }
            new BoxMarks(chart, look, look.name() + " " + i, centre(i, line), width() * 0.42).draw(values);
        }
    }

    /** Where there are runs but no value: said at the bottom of the place. */
    private Word absent(Look look, double at) {
        double bottom = y.logarithmic() ? y.min() * 1.25 : y.min() + (y.max() - y.min()) * 0.03;
        return new Word("none", at, bottom, look.colour());
    }
}
