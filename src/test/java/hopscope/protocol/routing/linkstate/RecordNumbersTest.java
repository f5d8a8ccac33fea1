package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RecordCatalogue;
import hopscope.protocol.message.RecordList;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Records by number: databases and trees are what they would be with the records themselves. */
class RecordNumbersTest {
    private static final int MORE_THAN_NUMBERS = 3 * RecordCatalogue.MOST;

    private static LinkStateRecord record(int origin, int sequence, int... neighbours) {
        int[] costs = new int[neighbours.length];
        java.util.Arrays.fill(costs, 1);
        return new LinkStateRecord(origin, sequence, neighbours, costs);
    }

    @Test
    void goesOnWithTheRecordsThemselvesWhereNumbersRunOut() {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = new RandomStream(seed);
            RepairSpace space = new RepairSpace();
            int origins = 1 + random.nextInt(30);
            LinkStateDatabase one = new LinkStateDatabase(random.nextInt(origins), space);
            LinkStateDatabase other = new LinkStateDatabase(random.nextInt(origins), space);
            TreeMap<Integer, LinkStateRecord> newest = new TreeMap<>();
            for (int i = 1; i <= MORE_THAN_NUMBERS * origins; i++) {
                LinkStateRecord next = record(random.nextInt(origins), i, 100, 200);
                newest.put(next.origin(), next);
                one.put(next);
                if (random.nextInt(4) > 0) {
                    other.put(record(next.origin(), i, 100, 200));
                } else {
                    other.put(next);
                }
                if (i % 101 == 0) {
                    assertThat(told(one)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(newest.values());
                    assertThat(told(other)).as("seed %d", seed).containsExactlyElementsOf(told(one));
                }
            }
            for (int origin = 0; origin < origins + 3; origin++) {
                assertThat(one.get(origin)).as("seed %d", seed).isEqualTo(newest.get(origin));
                assertThat(other.get(origin)).as("seed %d", seed).isEqualTo(newest.get(origin));
            }
            if (origins < 10) {
                assertThat(one.numbers())
                        .as("seed %d: a few without numbers do no harm", seed)
                        .isNotNull();
            } else if (origins > 13) {
                assertThat(one.numbers())
                        .as("seed %d: all are without numbers", seed)
                        .isNull();
            }
        }
    }

    private static List<LinkStateRecord> told(LinkStateDatabase database) {
        return List.of(database.newsSince(0, 0, 0, Integer.MAX_VALUE).records());
    }

    @Test
    void tellsWhatWasThereWhenItWasTold() {
        LinkStateDatabase database = new LinkStateDatabase(0, new RepairSpace());
        LinkStateRecord own = record(0, 1, 1);
        LinkStateRecord before = record(1, 1, 0);
        database.put(own);
        database.put(before);
        RecordList told = database.newsSince(0, 0, 0, Integer.MAX_VALUE).list();
        database.put(record(0, 2));
        database.put(record(1, 2));
        assertThat(told.record(0)).isSameAs(own);
        assertThat(told.record(1)).isSameAs(before);
        assertThat(told.lengthBytes()).isEqualTo(own.lengthBytes() + before.lengthBytes());
    }

    /** A link of two hops somewhere else in the room makes the other tree count costs instead of hops. */
    @Test
    void changesPathsInTheSameOrderWithHopsAsWithCosts() {
        int changes = 0;
        for (long seed = 0; seed < 150; seed++) {
            RandomStream random = new RandomStream(seed);
            int nodes = 2 + random.nextInt(40);
            Grower hops = new Grower(0);
            Grower costs = new Grower(0);
            costs.space.rows.open(nodes, new LinkStateRecord(nodes, 1, new int[] {0}, new int[] {2}), false, (byte) 0);
            assertThat(costs.space.rows.hasCosts()).isTrue();
            int[] sequences = new int[nodes];
            for (int step = 0; step < 30; step++) {
                List<LinkStateRecord> batch = new ArrayList<>();
                for (int i = random.nextInt(nodes); i >= 0; i--) {
                    int origin = random.nextInt(nodes);
                    batch.add(record(origin, ++sequences[origin], neighbours(origin, nodes, random)));
                }
                assertThat(hops.take(batch)).as("seed %d, step %d", seed, step).isEqualTo(costs.take(batch));
                changes += hops.changes.size();
                assertThat(hops.space.rows.hasCosts()).isFalse();
            }
        }
        assertThat(changes).isGreaterThan(5_000);
    }

    private static int[] neighbours(int origin, int nodes, RandomStream random) {
        boolean[] isListed = new boolean[nodes];
        for (int i = random.nextInt(8); i >= 0; i--) {
            isListed[random.nextInt(nodes)] = true;
        }
        isListed[origin] = false;
        return java.util.stream.IntStream.range(0, nodes)
                .filter(node -> isListed[node])
                .toArray();
    }

    private static final class Grower {
        final RepairSpace space = new RepairSpace();
        final LinkStateDatabase database;
        final RecordBatch batch;
        final ShortestPathTree tree;
        final List<String> changes = new ArrayList<>();

        Grower(int self) {
            database = new LinkStateDatabase(self, space);
            batch = new RecordBatch(database, space);
            tree = new ShortestPathTree(self, database, space, true);
        }

        List<String> take(List<LinkStateRecord> records) {
            changes.clear();
            records.forEach(batch::put);
            tree.repair(
                    batch,
                    (destination, oldVia, oldDistance, via, distance) -> changes.add(
                            destination + ": " + oldVia + "/" + oldDistance + " -> " + via + "/" + distance));
            batch.clear();
            return List.copyOf(changes);
        }
    }
}
