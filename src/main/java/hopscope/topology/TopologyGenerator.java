package hopscope.topology;

import hopscope.random.Keys;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jgrapht.generate.BarabasiAlbertGraphGenerator;
import org.jgrapht.generate.CompleteGraphGenerator;
import org.jgrapht.generate.GnpRandomGraphGenerator;
import org.jgrapht.generate.GraphGenerator;
import org.jgrapht.generate.GridGraphGenerator;
import org.jgrapht.generate.LinearGraphGenerator;
import org.jgrapht.generate.RandomRegularGraphGenerator;
import org.jgrapht.generate.RingGraphGenerator;
import org.jgrapht.generate.StarGraphGenerator;
import org.jgrapht.generate.WattsStrogatzGraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.util.SupplierUtil;

/**
 * Draws networks from the usual models, with JGraphT's generators where it has one. Nodes are named {@code 0 … n-1}.
 * The same model, parameters and seed give the same network on every JDK: what JGraphT returns in hash order is sorted
 * by {@link TopologyBuilder}. A random network need not be connected.
 */
public final class TopologyGenerator {
    /** The most links a network may have: above it drawing alone would take minutes and gigabytes. */
    public static final int LINKS_MAX = 5_000_000;

    private static final int NODES_MAX = 1_000_000;

    /** Random numbers per link after which a random-regular draw gives up; the observed need is below 20. */
    private static final long REGULAR_DRAWS_PER_LINK_MAX = 1_000;

    private TopologyGenerator() {}

    /**
     * Draws a network. Time and memory are O(nodes + links), but time is O(nodes²) for erdos-renyi and O(nodes·degree²)
     * for random-regular, where 10,000 nodes of degree 100 take seconds.
     *
     * @param seed of the random models; the others ignore it. Its lower 48 bits count, as in {@link Random}
     * @throws IllegalArgumentException if the model cannot be drawn with these parameters; the message says why
     */
    public static Topology generate(GeneratorModel model, GeneratorParameters parameters, long seed) {
        ParameterRules.require(model, parameters);
        int nodes = parameters.nodes();
        return switch (model) {
            case LINE -> drawn(new LinearGraphGenerator<>(nodes));
            case RING -> drawn(new RingGraphGenerator<>(nodes));
            case STAR -> drawn(new StarGraphGenerator<>(nodes));
            case COMPLETE -> drawn(new CompleteGraphGenerator<>(nodes));
            case GRID -> grid(parameters.rows(), parameters.columns());
            case TORUS -> torus(parameters.rows(), parameters.columns());
            case TREE -> tree(nodes, parameters.branching());
            case ERDOS_RENYI -> drawn(new GnpRandomGraphGenerator<>(nodes, parameters.probability(), seed));
            case BARABASI_ALBERT -> barabasiAlbert(nodes, parameters.attach(), seed);
            case WATTS_STROGATZ ->
                drawn(new WattsStrogatzGraphGenerator<>(nodes, parameters.degree(), parameters.rewire(), seed));
            case RANDOM_REGULAR -> randomRegular(nodes, parameters.degree(), seed);
        };
    }

    static int nodesMax() {
        return NODES_MAX;
    }

    /**
     * A node while JGraphT draws. JGraphT finds links by the hash of a pair, 31·a + b: of small integers that is nearly
     * the same for most pairs of a dense network, so the hash of each is spread first.
     */
    private record Vertex(int index) {
        @Override
        public int hashCode() {
            return (int) Keys.mix(index);
        }
    }

    private static SimpleGraph<Vertex, DefaultEdge> graph(GraphGenerator<Vertex, DefaultEdge, Vertex> generator) {
        AtomicInteger next = new AtomicInteger();
        SimpleGraph<Vertex, DefaultEdge> graph = new SimpleGraph<>(
                () -> new Vertex(next.getAndIncrement()), SupplierUtil.createDefaultEdgeSupplier(), false);
        generator.generateGraph(graph);
        return graph;
    }

    private static Topology drawn(GraphGenerator<Vertex, DefaultEdge, Vertex> generator) {
        SimpleGraph<Vertex, DefaultEdge> graph = graph(generator);
        TopologyBuilder builder = new TopologyBuilder().nodes(graph.vertexSet().size());
        for (DefaultEdge edge : graph.edgeSet()) {
            builder.link(
                    graph.getEdgeSource(edge).index(), graph.getEdgeTarget(edge).index());
        }
        return builder.build();
    }

    private static Topology grid(int rows, int columns) {
        // JGraphT's grid starts at two by two.
        boolean single = rows == 1 || columns == 1;
        return drawn(single ? new LinearGraphGenerator<>(rows * columns) : new GridGraphGenerator<>(rows, columns));
    }

    private static Topology torus(int rows, int columns) {
        TopologyBuilder builder = new TopologyBuilder().nodes(rows * columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int node = row * columns + column;
                builder.link(node, row * columns + (column + 1) % columns);
                builder.link(node, (row + 1) % rows * columns + column);
            }
        }
        return builder.build();
    }

    private static Topology tree(int nodes, int branching) {
        TopologyBuilder builder = new TopologyBuilder().nodes(nodes);
        for (int node = 1; node < nodes; node++) {
            builder.link((node - 1) / branching, node);
        }
        return builder.build();
    }

    /** Grows from a complete core of attach+1 nodes, the smallest in which every node has the links it would bring. */
    private static Topology barabasiAlbert(int nodes, int attach, long seed) {
        return drawn(new BarabasiAlbertGraphGenerator<>(attach + 1, attach, nodes, seed));
    }

    /**
     * Above half of all possible links it is the complement that is drawn: pairing stubs at random hardly ever succeeds
     * in dense networks.
     */
    private static Topology randomRegular(int nodes, int degree, long seed) {
        int absent = nodes - 1 - degree;
        boolean complement = absent < degree;
        int drawnDegree = complement ? absent : degree;
        Random source = new BoundedRandom(seed, REGULAR_DRAWS_PER_LINK_MAX * (1L + (long) nodes * drawnDegree));
        GraphGenerator<Vertex, DefaultEdge, Vertex> generator =
                new RandomRegularGraphGenerator<>(nodes, drawnDegree, source);
        return complement ? complementOf(graph(generator)) : drawn(generator);
    }

    private static Topology complementOf(SimpleGraph<Vertex, DefaultEdge> graph) {
        int nodes = graph.vertexSet().size();
        TopologyBuilder builder = new TopologyBuilder().nodes(nodes);
        for (int a = 0; a < nodes; a++) {
            for (int b = a + 1; b < nodes; b++) {
                if (!graph.containsEdge(new Vertex(a), new Vertex(b))) {
                    builder.link(a, b);
                }
            }
        }
        return builder.build();
    }

    /** JGraphT's own random source with an end: its random-regular generator starts over for as long as it fails. */
    private static final class BoundedRandom extends Random {
        private static final long serialVersionUID = 1L;

        private long left;

        BoundedRandom(long seed, long draws) {
            super(seed);
            this.left = draws;
        }

        @Override
        protected int next(int bits) {
            if (left-- == 0) {
                throw new IllegalArgumentException(
                        "found no random-regular network of this degree; take another seed or another degree");
            }
            return super.next(bits);
        }
    }
}
