package hopscope.cli;

import hopscope.scenario.Metric;
import hopscope.sweep.Merge;
import hopscope.sweep.SweepFolder.Found;
import hopscope.sweep.SweepTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the shards of a sweep together. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description =
                "Puts the shards of a sweep together, as if one machine had run it, with the charts that it declares.",
        footer = {
            "",
            "Exit status 1 if runs are missing; they are listed. Runs that several shards have are told, too.",
            "",
            "Example:",
            "  hopscope merge results/headline.sweep.*-of-4 --out results/headline.sweep"
        })
final class MergeCommand implements Callable<Integer> {
    private static final int LISTED_AT_MOST = 20;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders of shards.")
    private List<Path> folders;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the whole sweep goes.")
    private Path out;

    @Option(names = "--force", description = "Throw away the sweep that the folder holds.")
    private boolean force;

    @Option(names = "--no-charts", description = "Do not draw the charts that the file of the sweep declares.")
    private boolean noCharts;

    @Option(names = "--metric", paramLabel = "NAME", description = "Print a table of this metric, as 'hopscope sweep'.")
    private List<String> metrics = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Metric> shown = SweepMetrics.of(metrics);
        Merge merge = Merge.of(folders);
        merge.write(out, force ? Found.REPLACE : Found.REFUSE);
        List<String> missing = merge.missing();
        if (!noCharts && missing.isEmpty()) {
            SweepCharts.draw(merge.state(), out, spec.commandLine().getErr());
        }
        PrintWriter print = spec.commandLine().getOut();
        print.print(SweepTable.render(merge.state(), shown));
        list(print, "missing", missing);
        list(print, "double", merge.doubleRuns());
        print.printf(
                Locale.ROOT,
                "%s, %s, %d missing, %d double. Results in %s%n",
                Count.of(merge.state().cells().size(), "cell"),
                Count.of(merge.runs().size(), "run"),
                missing.size(),
                merge.doubles().size(),
                out);
        print.flush();
        return missing.isEmpty() ? ExitStatus.FINE : ExitStatus.FAILED;
    }

    private static void list(PrintWriter print, String what, List<String> lines) {
        lines.stream().limit(LISTED_AT_MOST).forEach(line -> print.println(what + ": " + line));
        if (lines.size() > LISTED_AT_MOST) {
            print.println(what + ": and " + (lines.size() - LISTED_AT_MOST) + " more");
        }
    }
}
