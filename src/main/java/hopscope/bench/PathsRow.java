package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import hopscope.random.RandomStream;
import hopscope.topology.ShortestPaths;
import hopscope.topology.Topology;
import java.util.Arrays;
import java.util.List;

/** Shortest paths from every node of a scale-free network of 10,000. */
final class PathsRow implements BenchRow {
    private static final int QUICK_SHARE = 10;
    private static final int COST_RANGE = 1_000;

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public String about() {
        return "shortest paths, scale-free network of 10,000 nodes: from every node, and from one";
    }

    @Override
    public Needs needs() {
        return new Needs(15, 200_000_000L);
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        Topology topology = BenchNetwork.scaleFree(10_000).scenario("1s").topology();
        int nodes = topology.nodeCount();
        int step = settings.quick() ? QUICK_SHARE : 1;
        String note = step == 1 ? "" : "from the time of every tenth node";
        ShortestPaths paths = new ShortestPaths(topology);
        int[] distance = new int[nodes];
        int[] cost = costs(topology);
        boolean[] linkUp = filled(topology.linkCount());
        boolean[] nodeUp = filled(nodes);
        double hops = secondsOfAll(nodes, step, source -> paths.hops(source, distance));
        double costs = secondsOfAll(nodes, step, source -> paths.costs(source, cost, linkUp, nodeUp, distance));
        return List.of(
                BenchFigure.of("paths/hops", hops, "s", Target.atMost(4), note),
                BenchFigure.of("paths/weighted", costs, "s", Target.atMost(10), note),
                BenchFigure.of(
                        "paths/one", hops / nodes * 1e6, "us", Target.atMost(20), "a whole search from one node"));
    }

    private static int[] costs(Topology topology) {
        RandomStream random = new RandomStream(1);
        int[] byLink = new int[topology.linkCount()];
        Arrays.setAll(byLink, link -> 1 + random.nextInt(COST_RANGE));
        int[] directed = new int[2 * byLink.length];
        Arrays.setAll(directed, at -> byLink[topology.linkAt(at)]);
        return directed;
    }

    private static boolean[] filled(int length) {
        boolean[] all = new boolean[length];
        Arrays.fill(all, true);
        return all;
    }

    private static double secondsOfAll(int nodes, int step, java.util.function.IntConsumer search) {
        for (int source = 0; source < nodes; source += 100) {
            search.accept(source);
        }
        long begin = System.nanoTime();
        for (int source = 0; source < nodes; source += step) {
            search.accept(source);
        }
        return step * (System.nanoTime() - begin) / 1e9;
    }
}
