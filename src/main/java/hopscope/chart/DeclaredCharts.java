package hopscope.chart;

import hopscope.chart.ChartRequest.Kind;
import hopscope.chart.ChartRequest.Refused;
import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.scenario.ChartSpec;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ScenarioException;
import hopscope.sweep.LoadedSweep;
import hopscope.sweep.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charts that a scenario declares: checked before anything runs, drawn beside the usual ones. */
public final class DeclaredCharts {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final Pattern OPTION = Pattern.compile("--([a-z]+)");

    private DeclaredCharts() {}

    /**
     * Checks the charts of a scenario against what its results will hold.
     *
     * @throws ScenarioException with all that no chart can be drawn from
     */
    public static void check(LoadedScenario loaded) throws ScenarioException {
        if (!loaded.scenario().charts().isEmpty()) {
            check(loaded, loaded.scenario().charts(), Observations.expected(loaded.scenario()));
        }
    }

    /**
     * As {@link #check(LoadedScenario)}, for a sweep.
     *
     * @throws ScenarioException with all that no chart can be drawn from
     */
    public static void check(LoadedSweep loaded) throws ScenarioException {
        Sweep sweep = loaded.sweep();
        if (!sweep.charts().isEmpty()) {
            check(loaded.load(sweep.cells().get(0)), sweep.charts(), Observations.expected(sweep));
        }
    }

    private static void check(LoadedScenario loaded, List<ChartSpec> charts, Observations expected)
            throws ScenarioException {
        Problems problems = new Problems(loaded.at("charts").file());
        Set<String> taken = new LinkedHashSet<>();
        for (int i = 0; i < charts.size(); i++) {
            ChartSpec chart = charts.get(i);
            String path = "charts." + i;
            if (chart.name() != null && !chart.name().matches(NAME)) {
                problems.add(
                        loaded.at(path + ".name"),
                        "'" + chart.name() + "' cannot name a chart",
                        "1 to 100 letters, digits, '.', '_' or '-', a letter or digit first");
                continue;
            }
            try {
                for (String name : RequestedCharts.names(expected, request(chart), fileName(chart))) {
                    if (!taken.add(name)) {
                        problems.add(
                                loaded.at(path),
                                "this chart would have the same file as one before it, " + name,
                                "a name of its own");
                    }
                }
            } catch (Refused wrong) {
                problems.add(place(loaded, path, wrong.getMessage()), inScenario(wrong.getMessage()));
            }
        }
        if (problems.reports() > 0) {
            throw new ScenarioException(problems.sorted());
        }
    }

    /** Where the key stands that a message begins with; the chart itself if it begins with none, or with one not given. */
    private static Position place(LoadedScenario loaded, String path, String message) {
        Matcher option = OPTION.matcher(message);
        return loaded.at(option.lookingAt() ? path + "." + option.group(1) : path);
    }

    /** Options have the names of the keys. */
    private static String inScenario(String message) {
        return OPTION.matcher(message).replaceAll("'$1'");
    }

    /** The request that a declaration stands for. */
    static ChartRequest request(ChartSpec chart) {
        return new ChartRequest(
                chart.kind() == null ? null : Kind.valueOf(chart.kind().name()),
                chart.x(),
                chart.y() == null ? List.of() : chart.y().words(),
                chart.z(),
                chart.lines(),
                chart.facet(),
                chart.where() == null ? Map.of() : chart.where().byAxis(),
                chart.log() == null
                        ? null
                        : switch (chart.log()) {
                            case X -> "x";
                            case Y -> "y";
                            case BOTH -> "xy";
                        },
                chart.ci());
    }

    private static String fileName(ChartSpec chart) {
        return chart.name() == null ? null : "chart-" + chart.name();
    }

    /**
     * The charts as figures.
     *
     * @param refused takes a sentence for each chart that the results are not enough for, such as those of a part of a
     *     sweep
     */
    public static List<ChartData> figures(List<ChartSpec> charts, Observations data, Consumer<String> refused) {
        List<ChartData> all = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            ChartSpec chart = charts.get(i);
            try {
                all.addAll(RequestedCharts.figures(data, request(chart), fileName(chart)));
            } catch (Refused wrong) {
                String name = chart.name() == null ? "chart " + (i + 1) : chart.name();
                refused.accept(name + ": " + inScenario(wrong.getMessage()));
            }
        }
        return all;
    }

    /**
     * Draws the charts, each as PNG and SVG.
     *
     * @param data the results
     * @param folder made where it is missing
     * @return the files
     * @throws Refused if the results lack what a chart needs, which {@link #check} finds before
     * @throws NoFontsException if the system has no fonts to write with
     */
    public static List<Path> write(List<ChartSpec> charts, Observations data, Path folder) {
        List<Path> files = new ArrayList<>();
        for (ChartSpec chart : charts) {
            files.addAll(RequestedCharts.write(data, request(chart), folder, fileName(chart)));
        }
        return files;
    }
}
