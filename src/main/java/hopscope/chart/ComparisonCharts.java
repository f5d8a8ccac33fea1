package hopscope.chart;

import hopscope.chart.Observations.Dimension;
import hopscope.compare.SavedComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The usual charts of a comparison: for each metric the mean difference B − A with its 95 % interval, over the first axis
 * with numbers or for each label side by side; and where the winner changes.
 */
public final class ComparisonCharts {
    private ComparisonCharts() {}

    /**
     * Writes a chart for each metric that has differences, as PNG and SVG.
     *
     * @param folder made where it is missing
     * @return the files, PNG before SVG
     * @throws hopscope.results.ResultFolderException if the system refuses
     * @throws NoFontsException if the system has no fonts to write with
     */
    public static List<Path> write(SavedComparison comparison, Path folder) {
        return each(comparison, (data, metric) -> RequestedCharts.write(data, request(metric), folder, name(metric)));
    }

    /** The same charts as figures. */
    public static List<ChartData> figures(SavedComparison comparison) {
        return each(comparison, (data, metric) -> RequestedCharts.figures(data, request(metric), name(metric)));
    }

    private static <T> List<T> each(SavedComparison comparison, BiFunction<Observations, String, List<T>> of) {
        Observations data = folded(Observations.of(comparison));
        List<T> all = new ArrayList<>();
        data.metrics().forEach(metric -> all.addAll(of.apply(data, metric.column())));
        return all;
    }

    private static ChartRequest request(String metric) {
        return new ChartRequest(null, null, List.of(metric), null, null, null, Map.of(), null, true);
    }

    private static String name(String metric) {
        return "chart-difference-" + metric;
    }

    /** The same with all dimensions as one that neither the horizontal axis nor colours show, if these are several. */
    private static Observations folded(Observations data) {
        List<Dimension> axes = data.dimensions().stream()
                .filter(dimension -> dimension.labels().size() > 1)
                .filter(dimension -> !dimension.name().equals(Observations.PROTOCOL))
                .toList();
        Dimension along = axes.stream()
                .filter(axis -> LabelNumbers.of(axis) != null)
                .findFirst()
                .orElse(axes.isEmpty() ? null : axes.get(0));
        List<Dimension> others =
                axes.stream().filter(axis -> !axis.equals(along)).toList();
        return others.size() < 2 ? data : data.folded(others);
    }
}
