package hopscope.protocol.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.MemoryStorage;
import hopscope.protocol.StableStorage;
import hopscope.random.RandomStream;
import org.junit.jupiter.api.Test;

class SnowflakeIdsTest {
    private static final long MS = 1_000_000;
    private static final long MAX_MILLIS = (1L << 41) - 1;

    @Test
    void laysOutSignMillisecondsHostAndSequence() {
        SnowflakeIds ids = new SnowflakeIds(0x155, new MemoryStorage());
        long first = ids.next(3 * MS);
        long second = ids.next(3 * MS + 999_999);
        assertThat(first).isEqualTo(3L << 22 | 0x155L << 12);
        assertThat(second).isEqualTo(first + 1);
        assertThat(SnowflakeIds.millis(second)).isEqualTo(3);
        assertThat(SnowflakeIds.host(second)).isEqualTo(0x155);
        assertThat(SnowflakeIds.sequence(second)).isEqualTo(1);
    }

    @Test
    void startsTheSequenceAnewInEveryMillisecond() {
        SnowflakeIds ids = new SnowflakeIds(0, new MemoryStorage());
        ids.next(0);
        ids.next(0);
        assertThat(SnowflakeIds.sequence(ids.next(MS))).isZero();
    }

    @Test
    void keepsTheLowestTenBitsOfTheNodeId() {
        assertThat(SnowflakeIds.host(new SnowflakeIds(1_023, new MemoryStorage()).next(0)))
                .isEqualTo(1_023);
        assertThat(new SnowflakeIds(1_024, new MemoryStorage()).next(0))
                .isEqualTo(new SnowflakeIds(0, new MemoryStorage()).next(0));
        assertThat(SnowflakeIds.host(new SnowflakeIds(Integer.MAX_VALUE, new MemoryStorage()).next(0)))
                .isEqualTo(1_023);
    }

    @Test
    void borrowsFromTheNextMillisecondAfter4096Ids() {
        SnowflakeIds ids = new SnowflakeIds(5, new MemoryStorage());
        long last = -1;
        for (int i = 0; i < 4_096; i++) {
            last = ids.next(7 * MS);
        }
        assertThat(SnowflakeIds.millis(last)).isEqualTo(7);
        assertThat(SnowflakeIds.sequence(last)).isEqualTo(4_095);
        long borrowed = ids.next(7 * MS);
        assertThat(SnowflakeIds.millis(borrowed)).isEqualTo(8);
        assertThat(SnowflakeIds.sequence(borrowed)).isZero();
        // The millisecond that was borrowed from goes on; it does not start again.
        assertThat(ids.next(8 * MS)).isEqualTo(borrowed + 1);
    }

    @Test
    void goesOnFromTheLatestMillisecondWhenTheClockStepsBack() {
        SnowflakeIds ids = new SnowflakeIds(5, new MemoryStorage());
        long before = ids.next(1_000 * MS);
        long after = ids.next(10 * MS);
        assertThat(after).isEqualTo(before + 1);
        assertThat(SnowflakeIds.millis(ids.next(1_001 * MS))).isEqualTo(1_001);
    }

    @Test
    void increasesStrictlyWhateverTheClockDoes() {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = new RandomStream(seed);
            SnowflakeIds ids = new SnowflakeIds(random.nextInt(2_000), new MemoryStorage());
            long now = random.nextInt(1_000_000);
            long last = -1;
            for (int i = 0; i < 20_000; i++) {
                now = Math.max(0, now + random.nextInt(4_000) - 2_000);
                now = random.nextInt(5_000) == 0 ? random.nextInt(1_000_000_000) : now;
                long id = ids.next(now);
                assertThat(id).as("seed %d", seed).isGreaterThan(last);
                last = id;
            }
        }
    }

    @Test
    void isExhaustedForEverOnceTheEpochIsOver() {
        SnowflakeIds ids = new SnowflakeIds(1_023, new MemoryStorage());
        assertThat(ids.next(MAX_MILLIS * MS)).isPositive();
        assertThat(ids.next((MAX_MILLIS + 1) * MS)).isEqualTo(SnowflakeIds.EXHAUSTED);
        assertThat(ids.next(MAX_MILLIS * MS)).isEqualTo(SnowflakeIds.EXHAUSTED);
        assertThat(ids.next(0)).isEqualTo(SnowflakeIds.EXHAUSTED);
        assertThat(ids.next(Long.MAX_VALUE)).isEqualTo(SnowflakeIds.EXHAUSTED);
    }

    @Test
    void givesAllIdsOfTheLastMillisecondAndThenNone() {
        SnowflakeIds ids = new SnowflakeIds(1_023, new MemoryStorage());
        long last = 0;
        for (int i = 0; i < 4_096; i++) {
            last = ids.next(MAX_MILLIS * MS);
        }
        assertThat(last).isEqualTo(Long.MAX_VALUE);
        assertThat(ids.next(MAX_MILLIS * MS)).isEqualTo(SnowflakeIds.EXHAUSTED);
    }

    @Test
    void goesOnAfterAnEarlierLifeWhereverTheClockIs() {
        for (long clock : new long[] {0, 500 * MS, 1_000 * MS, 1_001 * MS, 5_000 * MS}) {
            MemoryStorage storage = new MemoryStorage();
            SnowflakeIds earlier = new SnowflakeIds(7, storage);
            long last = 0;
            // More than one millisecond holds: the last ids are ahead of the clock.
            for (int i = 0; i < 5_000; i++) {
                last = earlier.next(1_000 * MS);
            }
            long next = new SnowflakeIds(7, storage).next(clock);
            assertThat(next).as("clock at %d ms", clock / MS).isGreaterThan(last);
            assertThat(SnowflakeIds.millis(next)).isEqualTo(Math.max(1_002, clock / MS));
        }
    }

    @Test
    void givesNoIdThatCannotBeReserved() {
        Fickle storage = new Fickle();
        SnowflakeIds ids = new SnowflakeIds(7, storage);
        long first = ids.next(1_000 * MS);
        storage.works = false;
        assertThat(ids.next(1_009 * MS)).as("reserved ahead").isGreaterThan(first);
        assertThat(ids.next(1_011 * MS)).isEqualTo(SnowflakeIds.EXHAUSTED);
        assertThat(ids.next(1_011 * MS)).isEqualTo(SnowflakeIds.EXHAUSTED);
        storage.works = true;
        long after = ids.next(1_011 * MS);
        assertThat(SnowflakeIds.millis(after)).isEqualTo(1_011);
        assertThat(storage.calls).isEqualTo(4);
        assertThat(SnowflakeIds.millis(new SnowflakeIds(7, storage).next(0))).isEqualTo(1_022);
    }

    /** Reserves ten milliseconds ahead, if it works at all. */
    private static final class Fickle implements StableStorage {
        private boolean works = true;
        private long reserved = NONE;
        private int calls;

        @Override
        public long reserved(Series series) {
            return reserved;
        }

        @Override
        public long reserve(Series series, long number) {
            calls++;
            reserved = works ? number + 10 : reserved;
            return reserved;
        }
    }
}
