package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.Test;

class ShortestPathTreeTest {
    private static final int BATCHES = 40;

    /** A database that changes in batches at random, and the tree over it. */
    private static final class Life {
        final RandomStream random;
        final int nodes;
        final int self;
        final int costRange;
        final LinkStateDatabase database = new LinkStateDatabase();
        final RecordBatch batch = new RecordBatch(database);
        final ShortestPathTree tree;
        final List<TreeMap<Integer, Integer>> links = new ArrayList<>();
        final List<String> changes = new ArrayList<>();
        final int[] sequences;

        Life(long seed) {
            random = new RandomStream(seed);
            nodes = 1 + random.nextInt(24);
            self = random.nextInt(nodes);
            costRange = new int[] {1, 2, 5, 1_000}[random.nextInt(4)];
            sequences = new int[nodes];
            tree = new ShortestPathTree(self, database);
            for (int node = 0; node < nodes; node++) {
                links.add(new TreeMap<>());
            }
        }

        /** One end of some links is added, removed or made to cost something else, and a few nodes speak. */
        void change() {
            int speakers = 1 + random.nextInt(4);
            for (int i = 0; i < speakers; i++) {
                int node = random.nextInt(nodes);
                changeLinks(node);
                speak(node);
            }
        }

        private void changeLinks(int node) {
            int kind = random.nextInt(12);
            if (kind == 0) {
                links.get(node).clear();
                return;
            }
            for (int i = random.nextInt(4); i >= 0 && nodes > 1; i--) {
                int other = (node + 1 + random.nextInt(nodes - 1)) % nodes;
                if (kind < 4) {
                    links.get(node).remove(other);
                } else {
                    links.get(node).put(other, 1 + random.nextInt(costRange));
                    if (random.nextInt(4) > 0) {
                        links.get(other).put(node, 1 + random.nextInt(costRange));
                        speak(other);
                    }
                }
            }
        }

        private void speak(int node) {
            int[] neighbours = new int[links.get(node).size()];
            int[] costs = new int[neighbours.length];
            int i = 0;
            for (var link : links.get(node).entrySet()) {
                neighbours[i] = link.getKey();
                costs[i++] = link.getValue();
            }
            batch.put(new LinkStateRecord(node, ++sequences[node], neighbours, costs));
        }

        void repair() {
            changes.clear();
            tree.repair(
                    batch,
                    (destination, oldVia, oldDistance, via, distance) ->
                            changes.add(line(destination, oldVia, oldDistance, via, distance)));
            batch.clear();
        }
    }

    private static String line(int destination, int oldVia, int oldDistance, int via, int distance) {
        return destination + ": " + oldVia + "/" + oldDistance + " -> " + via + "/" + distance;
    }

    @Test
    void isAfterEveryBatchWhatDijkstraGivesFromScratch() {
        for (long seed = 0; seed < 600; seed++) {
            Life life = new Life(seed);
            for (int batch = 0; batch < BATCHES; batch++) {
                life.change();
                life.repair();
                PlainDijkstra expected = new PlainDijkstra(life.self, life.nodes, life.database);
                for (int node = 0; node < life.nodes; node++) {
                    assertThat(life.tree.distance(node))
                            .as("distance, seed %d, batch %d, node %d", seed, batch, node)
                            .isEqualTo(expected.distances[node]);
                    assertThat(life.tree.predecessor(node))
                            .as("predecessor, seed %d, batch %d, node %d", seed, batch, node)
                            .isEqualTo(expected.predecessors[node]);
                }
            }
        }
    }

    @Test
    void hasTheDistancesOfJGraphT() {
        for (long seed = 0; seed < 150; seed++) {
            Life life = new Life(seed);
            for (int batch = 0; batch < BATCHES / 4; batch++) {
                life.change();
                life.repair();
                assertDistancesOfJGraphT(life, "seed " + seed + ", batch " + batch);
            }
        }
    }

    private static void assertDistancesOfJGraphT(Life life, String description) {
        var graph = new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        for (int node = 0; node < life.nodes; node++) {
            graph.addVertex(node);
        }
        for (int from = 0; from < life.nodes; from++) {
            for (int to = 0; to < life.nodes; to++) {
                int cost = PlainDijkstra.cost(life.database, from, to);
                if (cost > 0) {
                    graph.setEdgeWeight(graph.addEdge(from, to), cost);
                }
            }
        }
        var paths = new DijkstraShortestPath<>(graph).getPaths(life.self);
        for (int node = 0; node < life.nodes; node++) {
            double weight = paths.getWeight(node);
            assertThat(life.tree.distance(node))
                    .as("%s, node %d", description, node)
                    .isEqualTo(Double.isInfinite(weight) ? -1 : (int) weight);
        }
    }

