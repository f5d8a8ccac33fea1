package hopscope.cli;

import hopscope.chart.ChartRequest.Refused;
import hopscope.chart.Charts;
import hopscope.chart.ComparisonCharts;
import hopscope.chart.DeclaredCharts;
import hopscope.chart.Observations;
import hopscope.chart.SavedCharts;
import hopscope.compare.SavedComparison;
import hopscope.results.ResultReader;
import hopscope.scenario.ChartSpec;
import hopscope.sweep.SweepFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the charts of saved results. */
@Command(
        name = "chart",
        mixinStandardHelpOptions = true,
        description = "Draws charts of results and of comparisons, as PNG and SVG.",
        footer = {
            "",
            "Without options: the usual charts. With options, one chart of the runs of all folders; what is not said is",
            "chosen: x is the first axis with numbers, lines are protocols, and what is left has a panel for each label.",
            "Runs that differ in ways that the chart does not show are never thrown together.",
            "",
            "Examples:",
            "  hopscope chart results/six-nodes",
            "  hopscope chart results/loss.sweep --x links.loss --y delivery_ratio --lines protocol --facet network",
            "  hopscope chart results/loss.sweep --kind heat --x links.loss --y network --z hops_mean",
            "  hopscope chart results/abilene results/geant --kind box --x scenario --out figures",
            "  hopscope chart results/loss.comparison --x links.loss --y delivery_ratio"
        })
final class ChartCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "Folders that 'run' or 'sweep' wrote; or one of 'compare', or its JSON.")
    private List<Path> folders;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the charts go; default: the result folder.")
    private Path out;

    @Mixin
    private ChartArguments arguments;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!arguments.given() && folders.size() == 1 && SavedComparison.isIn(folders.get(0))) {
            drawComparison(folders.get(0));
            return ExitStatus.FINE;
        }
        if (!arguments.given() && folders.size() == 1 && drawDeclared(folders.get(0))) {
            return ExitStatus.FINE;
        }
        if (arguments.given() || SweepFolder.isSweep(folders.get(0))) {
            arguments.write(folders, out).forEach(spec.commandLine().getOut()::println);
        } else {
            drawUsual();
        }
        spec.commandLine().getOut().flush();
        return ExitStatus.FINE;
    }

    private void drawComparison(Path comparison) {
        ComparisonCharts.write(SavedComparison.read(comparison), out == null ? ChartArguments.folder(comparison) : out)
                .forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
    }

    /** The charts that were declared for a folder: of a sweep in place of the usual ones, of a run after them. */
    private boolean drawDeclared(Path folder) {
        boolean isSweep = SweepFolder.isSweep(folder);
        List<ChartSpec> charts = isSweep ? SweepFolder.readPlan(folder).charts() : SavedCharts.of(folder);
        if (charts.isEmpty()) {
            return false;
        }
        if (!isSweep) {
            drawUsual();
        }
        try {
            DeclaredCharts.write(charts, Observations.read(folders), out == null ? folder : out)
                    .forEach(spec.commandLine().getOut()::println);
        } catch (Refused wrong) {
            throw new UserError(folder + " does not hold all that its declared charts show: " + wrong.getMessage());
        }
        spec.commandLine().getOut().flush();
        return true;
    }

    private void drawUsual() {
        if (out != null && folders.size() > 1) {
            throw new UserError("--out takes the charts of one result folder only, not of " + folders.size());
        }
        for (Path folder : folders) {
            for (Path chart : Charts.writeAll(ResultReader.read(folder), out == null ? folder : out)) {
                spec.commandLine().getOut().println(chart);
            }
        }
    }
}
