package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.NoEffects;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** First hops kept along with the tree, against first hops looked up in it. */
class FirstHopsTest {
    private static final int NONE = ShortestPathTree.NONE;

    @Test
    void areThoseOfTheTreeAfterAnyChangeAndReportedExactly() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = new RandomStream(seed);
            int nodes = 2 + random.nextInt(14);
            LinkStateDatabase database = new LinkStateDatabase();
            RecordBatch batch = new RecordBatch(database);
            ShortestPathTree tree = new ShortestPathTree(0, database);
            FirstHops firstHops = new FirstHops(0, database, tree);
            Mirror mirror = new Mirror(nodes);
            int[][] costs = new int[nodes][nodes];
            for (int step = 0; step < 60; step++) {
                change(costs, random, batch, step);
                mirror.seed = seed;
                firstHops.repair(batch, mirror);
                batch.clear();
                for (int node = 1; node < nodes; node++) {
                    String where = "seed " + seed + ", step " + step + ", node " + node;
                    assertThat(firstHops.get(node)).as(where).isEqualTo(lookedUp(tree, node));
                    assertThat(mirror.vias[node]).as(where).isEqualTo(firstHops.get(node));
                    assertThat(mirror.distances[node]).as(where).isEqualTo(tree.distance(node));
                }
            }
        }
    }

    private static int lookedUp(ShortestPathTree tree, int destination) {
        int node = destination;
        while (tree.predecessor(node) != 0) {
            if (tree.predecessor(node) == NONE) {
                return NONE;
            }
            node = tree.predecessor(node);
        }
        return node;
    }

    /** Changes up to three links at random and originates new records of their ends. */
    private static void change(int[][] costs, RandomStream random, RecordBatch batch, int step) {
        int nodes = costs.length;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int a = random.nextInt(nodes);
            int b = (a + 1 + random.nextInt(nodes - 1)) % nodes;
            costs[a][b] = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(4);
            costs[b][a] = costs[a][b] == 0 ? 0 : 1 + random.nextInt(4);
            batch.put(record(costs, a, 10 * step + i));
            batch.put(record(costs, b, 10 * step + i));
        }
    }

    private static LinkStateRecord record(int[][] costs, int node, int sequence) {
        int[] neighbours = new int[costs.length];
        int[] listed = new int[costs.length];
        int count = 0;
        for (int other = 0; other < costs.length; other++) {
            if (costs[node][other] > 0) {
                neighbours[count] = other;
                listed[count++] = costs[node][other];
            }
        }
        return new LinkStateRecord(node, sequence, Arrays.copyOf(neighbours, count), Arrays.copyOf(listed, count));
    }

    /** The routes as the reports tell them; a report must begin where the last one ended, and must report a change. */
    private static final class Mirror extends NoEffects {
        private final int[] vias;
        private final int[] distances;
        private long seed;

        Mirror(int nodes) {
            vias = new int[nodes];
            distances = new int[nodes];
            Arrays.fill(vias, NONE);
            Arrays.fill(distances, NONE);
        }

        @Override
        public void routeChanged(int destination, int oldVia, int oldDistance, int via, int distance) {
            assertThat(new int[] {oldVia, oldDistance})
                    .as("seed %d, destination %d", seed, destination)
                    .containsExactly(vias[destination], distances[destination]);
            assertThat(via != oldVia || distance != oldDistance).isTrue();
            vias[destination] = via;
            distances[destination] = distance;
        }
    }
}
