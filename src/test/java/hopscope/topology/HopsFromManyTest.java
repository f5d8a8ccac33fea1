package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Many searches at once against one search for each source. */
class HopsFromManyTest {
    private static final int NETWORKS = 150;

    /** Hops as the searches at once report them, by source and node. */
    private static int[][] hopsAtOnce(HopsFromMany search, int nodes, boolean[] linkUp, int width, String about) {
        int[][] hops = new int[nodes][nodes];
        for (int[] row : hops) {
            Arrays.fill(row, ShortestPaths.UNREACHABLE);
        }
        for (int first = 0; first < nodes; first += width) {
            int from = first;
            int count = Math.min(width, nodes - first);
            int[] nearest = new int[nodes];
            search.search(first, count, linkUp, (node, sources, distance) -> {
                assertThat(distance).as("%s: nearest first", about).isGreaterThanOrEqualTo(nearest[node]);
                nearest[node] = distance + 1; // Each distance that occurs at a node is told once.
                assertThat(count == 64 ? 0 : sources >>> count)
                        .as("%s: beyond the sources", about)
                        .isZero();
                for (long left = sources; left != 0; left &= left - 1) {
                    int[] row = hops[from + Long.numberOfTrailingZeros(left)];
                    assertThat(row[node]).as("%s: told once", about).isEqualTo(ShortestPaths.UNREACHABLE);
                    row[node] = distance;
                }
            });
        }
        return hops;
    }

    private static int[][] hopsOneByOne(Topology topology, boolean[] linkUp) {
        int[][] hops = new int[topology.nodeCount()][topology.nodeCount()];
        boolean[] nodeUp = new boolean[hops.length];
        Arrays.fill(nodeUp, true);
        ShortestPaths paths = new ShortestPaths(topology);
        for (int source = 0; source < hops.length; source++) {
            paths.hops(source, linkUp, nodeUp, hops[source]);
        }
        return hops;
    }

    /** Up to 200 nodes, so that the sources of most networks take several searches, the last of them fewer than 64. */
    private static Topology network(RandomStream random) {
        int nodes = 1 + random.nextInt(200);
        TopologyBuilder builder = new TopologyBuilder().nodes(nodes);
        for (int links = random.nextInt(2 * nodes + 1); links > 0; links--) {
            builder.link(random.nextInt(nodes), random.nextInt(nodes));
        }
        return builder.build();
    }

    @Test
    void reportsTheHopsOfOneSearchForEachSource() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            RandomStream random = new RandomStream(seed);
            Topology topology = network(random);
            boolean[] linkUp = new boolean[topology.linkCount()];
            for (int link = 0; link < linkUp.length; link++) {
                linkUp[link] = random.nextInt(6) > 0;
            }
            int width = seed % 3 == 0 ? 1 + random.nextInt(HopsFromMany.SOURCES) : HopsFromMany.SOURCES;
            String about = "seed " + seed + ", " + topology.nodeCount() + " nodes, " + width + " at once";
            HopsFromMany search = new HopsFromMany(topology);
            int[][] expected = hopsOneByOne(topology, linkUp);
            assertThat(hopsAtOnce(search, expected.length, linkUp, width, about))
                    .as(about)
                    .isDeepEqualTo(expected);
            // The object is used again: nothing of the first use may be left in it.
            Arrays.fill(linkUp, true);
            assertThat(hopsAtOnce(search, expected.length, linkUp, width, about))
                    .as("%s, all links up", about)
                    .isDeepEqualTo(hopsOneByOne(topology, linkUp));
        }
    }

    @Test
    void reachesTheEndOfALongChainFromManySources() {
        int nodes = 300;
        TopologyBuilder builder = new TopologyBuilder().nodes(nodes);
        for (int node = 1; node < nodes; node++) {
            builder.link(node - 1, node);
        }
        Topology chain = builder.build();
        boolean[] linkUp = new boolean[chain.linkCount()];
        Arrays.fill(linkUp, true);
        int[][] hops = hopsAtOnce(new HopsFromMany(chain), nodes, linkUp, HopsFromMany.SOURCES, "chain");
        for (int source = 0; source < nodes; source++) {
            for (int node = 0; node < nodes; node++) {
                assertThat(hops[source][node]).isEqualTo(Math.abs(source - node));
            }
        }
    }
}
