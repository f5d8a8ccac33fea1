package hopscope.cli;

import hopscope.chart.ChartRequest;
import hopscope.chart.ChartRequest.Kind;
import hopscope.chart.ChartRequest.Refused;
import hopscope.chart.Observations;
import hopscope.chart.RequestedCharts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The options that say what a chart shows. */
final class ChartArguments {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--kind", paramLabel = "KIND", description = "One of line, bar, box, ecdf, heat, pareto, time.")
    private Kind kind;

    @Option(
            names = "--x",
            paramLabel = "AXIS",
            description = "Along the chart: an axis of the sweep, protocol or scenario; for ecdf and pareto a metric.")
    private String x;

    @Option(
            names = "--y",
            paramLabel = "METRIC",
            split = ",",
            description =
                    "Up the chart: metrics, a chart for each; for heat an axis; for time known, reaching or optimal.")
    private List<String> y = new ArrayList<>();

    @Option(names = "--z", paramLabel = "METRIC", description = "What a heat map shows.")
    private String z;

    @Option(names = "--lines", paramLabel = "AXIS", description = "What colours tell apart; default: protocol.")
    private String lines;

    @Option(names = "--facet", paramLabel = "AXIS", description = "A panel for each label.")
    private String facet;

    @Option(names = "--where", paramLabel = "AXIS=LABEL", description = "Only runs with this label.")
    private Map<String, String> where = new LinkedHashMap<>();

    @Option(names = "--log", paramLabel = "AXES", description = "Logarithmic axes: x, y or xy.")
    private String log;

    @Option(
            names = "--ci",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Draw 95%% confidence intervals of means (default), or do not.")
    private boolean intervals;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the files without ending; in a folder of results, chart- comes before it.")
    private String name;

    /** Whether any of them was given. */
    boolean given() {
        ParseResult parsed = spec.commandLine().getParseResult();
        return List.of("--kind", "--x", "--y", "--z", "--lines", "--facet", "--where", "--log", "--ci", "--name")
                .stream()
                .anyMatch(parsed::hasMatchedOption);
    }

    /** The folder itself, or the one that the file of a comparison lies in. */
    static Path folder(Path results) {
        return Files.isRegularFile(results) ? results.toAbsolutePath().getParent() : results;
    }

    /**
     * Draws what they say.
     *
     * @param out where to, or {@code null} for the folder of the results
     * @return the files
     * @throws UserError if the data does not allow it
     */
    List<Path> write(List<Path> folders, Path out) {
        if (out == null && folders.size() > 1) {
            throw new UserError(
                    "a chart of " + folders.size() + " folders belongs to none of them; --out says where it goes");
        }
        if (log != null && !log.matches("x|y|xy|yx")) {
            throw new UserError("--log " + log + ": expected x, y or xy");
        }
        if (name != null && !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new UserError("--name " + name + ": expected letters, digits, '.', '_' and '-'");
        }
        String file = name == null || out != null ? name : "chart-" + name;
        ChartRequest request = new ChartRequest(kind, x, y, z, lines, facet, where, log, intervals);
        try {
            return RequestedCharts.write(
                    Observations.read(folders), request, out == null ? folder(folders.get(0)) : out, file);
        } catch (Refused wrong) {
            throw new UserError(wrong.getMessage());
        }
    }
}
