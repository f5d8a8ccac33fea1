package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import org.junit.jupiter.api.Test;

class RouteSearchTest {
    private static final int GRAPHS = 400;

    @Test
    void findsThePathThatATreeOfSmallestPredecessorsHolds() {
        int detours = 0;
        for (long seed = 0; seed < GRAPHS; seed++) {
            Topology topology = Networks.random(seed);
            boolean[] linkUp = someUp(topology.linkCount(), seed);
            boolean[] nodeUp = new boolean[topology.nodeCount()];
            java.util.Arrays.fill(nodeUp, true);
            RouteSearch search = new RouteSearch(topology);
            int[] distance = new int[topology.nodeCount()];
            for (int source = 0; source < distance.length; source++) {
                new ShortestPaths(topology).hops(source, linkUp, nodeUp, distance);
                for (int destination = 0; destination < distance.length; destination++) {
                    int[] expected = byPredecessors(topology, linkUp, distance, source, destination);
                    assertThat(search.path(source, destination, linkUp))
                            .as("seed %d, %d to %d", seed, source, destination)
                            .isEqualTo(expected);
                    assertThat(search.hops(source, destination, linkUp))
                            .as("seed %d, %d to %d", seed, source, destination)
                            .isEqualTo(expected == null ? RouteSearch.UNREACHABLE : expected.length - 1);
                    detours += expected != null && expected.length > 4 ? 1 : 0;
                }
            }
        }
        assertThat(detours).as("paths of several hops").isGreaterThan(10_000);
    }

    private static boolean[] someUp(int links, long seed) {
        RandomStream random = new RandomStream(~seed);
        boolean[] up = new boolean[links];
        for (int link = 0; link < links; link++) {
            up[link] = random.nextInt(10) > 0;
        }
        return up;
    }

    /** From the distances of a whole search: back from the destination by way of the smallest neighbour that is nearer. */
    private static int[] byPredecessors(Topology topology, boolean[] linkUp, int[] distance, int source, int to) {
        if (distance[to] == ShortestPaths.UNREACHABLE) {
            return null;
        }
        int[] path = new int[distance[to] + 1];
        path[distance[to]] = to;
        for (int at = distance[to]; at > 0; at--) {
            int before = Integer.MAX_VALUE;
            for (int node = 0; node < distance.length; node++) {
                int link = topology.linkBetween(node, path[at]);
                if (link >= 0 && linkUp[link] && distance[node] == at - 1) {
                    before = Math.min(before, node);
                }
            }
            path[at - 1] = before;
        }
        assertThat(path[0]).isEqualTo(source);
        return path;
    }
}
