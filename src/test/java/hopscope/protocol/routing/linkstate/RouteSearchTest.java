package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.random.RandomStream;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RouteSearchTest {
    @Test
    void findsThePathsOfTheTreeThatIsKept() {
        int paths = 0;
        for (long seed = 0; seed < 300; seed++) {
            RandomStream random = new RandomStream(seed);
            int nodes = 2 + random.nextInt(40);
            int costRange = new int[] {1, 3, 1_000}[random.nextInt(3)];
            LinkStateDatabase database = new LinkStateDatabase();
            RepairSpace space = new RepairSpace();
            RecordBatch batch = new RecordBatch(database, space);
            int self = random.nextInt(nodes);
            ShortestPathTree kept = new ShortestPathTree(self, database, new RepairSpace(), true);
            ShortestPathTree sought = new ShortestPathTree(self, database, space, false);
            ShortestPathTree neighbour = new ShortestPathTree((self + 1) % nodes, database, space, false);
            for (int round = 1; round <= 6; round++) {
                for (int node = 0; node < nodes; node++) {
                    if (random.nextInt(3) > 0) {
                        batch.put(record(node, round, nodes, costRange, random));
                    }
                }
                kept.repair(batch, (destination, oldVia, oldDistance, via, distance) -> {});
                sought.repair(batch, (destination, oldVia, oldDistance, via, distance) -> {});
                neighbour.repair(batch, (destination, oldVia, oldDistance, via, distance) -> {});
                batch.clear();
                for (int destination = 0; destination < nodes; destination++) {
                    neighbour.seek(random.nextInt(nodes));
                    sought.seek(destination);
                    String place = "seed " + seed + ", round " + round + ", to " + destination;
                    assertThat(sought.distance(destination)).as(place).isEqualTo(kept.distance(destination));
                    for (int at = destination;
                            kept.predecessor(at) != ShortestPathTree.NONE;
                            at = kept.predecessor(at)) {
                        assertThat(sought.predecessor(at))
                                .as(place + " at " + at)
                                .isEqualTo(kept.predecessor(at));
                        paths++;
                    }
                }
            }
        }
        assertThat(paths).isGreaterThan(10_000);
    }

    private static LinkStateRecord record(int node, int sequence, int nodes, int costRange, RandomStream random) {
        TreeMap<Integer, Integer> links = new TreeMap<>();
        for (int other = 0; other < nodes; other++) {
            if (other != node && random.nextInt(nodes) < 6) {
                links.put(other, 1 + random.nextInt(costRange));
            }
        }
        int[] neighbours = links.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] costs = links.values().stream().mapToInt(Integer::intValue).toArray();
        return new LinkStateRecord(node, sequence, neighbours, costs);
    }
}
