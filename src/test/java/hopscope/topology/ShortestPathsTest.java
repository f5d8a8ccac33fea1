package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.random.RandomStream;
import java.util.Arrays;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.Test;

class ShortestPathsTest {
    private static final int GRAPHS = 400;

    /** A random network of which some links and nodes are down, with random costs, many of them zero. */
    private static final class Case {
        final Topology topology;
        final boolean[] linkUp;
        final boolean[] nodeUp;
        final long[] cost;
        final SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph =
                new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);

        Case(long seed) {
            RandomStream random = new RandomStream(~seed);
            topology = Networks.random(seed);
            linkUp = new boolean[topology.linkCount()];
            nodeUp = new boolean[topology.nodeCount()];
            cost = new long[2 * topology.linkCount()];
            for (int link = 0; link < linkUp.length; link++) {
                linkUp[link] = random.nextInt(10) > 0;
            }
            for (int node = 0; node < nodeUp.length; node++) {
                nodeUp[node] = random.nextInt(20) > 0;
                graph.addVertex(node);
            }
            for (int at = 0; at < cost.length; at++) {
                cost[at] = random.nextInt(3) == 0 ? 0 : random.nextInt(100);
            }
            fillGraph();
        }

        private void fillGraph() {
            for (int node = 0; node < nodeUp.length; node++) {
                for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
                    int neighbour = topology.neighbourAt(at);
                    if (nodeUp[node] && nodeUp[neighbour] && linkUp[topology.linkAt(at)]) {
                        graph.setEdgeWeight(graph.addEdge(node, neighbour), cost[at]);
                    }
                }
            }
        }
    }

    @Test
    void findsTheHopsThatJgraphtFinds() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            Case network = new Case(seed);
            ShortestPaths paths = new ShortestPaths(network.topology);
            int[] distance = new int[network.nodeUp.length];
            for (int source = 0; source < distance.length; source++) {
                paths.hops(source, network.linkUp, network.nodeUp, distance);
                var judged = new BFSShortestPath<>(network.graph).getPaths(source);
                for (int target = 0; target < distance.length; target++) {
                    var path = network.nodeUp[source] ? judged.getPath(target) : null;
                    assertThat(distance[target])
                            .as("seed %d, %d to %d", seed, source, target)
                            .isEqualTo(path == null ? ShortestPaths.UNREACHABLE : path.getLength());
                }
            }
        }
    }

    @Test
    void findsTheCostsThatJgraphtFinds() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            Case network = new Case(seed);
            ShortestPaths paths = new ShortestPaths(network.topology);
            long[] distance = new long[network.nodeUp.length];
            for (int source = 0; source < distance.length; source++) {
                paths.costs(source, network.cost, network.linkUp, network.nodeUp, distance);
                var judged = new DijkstraShortestPath<>(network.graph).getPaths(source);
                for (int target = 0; target < distance.length; target++) {
                    double weight = network.nodeUp[source] ? judged.getWeight(target) : Double.POSITIVE_INFINITY;
                    assertThat(distance[target])
                            .as("seed %d, %d to %d", seed, source, target)
                            .isEqualTo(Double.isInfinite(weight) ? ShortestPaths.UNREACHABLE_COST : (long) weight);
                }
            }
        }
    }

    @Test
    void findsTheSameInIntsAsInLongs() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            Case network = new Case(seed);
            ShortestPaths paths = new ShortestPaths(network.topology);
            int[] cost = Arrays.stream(network.cost).mapToInt(Math::toIntExact).toArray();
            long[] longs = new long[network.nodeUp.length];
            int[] ints = new int[network.nodeUp.length];
            paths.costs(0, network.cost, network.linkUp, network.nodeUp, longs);
            paths.costs(0, cost, network.linkUp, network.nodeUp, ints);
            for (int node = 0; node < ints.length; node++) {
                assertThat((long) ints[node])
                        .as("seed %d, node %d", seed, node)
                        .isEqualTo(longs[node] == Long.MAX_VALUE ? Integer.MAX_VALUE : longs[node]);
            }
        }
    }

    @Test
    void takesTheDetourThatCostsLess() {
        Topology triangle = Networks.of(3, new int[] {0, 1}, new int[] {0, 2}, new int[] {1, 2});
        long[] byLink = {10, 3, 4};
        long[] distance = new long[3];
        new ShortestPaths(triangle).costs(0, ShortestPaths.symmetric(triangle, byLink), distance);
        assertThat(distance).containsExactly(0, 7, 3);
    }

    @Test
    void readsTheCostOfEachDirection() {
        Topology pair = Networks.of(2, new int[] {0, 1});
        long[] cost = {5, 8};
        ShortestPaths paths = new ShortestPaths(pair);
        long[] distance = new long[2];
        paths.costs(0, cost, distance);
        assertThat(distance).containsExactly(0, 5);
        paths.costs(1, cost, distance);
        assertThat(distance).containsExactly(8, 0);
    }

    @Test
    void reachesNothingFromANodeThatIsDown() {
        Topology pair = Networks.of(2, new int[] {0, 1});
        int[] distance = new int[2];
        new ShortestPaths(pair).hops(0, new boolean[] {true}, new boolean[] {false, true}, distance);
        assertThat(distance).containsOnly(ShortestPaths.UNREACHABLE);
    }

    @Test
    void refusesANegativeCostAndStaysUsable() {
        Topology line = Networks.of(3, new int[] {0, 1}, new int[] {1, 2});
        ShortestPaths paths = new ShortestPaths(line);
        long[] distance = new long[3];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paths.costs(1, new long[] {1, 1, -1, 1}, distance))
                .withMessageContaining("negative cost -1");
        paths.costs(2, new long[] {1, 1, 1, 1}, distance);
        assertThat(distance).containsExactly(2, 1, 0);
    }

    @Test
    void refusesToOverflow() {
        Topology line = Networks.of(3, new int[] {0, 1}, new int[] {1, 2});
        ShortestPaths paths = new ShortestPaths(line);
        long[] huge = {Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2 + 1};
        assertThatThrownBy(() -> paths.costs(0, huge, new long[3])).isInstanceOf(ArithmeticException.class);
        int[] large = {1 << 30, 1 << 30, 1 << 30, 1 << 30};
        boolean[] linkUp = {true, true};
        boolean[] nodeUp = {true, true, true};
        assertThatThrownBy(() -> paths.costs(0, large, linkUp, nodeUp, new int[3]))
                .isInstanceOf(ArithmeticException.class);
    }
}
