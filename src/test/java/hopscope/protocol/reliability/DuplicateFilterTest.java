package hopscope.protocol.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.Deadline;
import hopscope.random.RandomStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class DuplicateFilterTest {
    private static final long RETAIN = 1_000;

    private record Handled(int source, long id, long time) {}

    private static DuplicateFilter filter(int limit) {
        return new DuplicateFilter(new ReliabilityConfig(1, 1, 1, 0, 0, RETAIN, limit));
    }

    @Test
    void tellsMessagesOfTwoSourcesWithOneIdApart() {
        DuplicateFilter filter = filter(10);
        filter.add(0, 1, 77);
        assertThat(filter.contains(1, 77)).isTrue();
        assertThat(filter.contains(1_025, 77)).isFalse();
        assertThat(filter.contains(1, 78)).isFalse();
    }

    @Test
    void cleansUpOnItsDeadline() {
        DuplicateFilter filter = filter(10);
        assertThat(filter.deadlineNanos()).isEqualTo(Deadline.NONE);
        filter.add(100, 1, 1);
        filter.add(600, 1, 2);
        assertThat(filter.deadlineNanos()).isEqualTo(100 + RETAIN / 4);
        while (filter.deadlineNanos() < 100 + RETAIN) {
            filter.expire(filter.deadlineNanos());
            assertThat(filter.size()).isEqualTo(2);
        }
        filter.expire(filter.deadlineNanos() - 1);
        assertThat(filter.contains(1, 1)).isTrue();
        filter.expire(filter.deadlineNanos());
        assertThat(filter.contains(1, 1)).isFalse();
        assertThat(filter.contains(1, 2)).isTrue();
        filter.expire(5_000);
        assertThat(filter.size()).isZero();
        assertThat(filter.deadlineNanos()).isEqualTo(Deadline.NONE);
        assertThat(filter.evictedCount()).isZero();
    }

    @Test
    void forgetsTheOldestBeyondItsLimitAndCountsThat() {
        DuplicateFilter filter = filter(3);
        for (int id = 0; id < 5; id++) {
            filter.add(id, 1, id);
        }
        assertThat(filter.size()).isEqualTo(3);
        assertThat(filter.evictedCount()).isEqualTo(2);
        assertThat(filter.contains(1, 1)).isFalse();
        assertThat(filter.contains(1, 2)).isTrue();
        assertThat(filter.contains(1, 4)).isTrue();
    }

    @Test
    void remembersWhatAPlainListRemembers() {
        for (long seed = 0; seed < 60; seed++) {
            RandomStream random = new RandomStream(seed);
            int limit = 1 + random.nextInt(100);
            DuplicateFilter filter = filter(limit);
            Deque<Handled> model = new ArrayDeque<>();
            long now = 0;
            long evicted = 0;
            for (int operation = 0; operation < 2_000; operation++) {
                now += random.nextInt(30);
                if (now >= filter.deadlineNanos()) {
                    filter.expire(now);
                    long time = now;
                    model.removeIf(handled -> time - handled.time() >= RETAIN);
                }
                int source = random.nextInt(6);
                long id = random.nextInt(40);
                boolean known = model.stream().anyMatch(h -> h.source() == source && h.id() == id);
                assertThat(filter.contains(source, id)).as("seed %d", seed).isEqualTo(known);
                if (!known) {
                    filter.add(now, source, id);
                    model.add(new Handled(source, id, now));
                    if (model.size() > limit) {
                        model.remove();
                        evicted++;
                    }
                }
                assertThat(filter.size()).as("seed %d", seed).isEqualTo(model.size());
            }
            assertThat(filter.evictedCount()).as("seed %d", seed).isEqualTo(evicted);
        }
    }
}
