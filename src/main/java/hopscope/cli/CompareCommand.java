package hopscope.cli;

import hopscope.chart.ComparisonCharts;
import hopscope.chart.NoFontsException;
import hopscope.compare.ComparedFolder;
import hopscope.compare.Comparison;
import hopscope.compare.ComparisonJson;
import hopscope.compare.ComparisonText;
import hopscope.compare.Matching;
import hopscope.compare.SavedComparison;
import hopscope.document.Suggestion;
import hopscope.scenario.Metric;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares saved results. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compares two result folders, two sweeps, or two protocols of one, metric by metric.",
        footer = {
            "",
            "Runs with the same seed are compared in pairs. Without B, and without --protocols or --by, the folder's two",
            "protocols are compared. Of sweeps, cells with the same labels are compared, and where the winner changes",
            "along an axis is told.",
            "",
            "Examples:",
            "  hopscope compare results/before results/after",
            "  hopscope compare results/six-nodes --protocols source-routing,distance-vector --markdown",
            "  hopscope compare results/loss.sweep --by links.loss=0%%,10%% --metric hops_mean",
            "  hopscope compare results/loss.sweep --out results/loss.comparison"
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "A folder of 'hopscope run' or 'hopscope sweep'.")
    private Path first;

    @Parameters(index = "1", arity = "0..1", paramLabel = "B", description = "Another one of the same kind.")
    private Path second;

    @Option(names = "--protocols", paramLabel = "X,Y", split = ",", description = "Protocol X of A against Y of B.")
    private List<String> protocols = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "AXIS=X,Y",
            description = "Cells of a sweep with X on this axis against those with Y.")
    private String by;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "Compare this metric; may be given several times. Default: all that have a direction; of"
                    + " sweeps those that 'hopscope sweep' shows.")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Also keep the comparison in this folder, with a chart of each metric's differences and their"
                    + " intervals; 'hopscope chart' and 'hopscope report' take it.")
    private Path out;

    @Option(names = "--no-charts", description = "Draw no charts into that folder.")
    private boolean noCharts;

    @Option(names = "--force", description = "Use that folder even if it holds something else.")
    private boolean force;

    @ArgGroup
    private Form form = new Form();

    @Spec
    private CommandSpec spec;

    /** How the outcome is written. */
    private static final class Form {
        @Option(names = "--markdown", description = "Print Markdown, for a pull request.")
        private boolean markdown;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;
    }

    @Override
    public Integer call() {
        ComparedFolder a = ComparedFolder.read(first);
        ComparedFolder b = second == null ? a : ComparedFolder.read(second);
        if (!a.axes().equals(b.axes())) {
            throw new UserError(first + " and " + second + " cannot be compared: one has the axes " + a.axes()
                    + ", the other " + b.axes() + "; expected results of the same kind");
        }
        boolean allByDefault = metrics.isEmpty() && a.axes().isEmpty();
        List<Metric> chosen = allByDefault ? Comparison.directed() : SweepMetrics.of(metrics);
        Matching matching = matching(a, b);
        if (matching.pairs().isEmpty()) {
            throw new UserError("nothing in " + first + " has a counterpart with the same protocol and labels"
                    + (second == null ? "" : " in " + second) + "; --protocols X,Y names protocols to compare, here "
                    + String.join(", ", a.protocols()) + " and " + String.join(", ", b.protocols()));
        }
        Comparison comparison = Comparison.of(matching, chosen);
        keep(comparison);
        PrintWriter print = spec.commandLine().getOut();
        print.print(
                form.json
                        ? ComparisonJson.render(comparison)
                        : form.markdown ? ComparisonText.markdown(comparison) : ComparisonText.plain(comparison));
        print.flush();
        return ExitStatus.FINE;
    }

    /** What is printed stays as it is, so the files are told on the other output. */
    private void keep(Comparison comparison) {
        if (out == null) {
            return;
        }
        String command = "hopscope "
                + String.join(
                        " ", spec.commandLine().getParent().getParseResult().originalArgs());
        SavedComparison.write(comparison, command, out, force);
        PrintWriter err = spec.commandLine().getErr();
        err.println(out.resolve(SavedComparison.FILE));
        if (!noCharts) {
            try {
                ComparisonCharts.write(SavedComparison.read(out), out).forEach(err::println);
            } catch (NoFontsException e) {
                err.println("warning: no charts were drawn: " + e.getMessage());
            }
        }
        err.flush();
    }

    private Matching matching(ComparedFolder a, ComparedFolder b) {
        if (by != null) {
            return byAxis(a);
        }
        if (!protocols.isEmpty()) {
            return byProtocols(a, b, protocols);
        }
        if (second != null) {
            return Matching.ofFolders(a, b);
        }
        if (a.isPairedByAxis()) {
            return alongAxis(a);
        }
        if (a.protocols().size() != 2) {
            throw new UserError(first + " has the protocols " + String.join(", ", a.protocols())
                    + "; --protocols X,Y says which two, or a second folder is needed");
        }
        return byProtocols(a, a, a.protocols());
    }

    private static Matching alongAxis(ComparedFolder a) {
        if (a.labelsOf(a.pairBy()).size() < 2) {
            throw new UserError(a.name() + " is to be compared along " + a.pairBy()
                    + " (pair-by), which has one label only;" + " --protocols X,Y compares protocols");
        }
        return Matching.alongAxis(a, a.pairBy());
    }

    private static Matching byProtocols(ComparedFolder a, ComparedFolder b, List<String> names) {
        if (names.size() != 2) {
            throw new UserError("--protocols takes two names with a comma between, got " + String.join(",", names));
        }
        requireOneOf(names.get(0), a.protocols(), "--protocols: " + a.name() + " has no protocol");
        requireOneOf(names.get(1), b.protocols(), "--protocols: " + b.name() + " has no protocol");
        return Matching.ofProtocols(a, names.get(0), b, names.get(1));
    }

    private Matching byAxis(ComparedFolder a) {
        int equals = by.indexOf('=');
        String[] labels = by.substring(equals + 1).split(",");
        if (equals < 1 || labels.length != 2 || second != null || !protocols.isEmpty()) {
            throw new UserError("--by " + by + ": expected AXIS=X,Y, with one sweep and without --protocols");
        }
        String axis = by.substring(0, equals);
        requireOneOf(axis, a.axes(), "--by: " + a.name() + " has no axis");
        for (String label : labels) {
            requireOneOf(label, a.labelsOf(axis), "--by: the axis " + axis + " has no label");
        }
        return Matching.ofAxis(a, axis, labels[0], labels[1]);
    }

    private static void requireOneOf(String name, List<String> names, String complaint) {
        if (!names.contains(name)) {
            throw new UserError(complaint + " '" + name + "'; expected "
                    + (names.isEmpty() ? "a sweep" : "one of " + String.join(", ", names))
                    + Suggestion.hint(name, names));
        }
    }
}
