package hopscope.bench;

import hopscope.random.RandomStream;
import hopscope.topology.AllDistances;
import hopscope.topology.HopsFromMany;
import hopscope.topology.RouteSearch;
import hopscope.topology.ShortestPaths;
import hopscope.topology.Topology;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Shortest paths in a scale-free network: from one node, from 64 at once, between two, and all of them kept up to date. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PathsBenchmark {
    private static final int COST_RANGE = 1_000;
    private static final int SOURCES = HopsFromMany.SOURCES;

    /** Size of the network. */
    @Param({"1000", "10000"})
    public int nodes;

    private final RandomStream random = new RandomStream(2);
    private ShortestPaths paths;
    private HopsFromMany many;
    private RouteSearch search;
    private AllDistances all;
    private int[] distance;
    private int[] costs;
    private boolean[] linkUp;
    private boolean[] nodeUp;

    /** Draws the network, and a cost for each link. */
    @Setup
    public void draw() {
        Topology topology = BenchNetwork.scaleFree(nodes).scenario("1s").topology();
        paths = new ShortestPaths(topology);
        many = new HopsFromMany(topology);
        search = new RouteSearch(topology);
        all = new AllDistances(topology, null);
        distance = new int[nodes];
        int[] byLink = new int[topology.linkCount()];
        Arrays.setAll(byLink, link -> 1 + random.nextInt(COST_RANGE));
        costs = new int[2 * byLink.length];
        Arrays.setAll(costs, at -> byLink[topology.linkAt(at)]);
        linkUp = new boolean[byLink.length];
        Arrays.fill(linkUp, true);
        nodeUp = new boolean[nodes];
        Arrays.fill(nodeUp, true);
    }

    /** Hops from one node to all. */
    @Benchmark
    public int hops() {
        paths.hops(random.nextInt(nodes), distance);
        return distance[0];
    }

    /** Hops from one node to all, 64 at a time; the figure is for one. */
    @Benchmark
    @OperationsPerInvocation(SOURCES)
    public long hopsOf64() {
        long[] sum = new long[1];
        many.search(random.nextInt(nodes - SOURCES), SOURCES, linkUp, (node, sources, hops) -> sum[0] += hops);
        return sum[0];
    }

    /** Least costs from one node to all. */
    @Benchmark
    public int costs() {
        paths.costs(random.nextInt(nodes), costs, linkUp, nodeUp, distance);
        return distance[0];
    }

    /** The shortest path between two nodes. */
    @Benchmark
    public int[] route() {
        return search.path(random.nextInt(nodes), random.nextInt(nodes), linkUp);
    }

    /** A link goes and comes back, and each time the distances of all pairs follow. */
    @Benchmark
    @OperationsPerInvocation(2)
    public long repairOfAll() {
        int link = random.nextInt(linkUp.length);
        long[] sum = new long[1];
        for (boolean up : new boolean[] {false, true}) {
            all.setLink(link, up);
            all.update((source, node, before, now) -> sum[0] += now);
        }
        return sum[0];
    }
}
