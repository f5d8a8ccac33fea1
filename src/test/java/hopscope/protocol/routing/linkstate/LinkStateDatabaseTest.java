package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkStateDatabaseTest {
    private static LinkStateRecord record(int origin, int sequence) {
        return new LinkStateRecord(origin, sequence, new int[0], new int[0]);
    }

    @Test
    void takesOnlyLargerSequenceNumbersForNews() {
        LinkStateDatabase database = new LinkStateDatabase();
        assertThat(database.isNews(record(3, 5))).isTrue();
        database.put(record(3, 5));
        assertThat(database.isNews(record(3, 4))).as("older").isFalse();
        assertThat(database.isNews(record(3, 5))).as("equal").isFalse();
        assertThat(database.isNews(record(3, 6))).isTrue();
        assertThat(database.isNews(record(2, 1))).isTrue();
    }

    /** The log as a list that is never compacted: positions are indices, and dead entries are filtered when read. */
    @Test
    void keepsThePositionsOfTheLogThroughItsCompactions() {
        for (long seed = 0; seed < 60; seed++) {
            RandomStream random = new RandomStream(seed);
            int origins = 1 + random.nextInt(40);
            LinkStateDatabase database = new LinkStateDatabase();
            List<LinkStateRecord> log = new ArrayList<>();
            Map<Integer, LinkStateRecord> newest = new LinkedHashMap<>();
            for (int arrival = 1; arrival <= 1_500; arrival++) {
                LinkStateRecord record = record(random.nextInt(origins), arrival);
                database.put(record);
                log.add(record);
                newest.put(record.origin(), record);
                assertThat(database.endPosition()).as("seed %d", seed).isEqualTo(log.size());
                assertThat(database.recordCount()).as("seed %d", seed).isEqualTo(newest.size());
                if (arrival % 7 == 0) {
                    int from = random.nextInt(log.size() + 1);
                    int to = from + random.nextInt(log.size() - from + 1);
                    List<LinkStateRecord> expected = new ArrayList<>(log.subList(from, to));
                    expected.removeIf(entry -> newest.get(entry.origin()) != entry);
                    assertThat(database.newsBetween(from, to))
                            .as("seed %d, from %d to %d of %d", seed, from, to, log.size())
                            .containsExactlyElementsOf(expected);
                }
            }
        }
    }

    @Test
    void hasNoNewsInAnEmptyOrBackwardRange() {
        LinkStateDatabase database = new LinkStateDatabase();
        assertThat(database.newsBetween(0, 0)).isEmpty();
        for (int i = 1; i <= 500; i++) {
            database.put(record(i % 3, i));
        }
        assertThat(database.newsBetween(500, 500)).isEmpty();
        assertThat(database.newsBetween(500, 10)).isEmpty();
        assertThat(database.newsBetween(0, 500)).hasSize(3);
    }
}
