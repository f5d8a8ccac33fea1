package hopscope.scenario;

import hopscope.random.Keys;
import hopscope.topology.GeneratorParameters;
import hopscope.topology.ImportedTopology;
import hopscope.topology.Topology;
import hopscope.topology.TopologyBuilder;
import hopscope.topology.TopologyFormatException;
import hopscope.topology.TopologyGenerator;
import hopscope.topology.format.LatencySource;
import hopscope.topology.format.ReadSettings;
import hopscope.topology.format.TopologyFiles;
import hopscope.topology.format.TopologyFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Builds the network that a scenario describes, before any component is chosen. */
public final class TopologyFactory {
    private static final String WHOLE_NUMBER = "0|[1-9][0-9]{0,17}";

    private TopologyFactory() {}

    /**
     * Builds the network; the same specification and seed give the same network.
     *
     * @param spec with exactly one of edges, generator and file
     * @param scenarioSeed used unless the specification has a seed of its own
     * @param baseFolder that the file is relative to
     * @throws TopologyFormatException if the file cannot be used
     * @throws IllegalArgumentException if the generator cannot work with its parameters; the message is for the user
     */
    public static Topology build(TopologySpec spec, long scenarioSeed, Path baseFolder) throws TopologyFormatException {
        if (spec.edges() != null) {
            return ofEdges(spec.edges());
        }
        if (spec.generate() != null) {
            long seed = spec.seed() == null ? scenarioSeed : spec.seed();
            return TopologyGenerator.generate(spec.generate(), parameters(spec), Keys.of(seed, "topology"));
        }
        return read(spec, baseFolder).topology();
    }

    /**
     * Reads the network file of a specification, with what it says beyond nodes and links.
     *
     * @param spec with a file
     * @param baseFolder that the file is relative to
     * @throws TopologyFormatException if the file cannot be used
     */
    public static ImportedTopology read(TopologySpec spec, Path baseFolder) throws TopologyFormatException {
        ReadSettings settings = new ReadSettings(
                spec.format() == null ? TopologyFormat.AUTO : spec.format(),
                spec.latencyFrom() == null ? LatencySource.ATTRIBUTE : spec.latencyFrom(),
                orZero(spec.nearest()));
        return TopologyFiles.read(baseFolder.resolve(spec.file()), settings);
    }

    private static GeneratorParameters parameters(TopologySpec spec) {
        return new GeneratorParameters(
                orZero(spec.nodes()),
                orZero(spec.rows()),
                orZero(spec.columns()),
                orZero(spec.attach()),
                spec.probability() == null ? 0 : spec.probability().value(),
                orZero(spec.degree()),
                spec.rewire() == null ? 0 : spec.rewire().value(),
                orZero(spec.branching()));
    }

    private static int orZero(Integer value) {
        return value == null ? 0 : value;
    }

    private static Topology ofEdges(List<EdgeSpec> edges) {
        TopologyBuilder builder = new TopologyBuilder();
        names(edges).forEach(builder::node);
        for (EdgeSpec edge : edges) {
            long latencyNanos = edge.latency() == null
                    ? Topology.NO_LATENCY
                    : edge.latency().nanos();
            builder.link(builder.node(edge.a().name()), builder.node(edge.b().name()), latencyNanos);
        }
        return builder.build();
    }

    /** Numbers are sorted, so that node 3 has index 3 wherever all numbers occur; words stay in their order. */
    private static List<String> names(List<EdgeSpec> edges) {
        Set<String> distinct = new LinkedHashSet<>();
        for (EdgeSpec edge : edges) {
            distinct.add(edge.a().name());
            distinct.add(edge.b().name());
        }
        List<String> names = new ArrayList<>(distinct);
        if (names.stream().allMatch(name -> name.matches(WHOLE_NUMBER))) {
            names.sort(Comparator.comparingLong(Long::parseLong));
        }
        return names;
    }
}
