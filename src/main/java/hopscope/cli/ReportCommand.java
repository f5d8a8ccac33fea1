package hopscope.cli;

import hopscope.report.HtmlReport;
import hopscope.results.ResultFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a page about results. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Writes one HTML file about results: tables, charts to zoom, the network over time. Needs no network.",
        footer = {
            "",
            "To show the network over time, the first run of each protocol is done again from the effective scenario.",
            "",
            "Examples:",
            "  hopscope report results/six-nodes",
            "  hopscope report results/headline.sweep --out headline.html"
        })
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A folder that 'run', 'sweep', 'merge' or 'compare --out' wrote.")
    private Path folder;

    @Option(names = "--out", paramLabel = "FILE", description = "The page; default: report.html in the folder.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = out == null ? folder.resolve(ResultFolder.REPORT) : out;
        HtmlReport.write(folder, file);
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
        return ExitStatus.FINE;
    }
}
