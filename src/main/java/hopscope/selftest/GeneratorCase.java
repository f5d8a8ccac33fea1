package hopscope.selftest;

import hopscope.random.Keys;
import hopscope.topology.GeneratorModel;
import hopscope.topology.GeneratorParameters;
import hopscope.topology.Topology;
import hopscope.topology.TopologyFigures;
import hopscope.topology.TopologyGenerator;
import java.util.ArrayList;
import java.util.List;

/** Generated networks whose figures have a closed form. */
final class GeneratorCase implements Case {
    private static final int NETWORKS = 200;
    private static final int NODES = 300;

    @Override
    public Description describe() {
        return new Description(
                "generators",
                "Diameters and mean distances of regular networks; links and isolated nodes of random ones.",
                "closed forms; Gilbert 1959 for G(n, p); Watts and Strogatz 1998 for the lattice");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        shape(rows, "ring of 20", 20, 10, 100.0 / 19, GeneratorModel.RING, GeneratorParameters.ofNodes(20));
        shape(rows, "line of 20", 19, 19, 7, GeneratorModel.LINE, GeneratorParameters.ofNodes(20));
        shape(rows, "star of 20", 19, 2, 1.9, GeneratorModel.STAR, GeneratorParameters.ofNodes(20));
        shape(rows, "grid 10 x 10", 180, 18, 20 / 3.0, GeneratorModel.GRID, GeneratorParameters.ofRectangle(10, 10));
        shape(
                rows,
                "torus 10 x 10",
                200,
                10,
                500 / 99.0,
                GeneratorModel.TORUS,
                GeneratorParameters.ofRectangle(10, 10));
        lattice(rows);
        regular(rows, seed);
        gilbert(rows, seed);
        return rows;
    }

    private static void shape(
            List<Row> rows,
            String label,
            int links,
            int diameter,
            double meanDistance,
            GeneratorModel model,
            GeneratorParameters parameters) {
        TopologyFigures figures = TopologyFigures.of(TopologyGenerator.generate(model, parameters, 0));
        rows.add(Row.exact(label + ": links", links, figures.links()));
        rows.add(Row.exact(label + ": diameter", diameter, figures.diameter()));
        rows.add(Row.exact(label + ": mean distance", meanDistance, figures.averageShortestPath()));
    }

    /** A ring in which each of n nodes has k/2 neighbours on either side: at distance d are k nodes, but for the last. */
    private static void lattice(List<Row> rows) {
        int nodes = 500;
        int degree = 10;
        int full = (nodes - 1) / degree;
        int rest = (nodes - 1) % degree;
        double distances = degree * full * (full + 1) / 2.0 + rest * (full + 1.0);
        Topology lattice = TopologyGenerator.generate(
                GeneratorModel.WATTS_STROGATZ, GeneratorParameters.ofWattsStrogatz(nodes, degree, 0), 1);
        rows.add(Row.exact(
                "lattice of 500, degree 10: mean distance",
                distances / (nodes - 1),
                TopologyFigures.of(lattice).averageShortestPath()));
    }

    private static void regular(List<Row> rows, long seed) {
        TopologyFigures figures = TopologyFigures.of(TopologyGenerator.generate(
                GeneratorModel.RANDOM_REGULAR, GeneratorParameters.ofRandomRegular(200, 5), Keys.of(seed, 0)));
        rows.add(Row.exact("random-regular of 200, degree 5: least degree", 5, figures.degreeMin()));
        rows.add(Row.exact("random-regular of 200, degree 5: greatest degree", 5, figures.degreeMax()));
    }

    /** G(n, p) at the threshold of connectedness, p = ln n / n, where about one node is isolated. */
    private static void gilbert(List<Row> rows, long seed) {
        double probability = StrictMath.log(NODES) / NODES;
        Sample isolated = new Sample();
        long links = 0;
        for (int i = 1; i <= NETWORKS; i++) {
            Topology drawn = TopologyGenerator.generate(
                    GeneratorModel.ERDOS_RENYI, GeneratorParameters.ofErdosRenyi(NODES, probability), Keys.of(seed, i));
            links += drawn.linkCount();
            isolated.add(isolated(drawn));
        }
        long pairs = NODES * (NODES - 1L) / 2;
        rows.add(Row.mean(
                "erdos-renyi of 300, p = ln n / n: links",
                probability * pairs,
                (double) links / NETWORKS,
                pairs * probability * (1 - probability),
                NETWORKS));
        rows.add(Row.mean(
                "erdos-renyi of 300, p = ln n / n: isolated nodes",
                NODES * StrictMath.pow(1 - probability, NODES - 1),
                isolated));
    }

    private static int isolated(Topology topology) {
        int count = 0;
        for (int node = 0; node < topology.nodeCount(); node++) {
            count += topology.degree(node) == 0 ? 1 : 0;
        }
        return count;
    }
}
