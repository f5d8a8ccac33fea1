package hopscope.cli;

import hopscope.results.AtomicFile;
import hopscope.topology.GeneratorModel;
import hopscope.topology.GeneratorParameters;
import hopscope.topology.Topology;
import hopscope.topology.TopologyGenerator;
import hopscope.topology.format.GraphMlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at networks, and makes them. */
@Command(
        name = "topology",
        mixinStandardHelpOptions = true,
        description = "Describes, converts and draws networks from files, or generates them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TopologyInfoCommand.class,
            TopologyConvertCommand.class,
            TopologyDrawCommand.class,
            TopologyExplainCommand.class,
            TopologyCommand.Generate.class
        })
final class TopologyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "which command? expected info, convert, draw, explain or generate");
    }

    /** Makes a network. */
    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description = "Generates a network and writes it as GraphML.",
            footer = {
                "",
                "Examples:",
                "  hopscope topology generate barabasi-albert --nodes 1000 --attach 2 --seed 7 --out ba.graphml",
                "  hopscope topology generate torus --rows 10 --columns 10"
            })
    static final class Generate implements Callable<Integer> {
        @Parameters(
                paramLabel = "MODEL",
                description = "line, ring, star, complete, grid, torus, tree, erdos-renyi, barabasi-albert, "
                        + "watts-strogatz or random-regular.")
        private String model;

        @Option(names = "--nodes", paramLabel = "N", description = "All models but grid and torus.")
        private int nodes;

        @Option(names = "--rows", paramLabel = "N", description = "Grid, torus.")
        private int rows;

        @Option(names = "--columns", paramLabel = "N", description = "Grid, torus.")
        private int columns;

        @Option(names = "--attach", paramLabel = "N", description = "Links of each new node: barabasi-albert.")
        private int attach;

        @Option(names = "--probability", paramLabel = "P", description = "Of each possible link: erdos-renyi.")
        private double probability;

        @Option(
                names = "--degree",
                paramLabel = "N",
                description = "Links of each node: watts-strogatz, random-regular.")
        private int degree;

        @Option(names = "--rewire", paramLabel = "P", description = "Probability to rewire a link: watts-strogatz.")
        private double rewire;

        @Option(names = "--branching", paramLabel = "N", description = "Children of each inner node: tree.")
        private int branching;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default ${DEFAULT-VALUE}.")
        private long seed;

        @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
        private Path out;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Topology topology = generate();
            StringBuilder text = new StringBuilder();
            try {
                GraphMlWriter.write(topology, model, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (out == null) {
                spec.commandLine().getOut().print(text);
                spec.commandLine().getOut().flush();
            } else {
                AtomicFile.write(out, text.toString());
            }
            return ExitStatus.FINE;
        }

        private Topology generate() {
            GeneratorParameters parameters =
                    new GeneratorParameters(nodes, rows, columns, attach, probability, degree, rewire, branching);
            try {
                return TopologyGenerator.generate(model(), parameters, seed);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage());
            }
        }

        private GeneratorModel model() {
            return Arrays.stream(GeneratorModel.values())
                    .filter(candidate -> candidate.label().equals(model))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "unknown model '" + model + "', expected one of "
                                    + Arrays.stream(GeneratorModel.values())
                                            .map(GeneratorModel::label)
                                            .collect(Collectors.joining(", "))));
        }
    }
}
