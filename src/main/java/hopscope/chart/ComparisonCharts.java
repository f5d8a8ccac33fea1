package hopscope.chart;

import hopscope.chart.ChartSheet.Entry;
import hopscope.chart.Panel.Word;
import hopscope.compare.Comparison;
import hopscope.compare.Contrast;
import hopscope.compare.Crossing;
import hopscope.results.AtomicFile;
import hopscope.scenario.Metric;
import java.awt.BasicStroke;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws a comparison: for each metric the mean difference B − A with its 95 % interval, over the first axis with numbers
 * or for each pair side by side; and where the winner changes.
 */
public final class ComparisonCharts {
    private static final BasicStroke WHISKER = new BasicStroke(1.8f);
    private static final BasicStroke ZERO = new BasicStroke(1.2f);

    private final Comparison comparison;
    private final Metric metric;
    private final int axis;
    private final List<Mark> marks = new ArrayList<>();

    /** A difference at a place of a line. */
    private record Mark(String line, String label, double difference, double half) {}

    private ComparisonCharts(Comparison comparison, Metric metric) {
        this.comparison = comparison;
        this.metric = metric;
        this.axis = numericAxis();
        for (Contrast contrast : comparison.contrasts()) {
            if (contrast.metric() == metric && contrast.difference() != null) {
                marks.add(new Mark(
                        line(contrast),
                        label(contrast),
                        contrast.difference().difference(),
                        contrast.difference().halfWidth(0.95)));
            }
        }
    }

    /**
     * Writes a chart for each metric that has differences, as PNG and SVG.
     *
     * @param folder made where it is missing
     * @return the files, PNG before SVG
     * @throws hopscope.results.ResultFolderException if the system refuses
     * @throws NoFontsException if the system has no fonts to write with
     */
    public static List<Path> write(Comparison comparison, Path folder) {
        Charts.requireHeadless();
        NoFontsException.requireFonts();
        List<Path> files = new ArrayList<>();
        for (Metric metric :
                comparison.contrasts().stream().map(Contrast::metric).distinct().toList()) {
            ComparisonCharts chart = new ComparisonCharts(comparison, metric);
            if (!chart.marks.isEmpty()) {
                ChartSheet sheet = chart.sheet();
                for (String ending : List.of("png", "svg")) {
                    Path file = folder.resolve(sheet.name() + "." + ending);
                    AtomicFile.write(file, Charts.encoded(sheet, ending));
                    files.add(file);
                }
            }
        }
        return files;
    }

    /** The first axis along which pairs differ by numbers; negative if there is none. */
    private int numericAxis() {
        List<String> axes = comparison.matching().axes();
        return IntStream.range(0, axes.size())
                .filter(index -> labelsOf(index).size() > 1 && LabelNumbers.of(labelsOf(index)) != null)
                .findFirst()
                .orElse(-1);
    }

    private List<String> labelsOf(int index) {
        return comparison.contrasts().stream()
                .map(contrast -> contrast.pair().labels().get(index))
                .distinct()
                .toList();
    }

    private static String protocols(Contrast contrast) {
        String a = contrast.pair().a().protocol();
        String b = contrast.pair().b().protocol();
        return a.equals(b) ? a : b + " − " + a;
    }

    private String line(Contrast contrast) {
        if (axis < 0) {
            return protocols(contrast);
        }
        List<String> words = new ArrayList<>(contrast.pair().labels());
        words.remove(axis);
        words.add(protocols(contrast));
        return String.join(", ", words);
    }

    private String label(Contrast contrast) {
        List<String> labels = contrast.pair().labels();
        return axis >= 0 ? labels.get(axis) : labels.isEmpty() ? protocols(contrast) : String.join(", ", labels);
    }

