package hopscope.cli;

import hopscope.chart.Charts;
import hopscope.results.ResultReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the charts of saved results. */
@Command(
        name = "chart",
        mixinStandardHelpOptions = true,
        description = "Draws the charts of a result folder, as PNG and SVG.",
        footer = {"", "Examples:", "  hopscope chart results/six-nodes", "  hopscope chart results/latest --out figures"
        })
final class ChartCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Result folders of 'hopscope run'.")
    private List<Path> folders;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the charts go; default: the result folder.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (out != null && folders.size() > 1) {
            throw new UserError("--out takes the charts of one result folder only, not of " + folders.size());
        }
        for (Path folder : folders) {
            for (Path chart : Charts.writeAll(ResultReader.read(folder), out == null ? folder : out)) {
                spec.commandLine().getOut().println(chart);
            }
        }
        spec.commandLine().getOut().flush();
        return ExitStatus.FINE;
    }
}
