package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.wire.FrameCodec;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkStateDatabaseTest {
    private static LinkStateRecord record(int origin, int sequence) {
        return new LinkStateRecord(origin, sequence, new int[0], new int[0]);
    }

    @Test
    void takesOnlyLargerSequenceNumbersForNews() {
        LinkStateDatabase database = new LinkStateDatabase();
        RecordAges ages = new RecordAges(9, database, Ageing.NONE);
        assertThat(ages.isNews(record(3, 5), false)).isTrue();
        database.put(record(3, 5));
        assertThat(ages.isNews(record(3, 4), false)).as("older").isFalse();
        assertThat(ages.isNews(record(3, 5), false)).as("equal").isFalse();
        assertThat(ages.isNews(record(3, 6), false)).isTrue();
        assertThat(ages.isNews(record(2, 1), false)).isTrue();
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
                    int skipFrom = random.nextInt(log.size() + 1);
                    int skipTo = skipFrom + random.nextInt(log.size() - skipFrom + 1);
                    List<LinkStateRecord> expected = new ArrayList<>();
                    for (int at = from; at < log.size(); at++) {
                        boolean skipped = at >= skipFrom && at < skipTo;
                        if (!skipped && newest.get(log.get(at).origin()) == log.get(at)) {
                            expected.add(log.get(at));
                        }
                    }
                    LinkStateDatabase.News news = database.newsSince(from, skipFrom, skipTo, Integer.MAX_VALUE);
                    assertThat(news.records())
                            .as("seed %d, from %d but %d to %d of %d", seed, from, skipFrom, skipTo, log.size())
                            .containsExactlyElementsOf(expected);
                    assertThat(news.endPosition()).isEqualTo(log.size());
                }
            }
        }
    }

    @Test
    void isWithAViewWhatItWouldBeWithTheSameRecordsPutOneByOne() {
        int changes = 0;
        for (long seed = 0; seed < 60; seed++) {
            RandomStream random = new RandomStream(seed);
            int nodes = 1 + random.nextInt(60);
            List<LinkStateRecord> records = new ArrayList<>();
            LinkStateDatabase plain = new LinkStateDatabase();
            for (int node = 0; node < nodes; node++) {
                records.add(record(node, 1));
                plain.put(records.get(node));
            }
            LinkStateDatabase sharing = new LinkStateDatabase();
            sharing.beginWith(new LinkStateView(records, new long[nodes]));
            for (int sequence = 2; sequence < 300; sequence++) {
                int origin = random.nextInt(random.nextInt(9) == 0 ? nodes + 5 : nodes);
                int kind = random.nextInt(12);
                LinkStateRecord next = record(origin, sequence);
                for (LinkStateDatabase database : List.of(plain, sharing)) {
                    if (kind == 0 && database.get(origin) != null) {
                        database.remove(origin);
                    } else if (kind == 1 && database.get(origin) != null) {
                        database.putSilently(next);
                    } else if (kind < 8) {
                        database.put(next);
                    }
                }
                int from = random.nextInt(plain.endPosition() + 2);
                int gap = random.nextInt(plain.endPosition() + 1);
                int gapEnd = gap + random.nextInt(20);
                int limit = random.nextInt(3) == 0 ? random.nextInt(plain.endPosition() + 1) : Integer.MAX_VALUE;
                LinkStateDatabase.News expected = plain.newsSince(from, gap, gapEnd, limit);
                LinkStateDatabase.News actual = sharing.newsSince(from, gap, gapEnd, limit);
                assertThat(actual.records()).as("seed %d", seed).containsExactly(expected.records());
                assertThat(actual.list().lengthBytes())
                        .isEqualTo(expected.list().lengthBytes());
                assertThat(actual.endPosition()).isEqualTo(expected.endPosition());
                assertThat(sharing.recordCount()).isEqualTo(plain.recordCount());
                assertThat(sharing.endPosition()).isEqualTo(plain.endPosition());
                for (int node = 0; node < nodes + 6; node++) {
                    assertThat(sharing.get(node)).isSameAs(plain.get(node));
                }
                changes++;
            }
        }
        assertThat(changes).isGreaterThan(10_000);
    }

    @Test
    void hasNoNewsAtItsEndOrBeyond() {
        LinkStateDatabase database = new LinkStateDatabase();
        assertThat(database.newsSince(0, 0, 0, Integer.MAX_VALUE).records()).isEmpty();
        for (int i = 1; i <= 500; i++) {
            database.put(record(i % 3, i));
        }
        assertThat(database.newsSince(500, 0, 0, Integer.MAX_VALUE).records()).isEmpty();
        assertThat(database.newsSince(700, 0, 0, Integer.MAX_VALUE).records()).isEmpty();
        assertThat(database.newsSince(0, 0, 0, Integer.MAX_VALUE).records()).hasSize(3);
    }

    @Test
    void tellsABigDatabaseInSeveralParts() {
        LinkStateDatabase database = new LinkStateDatabase();
        int[] neighbours = IntStream.range(20_000, 80_000).toArray();
        for (int origin = 0; origin < 30; origin++) {
            database.put(new LinkStateRecord(origin, 1, neighbours, neighbours));
        }
        List<LinkStateRecord> told = new ArrayList<>();
        int position = 0;
        int parts = 0;
        while (position < database.endPosition()) {
            LinkStateDatabase.News news = database.newsSince(position, 0, 0, Integer.MAX_VALUE);
            assertThat(Arrays.stream(news.records())
                            .mapToLong(LinkStateRecord::lengthBytes)
                            .sum())
                    .isLessThan(FrameCodec.MAX_BODY_LENGTH_BYTES / 2);
            told.addAll(List.of(news.records()));
            position = news.endPosition();
            parts++;
        }
        assertThat(parts).isGreaterThan(1);
        assertThat(told)
                .extracting(LinkStateRecord::origin)
                .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
    }
}
