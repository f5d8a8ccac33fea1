package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import hopscope.random.RandomStream;
import hopscope.topology.AllDistances;
import hopscope.topology.RouteSearch;
import hopscope.topology.ShortestPaths;
import hopscope.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Shortest paths from every node of a scale-free network, and single ones between random pairs. */
final class PathsRow implements BenchRow {
    private static final int QUICK_SHARE = 10;
    private static final int COST_RANGE = 1_000;
    private static final int ROUTES = 20_000;

    private final int nodeCount;

    /** @param nodeCount of the network */
    PathsRow(int nodeCount) {
        this.nodeCount = nodeCount;
    }

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public String about() {
        return String.format(
                Locale.ROOT, "shortest paths, scale-free, %,d nodes: from every node, and single routes", nodeCount);
    }

    @Override
    public Needs needs() {
        return new Needs(15, 100_000_000L + 3L * nodeCount * nodeCount);
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        Topology topology = BenchNetwork.scaleFree(nodeCount).scenario("1s").topology();
        double hops = Double.POSITIVE_INFINITY;
        for (int i = 0; i < settings.repetitions(); i++) {
            long begin = System.nanoTime();
            AllDistances all = new AllDistances(topology, null);
            hops = Math.min(hops, (System.nanoTime() - begin) / 1e9);
            requireDistance(all.distance(0, nodeCount - 1));
        }
        int step = settings.quick() ? QUICK_SHARE : 1;
        String note = step == 1 ? "" : "from the time of every tenth node";
        return List.of(
                BenchFigure.of("paths/hops", hops, "s", Target.atMost(4), "64 sources at once"),
                BenchFigure.of("paths/weighted", secondsOfCosts(topology, step), "s", Target.atMost(10), note),
                BenchFigure.of(
                        "paths/one",
                        microsOfOne(topology),
                        "us",
                        Target.atMost(20),
                        String.format(Locale.ROOT, "mean of %,d random pairs", ROUTES)));
    }

    private static double secondsOfCosts(Topology topology, int step) {
        ShortestPaths paths = new ShortestPaths(topology);
        int[] distance = new int[topology.nodeCount()];
        int[] cost = costs(topology);
        boolean[] linkUp = filled(topology.linkCount());
        boolean[] nodeUp = filled(topology.nodeCount());
        for (int source = 0; source < distance.length; source += 100) {
            paths.costs(source, cost, linkUp, nodeUp, distance);
        }
        long begin = System.nanoTime();
        for (int source = 0; source < distance.length; source += step) {
            paths.costs(source, cost, linkUp, nodeUp, distance);
        }
        return step * (System.nanoTime() - begin) / 1e9;
    }

    private static double microsOfOne(Topology topology) {
        RouteSearch search = new RouteSearch(topology);
        boolean[] linkUp = filled(topology.linkCount());
        RandomStream random = new RandomStream(2);
        long begin = 0;
        for (int i = -ROUTES; i < ROUTES; i++) {
            if (i == 0) {
                begin = System.nanoTime(); // The first half was to warm up.
            }
            int source = random.nextInt(topology.nodeCount());
            requireDistance(search.path(source, random.nextInt(topology.nodeCount()), linkUp).length - 1);
        }
        return (System.nanoTime() - begin) / 1e3 / ROUTES;
    }

    private static void requireDistance(int hops) {
        if (hops < 0) {
            throw new IllegalStateException("a network of the benchmark is not connected");
        }
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
}
