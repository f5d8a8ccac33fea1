package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AllDistancesTest {
    private static final int GRAPHS = 400;
    private static final int BATCHES = 25;

    /** A network whose links come and go, one or several at a time. */
    private static final class Course {
        final long seed;
        final RandomStream random;
        final Topology topology;
        final int[] costs;
        final boolean[] linkUp;
        final AllDistances distances;

        Course(long seed, Topology topology, boolean weighted) {
            this.seed = seed;
            this.random = new RandomStream(~seed);
            this.topology = topology;
            this.costs = weighted ? new int[topology.linkCount()] : null;
            this.linkUp = new boolean[topology.linkCount()];
            Arrays.fill(linkUp, true);
            if (weighted) {
                Arrays.setAll(costs, link -> 1 + random.nextInt(6));
            }
            this.distances = new AllDistances(topology, costs);
            compare();
        }

        /** Changes some links, some of them twice, and has that taken in. */
        void change(int count) {
            int[][] before = matrix();
            for (int i = 0; i < count; i++) {
                int link = random.nextInt(linkUp.length);
                linkUp[link] ^= true;
                distances.setLink(link, linkUp[link]);
            }
            distances.update((source, node, old, now) -> {
                assertThat(source).isNotEqualTo(node);
                assertThat(before[source][node])
                        .as("seed %d: reported old", seed)
                        .isEqualTo(old);
                assertThat(now).isNotEqualTo(old);
                before[source][node] = now;
            });
            assertThat(distances.isBehind()).isFalse();
            assertThat(before).as("seed %d: what was reported", seed).isDeepEqualTo(matrix());
            compare();
        }

        private int[][] matrix() {
            int nodes = topology.nodeCount();
            int[][] matrix = new int[nodes][nodes];
            for (int source = 0; source < nodes; source++) {
                for (int node = 0; node < nodes; node++) {
                    matrix[source][node] = distances.distance(source, node);
                }
            }
            return matrix;
        }

        /** The plain counterpart: a whole search from every node. */
        private void compare() {
            int nodes = topology.nodeCount();
            boolean[] nodeUp = new boolean[nodes];
            Arrays.fill(nodeUp, true);
            long[] directed = new long[2 * topology.linkCount()];
            Arrays.setAll(directed, at -> costs == null ? 1 : costs[topology.linkAt(at)]);
            long[] expected = new long[nodes];
            ShortestPaths paths = new ShortestPaths(topology);
            for (int source = 0; source < nodes; source++) {
                paths.costs(source, directed, linkUp, nodeUp, expected);
                for (int node = 0; node < nodes; node++) {
                    long distance = expected[node] == Long.MAX_VALUE ? AllDistances.UNREACHABLE : expected[node];
                    assertThat((long) distances.distance(source, node))
                            .as("seed %d, %d to %d", seed, source, node)
                            .isEqualTo(distance);
                }
            }
        }
    }

    private static void follow(boolean weighted) {
        for (long seed = 0; seed < GRAPHS; seed++) {
            Topology topology = Networks.random(seed);
            if (topology.linkCount() > 0) {
                Course course = new Course(seed, topology, weighted);
                for (int batch = 0; batch < BATCHES; batch++) {
                    // Mostly one link as in a cut, then several as in a crash, at times most of them.
                    int count = course.random.nextInt(4) > 0 ? 1 : 1 + course.random.nextInt(topology.linkCount());
                    course.change(count);
                }
            }
        }
    }

    @Test
    void followsALongRingWhoseDistancesOutgrowAByteWhenItIsCut() {
        int nodes = 320;
        int[][] links = new int[nodes][];
        Arrays.setAll(links, node -> new int[] {node, (node + 1) % nodes});
        Course course = new Course(7, Networks.of(nodes, links), false);
        for (int change = 0; change < 12; change++) {
            course.change(1);
        }
    }

    @Test
    void countsTheHopsThatAWholeSearchCountsAfterEveryChange() {
        follow(false);
    }

    @Test
    void findsTheCostsThatAWholeSearchFindsAfterEveryChange() {
        follow(true);
    }

    @Test
    void countsTheSameFromMoreThan64NodesAndAfterManyChangesAtOnce() {
        TopologyBuilder builder = new TopologyBuilder().nodes(150);
        RandomStream random = new RandomStream(7);
        for (int node = 1; node < 150; node++) {
            builder.link(node, random.nextInt(node)).link(node, random.nextInt(node));
        }
        Course course = new Course(7, builder.build(), false);
        for (int count : new int[] {1, 2, 4, 5, 6, 40, 1, 200}) {
            course.change(count);
        }
    }

    @Test
    void reportsNothingForALinkThatIsBackBeforeAnybodyLooked() {
        AllDistances distances = new AllDistances(Networks.of(2, new int[] {0, 1}), null);
        distances.setLink(0, false);
        distances.setLink(0, true);
        distances.update((source, node, old, now) -> {
            throw new AssertionError("a change was reported");
        });
        assertThat(distances.distance(0, 1)).isEqualTo(1);
    }

    @Test
    void refusesCostsThatItCannotHandle() {
        Topology line = Networks.of(3, new int[] {0, 1}, new int[] {1, 2});
        assertThatIllegalArgumentException().isThrownBy(() -> new AllDistances(line, new int[] {1, 0}));
        assertThatThrownBy(() -> new AllDistances(line, new int[] {1 << 30, 1 << 30}))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesAPathThatBecomesTooLong() {
        Topology square = Networks.of(4, new int[] {0, 1}, new int[] {0, 3}, new int[] {1, 2}, new int[] {2, 3});
        AllDistances distances = new AllDistances(square, new int[] {1, 1 << 30, 1 << 29, 1 << 29});
        distances.setLink(0, false);
        assertThatThrownBy(() -> distances.update((source, node, old, now) -> {}))
                .isInstanceOf(ArithmeticException.class);
    }
}
