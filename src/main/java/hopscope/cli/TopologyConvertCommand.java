package hopscope.cli;

import hopscope.results.AtomicFile;
import hopscope.topology.format.NetworkText;
import hopscope.topology.format.TopologyFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a network file in another format. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Writes a network file in another format, parallel links merged and self-loops dropped.",
        footer = {
            "",
            "Examples:",
            "  hopscope topology convert scenarios/topologies/abilene.graphml --to csv",
            "  hopscope topology convert scenarios/topologies/geant.graphml --to dot --out target/geant.dot"
        })
final class TopologyConvertCommand implements Callable<Integer> {
    @Mixin
    private TopologyFileArguments arguments;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            description = "graphml, gml, csv, meshnet-json, snap or dot.")
    private String to;

    @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TopologyFormat format = TopologyFormat.of(to)
                .filter(NetworkText.FORMATS::contains)
                .orElseThrow(() -> new UserError("'" + to + "' cannot be written, expected "
                        + NetworkText.FORMATS.stream()
                                .map(TopologyFormat::label)
                                .collect(Collectors.joining(", "))));
        String text;
        try {
            text = NetworkText.of(
                    arguments.read(), format, String.valueOf(arguments.file().getFileName()));
        } catch (IllegalArgumentException e) {
            throw new UserError(arguments.file() + ": cannot be written as " + to + ": " + e.getMessage());
        }
        if (out == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            AtomicFile.write(out, text);
        }
        return ExitStatus.FINE;
    }
}