    private ChartSheet sheet() {
        List<Look> looks = Look.of(marks.stream().map(Mark::line).distinct().toList());
        List<String> labels = marks.stream().map(Mark::label).distinct().toList();
        LabelNumbers numbers = axis < 0 ? null : LabelNumbers.of(labels);
        Map<String, Double> places = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            places.put(labels.get(i), numbers == null ? i : numbers.values()[i]);
        }
        String better = metric.better() == Metric.Better.LOWER ? "below zero, B is better" : "above zero, B is better";
        return new ChartSheet(
                "chart-difference-" + metric.column(),
                "B − A: " + ChartPlan.title(metric),
                "A: " + comparison.matching().nameA() + "; B: "
                        + comparison.matching().nameB() + "; 95 % confidence intervals"
                        + (metric.better() == Metric.Better.NEITHER ? "" : "; " + better),
                looks.stream().map(look -> new Entry(look, look.name())).toList(),
                List.of(panel(looks, places, numbers)));
    }

    private Panel panel(List<Look> looks, Map<String, Double> places, LabelNumbers numbers) {
        XYChart chart = ChartLook.panel("", "", "B − A, " + ChartPlan.title(metric));
        double low = places.values().stream().mapToDouble(x -> x).min().orElse(0);
        double high = places.values().stream().mapToDouble(x -> x).max().orElse(1);
        double margin = numbers == null ? 0.5 : 0.05 * Math.max(high - low, 1e-9);
        Scale x = new Scale(low - margin, high + margin, false);
        x.toX(chart);
        Scale y = Scale.of(
                marks.stream()
                        .flatMap(mark ->
                                Stream.of(0.0, mark.difference() - mark.half(), mark.difference() + mark.half()))
                        .mapToDouble(value -> value),
                false,
                false);
        y.toY(chart);
        XYSeries zero = chart.addSeries("zero", new double[] {x.min(), x.max()}, new double[] {0, 0});
        plain(zero, ZERO);
        zero.setLineColor(ChartLook.NOTE);
        for (int i = 0; i < looks.size(); i++) {
            double apart =
                    (i - (looks.size() - 1) / 2.0) * (numbers == null ? 0.5 / looks.size() : 0.007 * (high - low));
            add(chart, looks.get(i), places, apart, numbers != null);
        }
        if (numbers != null) {
            String unit = numbers.unit().isEmpty() ? "" : " (" + numbers.unit() + ")";
            chart.setXAxisTitle(comparison.matching().axes().get(axis) + unit);
            return new Panel(chart, "", List.of(), List.of(), crossings());
        }
        chart.getStyler().setXAxisTicksVisible(false).setXAxisTitleVisible(false);
        String title = String.join(", ", comparison.matching().axes());
        return new Panel(chart, title, List.copyOf(places.keySet()), List.of(), List.of());
    }

    private void add(XYChart chart, Look look, Map<String, Double> places, double apart, boolean joined) {
        List<Mark> own = marks.stream()
                .filter(mark -> mark.line().equals(look.name()))
                .sorted(Comparator.comparingDouble(mark -> places.get(mark.label())))
                .toList();
        double[] x = own.stream()
                .mapToDouble(mark -> places.get(mark.label()) + apart)
                .toArray();
        double[] y = own.stream().mapToDouble(Mark::difference).toArray();
        if (joined) {
            ChartLook.line(
                    chart, look, look.name(), x, y, IntStream.range(0, x.length).toArray());
        } else {
            ChartLook.points(chart, look, look.name(), x, y);
        }
        for (int i = 0; i < x.length; i++) {
            if (own.get(i).half() > 0) {
                XYSeries whisker =
                        chart.addSeries(look.name() + " interval " + i, new double[] {x[i], x[i]}, new double[] {
                            y[i] - own.get(i).half(), y[i] + own.get(i).half()
                        });
                plain(whisker, WHISKER);
                whisker.setLineColor(look.colour());
            }
        }
    }

    private static void plain(XYSeries series, BasicStroke stroke) {
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(stroke);
        series.setShowInLegend(false);
    }

    /** Where the winner changes along the axis drawn. */
    private List<Word> crossings() {
        List<Word> words = new ArrayList<>();
        for (Crossing crossing : comparison.crossings()) {
            if (crossing.metric() == metric
                    && crossing.axis().equals(comparison.matching().axes().get(axis))) {
                words.add(new Word("▲ " + Ticks.plain(crossing.at()), crossing.at(), 0, ChartLook.NOTE));
            }
        }
        return words;
    }
}
