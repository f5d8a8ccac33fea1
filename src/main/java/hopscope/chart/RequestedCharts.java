package hopscope.chart;

import hopscope.chart.ChartData.Line;
import hopscope.chart.ChartData.Part;
import hopscope.chart.ChartRequest.Kind;
import hopscope.chart.ChartSheet.Entry;
import hopscope.compare.SavedComparison;
import hopscope.results.AtomicFile;
import hopscope.scenario.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Draws the charts that a {@link ChartRequest} asks for. */
public final class RequestedCharts {
    private static final int LONGEST_NAME = 120;

    private RequestedCharts() {}

    /**
     * Writes a chart, or one for each of several metrics, as PNG and SVG.
     *
     * @param folder made where it is missing
     * @param name of the files without ending; {@code null} for one that tells what is drawn. With several metrics theirs
     *     are appended
     * @return the files written, PNG before SVG
     * @throws ChartRequest.Refused if the data does not allow it; nothing is written then
     * @throws hopscope.results.ResultFolderException if the system refuses
     * @throws NoFontsException if the system has no fonts to write with
     */
    public static List<Path> write(Observations data, ChartRequest request, Path folder, String name) {
        List<ChartSheet> sheets = sheets(data, request, name);
        Charts.requireHeadless();
        NoFontsException.requireFonts();
        List<Path> files = new ArrayList<>();
        for (ChartSheet sheet : sheets) {
            for (String ending : List.of("png", "svg")) {
                Path file = folder.resolve(sheet.name() + "." + ending);
                AtomicFile.write(file, Charts.encoded(sheet, ending));
                files.add(file);
            }
        }
        return files;
    }

    /** The names of the files that a request makes, without ending. */
    static List<String> names(Observations data, ChartRequest request, String name) {
        return each(ChartPlan.of(data, request), request, name, (metric, file) -> file);
    }

    static List<ChartSheet> sheets(Observations data, ChartRequest request, String name) {
        ChartPlan plan = ChartPlan.of(data, request);
        return each(plan, request, name, (metric, file) -> sheet(plan, metric, file));
    }

    /**
     * The same charts as figures.
     *
     * @param name as in {@link #write}
     * @throws ChartRequest.Refused if the data does not allow it
     */
    static List<ChartData> figures(Observations data, ChartRequest request, String name) {
        ChartPlan plan = ChartPlan.of(data, request);
        return each(plan, request, name, (metric, file) -> figures(plan, metric, file));
    }

    /** Something of every chart that a request asks for, from its metric (none for {@code time}) and its file's name. */
    private static <T> List<T> each(
            ChartPlan plan, ChartRequest request, String name, BiFunction<Metric, String, T> of) {
        if (plan.kind() == Kind.ECDF || plan.kind() == Kind.TIME) {
            return List.of(of.apply(plan.xMetric(), name == null ? fileName(plan, null, request) : name));
        }
        return plan.y().stream()
                .map(metric -> of.apply(metric, name(plan, metric, request, name)))
                .toList();
    }

    private static String name(ChartPlan plan, Metric metric, ChartRequest request, String name) {
        if (name == null) {
            return fileName(plan, metric, request);
        }
        return plan.y().size() == 1 ? name : name + "-" + metric.column();
    }

