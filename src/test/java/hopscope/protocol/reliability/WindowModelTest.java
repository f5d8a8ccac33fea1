package hopscope.protocol.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The window's own containers next to the plainest ones of the JDK. */
class WindowModelTest {
    private record Due(PendingMessage message, long deadlineNanos) {}

    private static PendingMessage message(long id) {
        return new PendingMessage(id, 0, new byte[0]);
    }

    @Test
    void findsByIdWhatAMapFinds() {
        for (long seed = 0; seed < 50; seed++) {
            RandomStream random = new RandomStream(seed);
            PendingById table = new PendingById();
            Map<Long, PendingMessage> model = new HashMap<>();
            int range = 1 + random.nextInt(300);
            for (int operation = 0; operation < 3_000; operation++) {
                long id = random.nextInt(range);
                PendingMessage known = model.get(id);
                assertThat(table.get(id)).as("seed %d", seed).isSameAs(known);
                if (known == null) {
                    model.put(id, message(id));
                    table.add(model.get(id));
                } else {
                    table.remove(model.remove(id));
                }
            }
            for (long id = 0; id < range; id++) {
                assertThat(table.get(id)).as("seed %d", seed).isSameAs(model.get(id));
            }
        }
    }

    @Test
    void hasFirstWhatASortedListHasFirst() {
        Comparator<Due> byDeadlineAndId = Comparator.comparingLong(Due::deadlineNanos)
                .thenComparingLong(due -> due.message().id());
        for (long seed = 0; seed < 50; seed++) {
            RandomStream random = new RandomStream(seed);
            TimeoutHeap heap = new TimeoutHeap();
            List<Due> model = new ArrayList<>();
            for (int operation = 0; operation < 1_000; operation++) {
                if (model.isEmpty() || random.nextInt(5) < 3) {
                    Due due = new Due(message(operation), random.nextInt(50));
                    heap.add(due.message(), due.deadlineNanos());
                    model.add(due);
                } else {
                    heap.remove(model.remove(random.nextInt(model.size())).message());
                }
                assertThat(heap.size()).as("seed %d", seed).isEqualTo(model.size());
                Due first = model.stream().min(byDeadlineAndId).orElse(null);
                assertThat(heap.first()).as("seed %d", seed).isSameAs(first == null ? null : first.message());
                if (first != null) {
                    assertThat(heap.firstDeadlineNanos()).as("seed %d", seed).isEqualTo(first.deadlineNanos());
                }
            }
        }
    }
}
