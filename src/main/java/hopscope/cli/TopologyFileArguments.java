package hopscope.cli;

import hopscope.topology.ImportedTopology;
import hopscope.topology.TopologyFormatException;
import hopscope.topology.format.LatencySource;
import hopscope.topology.format.ReadSettings;
import hopscope.topology.format.TopologyFiles;
import hopscope.topology.format.TopologyFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A network file and how to read it, as several commands take it. */
final class TopologyFileArguments {
    @Parameters(paramLabel = "FILE", description = "A network file.")
    private Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "auto",
            description = "auto (the default), graphml, gml, sndlib-xml, sndlib-native, rocketfuel-latencies, "
                    + "rocketfuel-weights, rocketfuel-cch, repetita, brite, inet, orbis, meshnet-json, snap, csv, matrix "
                    + "or dot.")
    private String format;

    @Option(
            names = "--latency-from",
            paramLabel = "SOURCE",
            defaultValue = "attribute",
            description = "attribute (the default), distance or constant.")
    private String latencyFrom;

    @Option(
            names = "--nearest",
            paramLabel = "K",
            defaultValue = "0",
            description = "Of a latency matrix, keep each node's K fastest links.")
    private int nearest;

    Path file() {
        return file;
    }

    /** The network, or an error for the user. */
    ImportedTopology read() {
        TopologyFormat chosen = TopologyFormat.of(format)
                .orElseThrow(() -> new UserError("unknown format '" + format + "', expected "
                        + Arrays.stream(TopologyFormat.values())
                                .map(TopologyFormat::label)
                                .collect(Collectors.joining(", "))));
        LatencySource source = LatencySource.of(latencyFrom)
                .orElseThrow(() -> new UserError(
                        "unknown source '" + latencyFrom + "' of latencies, expected attribute, distance or constant"));
        if (nearest < 0) {
            throw new UserError("--nearest is " + nearest + ", expected 1 or more");
        }
        try {
            return TopologyFiles.read(file, new ReadSettings(chosen, source, nearest));
        } catch (TopologyFormatException e) {
            String place = e.line() == 0 ? "" : ":" + e.line() + ":" + e.column();
            throw new UserError(file + place + ": " + e.getMessage());
        }
    }
}