    @Test
    void reportsExactlyTheDifferences() {
        for (long seed = 0; seed < 300; seed++) {
            Life life = new Life(seed);
            for (int batch = 0; batch < BATCHES; batch++) {
                int[][] before = routes(life);
                life.change();
                life.repair();
                int[][] after = routes(life);
                List<String> expected = new ArrayList<>();
                for (int node = 0; node < life.nodes; node++) {
                    if (before[node][0] != after[node][0] || before[node][1] != after[node][1]) {
                        expected.add(line(node, before[node][0], before[node][1], after[node][0], after[node][1]));
                    }
                }
                assertThat(life.changes)
                        .as("seed %d, batch %d", seed, batch)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private static int[][] routes(Life life) {
        int[][] routes = new int[life.nodes][];
        for (int node = 0; node < life.nodes; node++) {
            routes[node] = new int[] {life.tree.predecessor(node), life.tree.distance(node)};
        }
        return routes;
    }

    @Test
    void dependsOnTheDatabaseOnlyNotOnTheOrderOfArrival() {
        for (long seed = 0; seed < 200; seed++) {
            Life life = new Life(seed);
            for (int i = 0; i < 10; i++) {
                life.change();
                life.repair();
            }
            LinkStateDatabase database = new LinkStateDatabase();
            RecordBatch batch = new RecordBatch(database);
            ShortestPathTree late = new ShortestPathTree(life.self, database);
            for (int origin = life.database.idLimit() - 1; origin >= 0; origin--) {
                if (life.database.get(origin) != null) {
                    batch.put(life.database.get(origin));
                    late.repair(batch, (node, oldVia, oldDistance, via, distance) -> {});
                    batch.clear();
                }
            }
            for (int node = 0; node < life.nodes; node++) {
                assertThat(late.predecessor(node)).as("seed %d", seed).isEqualTo(life.tree.predecessor(node));
                assertThat(late.distance(node)).as("seed %d", seed).isEqualTo(life.tree.distance(node));
            }
        }
    }

    @Test
    void countsALinkOnlyWhenBothEndsListIt() {
        LinkStateDatabase database = new LinkStateDatabase();
        RecordBatch batch = new RecordBatch(database);
        ShortestPathTree tree = new ShortestPathTree(0, database);
        batch.put(record(0, 1, 1));
        batch.put(record(1, 1));
        repair(tree, batch);
        assertThat(tree.distance(1)).isEqualTo(ShortestPathTree.NONE);
        batch.put(record(1, 2, 0));
        repair(tree, batch);
        assertThat(tree.distance(1)).isEqualTo(1);
        batch.put(record(0, 2));
        repair(tree, batch);
        assertThat(tree.distance(1)).isEqualTo(ShortestPathTree.NONE);
    }

    @Test
    void doesNotOverflowOnTheLargestCosts() {
        LinkStateDatabase database = new LinkStateDatabase();
        RecordBatch batch = new RecordBatch(database);
        ShortestPathTree tree = new ShortestPathTree(0, database);
        int most = Integer.MAX_VALUE;
        batch.put(new LinkStateRecord(0, 1, new int[] {1}, new int[] {most - 1}));
        batch.put(new LinkStateRecord(1, 1, new int[] {0, 2}, new int[] {1, 1}));
        batch.put(new LinkStateRecord(2, 1, new int[] {1, 3}, new int[] {1, most}));
        batch.put(new LinkStateRecord(3, 1, new int[] {2, 1_000_000}, new int[] {1, 1}));
        repair(tree, batch);
        assertThat(tree.distance(1)).isEqualTo(most - 1);
        assertThat(tree.distance(2)).as("beyond what a distance can say").isEqualTo(ShortestPathTree.NONE);
        assertThat(tree.distance(3)).isEqualTo(ShortestPathTree.NONE);
    }

    private static LinkStateRecord record(int origin, int sequence, int... neighbours) {
        int[] costs = new int[neighbours.length];
        Arrays.fill(costs, 1);
        return new LinkStateRecord(origin, sequence, neighbours, costs);
    }

    private static void repair(ShortestPathTree tree, RecordBatch batch) {
        tree.repair(batch, (node, oldVia, oldDistance, via, distance) -> {});
        batch.clear();
    }
}