    /** {@code chart-line-delivery_ratio-links.loss-protocol-network}. */
    private static String fileName(ChartPlan plan, Metric metric, ChartRequest request) {
        StringBuilder name = new StringBuilder("chart-" + plan.kind().label());
        Stream.of(metric, plan.xMetric())
                .filter(one -> one != null)
                .forEach(one -> name.append('-').append(one.column()));
        name.append(plan.level() == null ? "" : "-" + plan.level());
        Stream.of(plan.x(), plan.rows(), plan.lines(), plan.facet())
                .filter(one -> one != null)
                .forEach(one -> name.append('-').append(one.name()));
        request.where().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry ->
                        name.append('-').append(entry.getKey()).append('-').append(entry.getValue()));
        String plain = name.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "_");
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private static ChartSheet sheet(ChartPlan plan, Metric metric, String name) {
        List<Look> looks = ParetoDrawing.looks(plan.lines()).toList();
        Drawing drawing = drawing(plan, metric, looks);
        List<Panel> panels = facets(plan, drawing::draw);
        return new ChartSheet(name, title(plan, metric), caption(plan, metric), legend(plan, metric, looks), panels);
    }

    private static ChartData figures(ChartPlan plan, Metric metric, String name) {
        List<Look> looks = ParetoDrawing.looks(plan.lines()).toList();
        Drawing drawing = drawing(plan, metric, looks);
        return new ChartData(
                name,
                title(plan, metric),
                caption(plan, metric),
                plan.kind(),
                drawing.xAxis(),
                drawing.yAxis(),
                looks.stream()
                        .map(look -> new Line(look.name(), look.place(), look.name() + missing(plan, metric, look)))
                        .toList(),
                facets(plan, (part, title) -> new Part(title, drawing.marks(part), drawing.notes(part))));
    }

    /** Something of every panel, from its runs and its title. */
    private static <T> List<T> facets(ChartPlan plan, BiFunction<Observations, String, T> of) {
        return plan.facet() == null
                ? List.of(of.apply(plan.data(), ""))
                : plan.facet().labels().stream()
                        .map(label -> of.apply(
                                plan.data().where(plan.facet(), label),
                                plan.facet().name() + ": " + label))
                        .toList();
    }

    private static Drawing drawing(ChartPlan plan, Metric metric, List<Look> looks) {
        return switch (plan.kind()) {
            case ECDF -> new EcdfDrawing(plan, looks);
            case TIME -> new TimeDrawing(plan, looks);
            case HEAT -> new HeatDrawing(plan, metric);
            case PARETO -> new ParetoDrawing(plan, metric, looks);
            default -> new PanelDrawing(plan, metric, looks);
        };
    }

    private static String title(ChartPlan plan, Metric metric) {
        String what = switch (plan.kind()) {
            case TIME -> "pairs of nodes at level " + plan.level();
            case PARETO -> ChartPlan.title(metric) + " against " + ChartPlan.title(plan.xMetric());
            default -> ChartPlan.title(metric);
        };
        return plan.data().title() + ": " + what;
    }

    private static String caption(ChartPlan plan, Metric metric) {
        if (plan.data().compared() != null) {
            return differences(plan.data().compared(), metric, plan.intervals() && plan.kind() != Kind.HEAT);
        }
        return switch (plan.kind()) {
            case ECDF -> "every run counts; runs without a value never do, so their line stays below 100 %";
            case TIME -> "mean of the runs";
            case BOX -> "quartiles, whiskers to the last value within 1.5 box heights, every run a point";
            case PARETO ->
                "a point per combination: mean of its runs; the grey line joins those that no other beats in both";
            case HEAT -> "means of the runs that have a value";
            default -> "means of the runs that have a value" + (plan.intervals() ? ", 95 % confidence intervals" : "");
        };
    }

    private static String differences(SavedComparison compared, Metric metric, boolean intervals) {
        String better = switch (metric.better()) {
            case LOWER -> "; below zero, B is better";
            case HIGHER -> "; above zero, B is better";
            default -> "";
        };
        return "A: " + compared.nameA() + "; B: " + compared.nameB() + (intervals ? "; 95 % confidence intervals" : "")
                + better;
    }

    /** The looks with what must be known of them: how many runs have no value. */
    private static List<Entry> legend(ChartPlan plan, Metric metric, List<Look> looks) {
        if (plan.lines() == null) {
            return List.of();
        }
        return looks.stream()
                .map(look -> new Entry(look, look.name() + missing(plan, metric, look)))
                .toList();
    }

    private static String missing(ChartPlan plan, Metric metric, Look look) {
        if (metric == null || plan.data().compared() != null) {
            return "";
        }
        double[] samples = plan.data().where(plan.lines(), look.name()).samples(metric);
        long missing = Arrays.stream(samples).filter(Double::isNaN).count();
        return missing == 0 ? "" : " (" + missing + " of " + ChartLook.runs(samples.length) + " without a value)";
    }
}
