package hopscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private static final Comparator<Waiting> BY_TIME_AND_ORDER =
            Comparator.comparingLong(Waiting::time).thenComparingLong(Waiting::order);

    private record Waiting(long time, long order, int tag, int slot) {}

    /** The queue under test next to the JDK's, fed with the same operations. */
    private static final class Twins {
        final EventQueue queue = new EventQueue();
        final PriorityQueue<Waiting> model = new PriorityQueue<>(BY_TIME_AND_ORDER);
        final List<Waiting> waiting = new ArrayList<>();
        final RandomStream random;
        final int timeRange;
        final int timeShift;
        long orders;
        int tags;

        Twins(long seed) {
            random = new RandomStream(seed);
            timeRange = 1 + random.nextInt(200);
            timeShift = random.nextInt(50);
        }

        /** Orders come as they do from several sources: unique, but not ascending. */
        long nextOrder() {
            return (long) random.nextInt(4) << 40 | orders++;
        }

        /** Any time at all: also one before that of the event taken last. */
        void add() {
            int tag = tags++;
            long time = (long) random.nextInt(timeRange) << timeShift;
            long order = nextOrder();
            int slot = queue.add(time, order, tag, tag - 2, tag + 3, "event " + tag);
            Waiting event = new Waiting(time, order, tag, slot);
            model.add(event);
            waiting.add(event);
        }

        void removeAny() {
            Waiting event = waiting.remove(random.nextInt(waiting.size()));
            model.remove(event);
            queue.remove(event.slot());
        }

        void pop(String description) {
            Waiting expected = model.remove();
            waiting.remove(expected);
            int slot = queue.firstSlot();
            assertThat(slot).as(description).isEqualTo(expected.slot());
            assertThat(queue.time(slot)).as(description).isEqualTo(expected.time());
            assertThat(queue.order(slot)).as(description).isEqualTo(expected.order());
            assertThat(queue.kind(slot)).as(description).isEqualTo(expected.tag());
            assertThat(queue.first(slot)).as(description).isEqualTo(expected.tag() - 2);
            assertThat(queue.second(slot)).as(description).isEqualTo(expected.tag() + 3);
            assertThat(queue.payload(slot)).as(description).isEqualTo("event " + expected.tag());
            queue.removeFirst();
        }
    }

    @Test
    void popsWhatThePriorityQueueOfTheJdkPops() {
        for (long seed = 0; seed < 200; seed++) {
            String description = "seed " + seed;
            Twins twins = new Twins(seed);
            for (int operation = 0; operation < 1_500; operation++) {
                step(twins, description);
                assertThat(twins.queue.size()).as(description).isEqualTo(twins.model.size());
            }
            while (!twins.model.isEmpty()) {
                twins.pop(description);
            }
            assertThat(twins.queue.size()).as(description).isZero();
            assertThat(twins.queue.firstSlot()).as(description).isEqualTo(EventQueue.NONE);
        }
    }

    private static void step(Twins twins, String description) {
        int draw = twins.random.nextInt(10);
        if (draw < 6 || twins.waiting.isEmpty()) {
            twins.add();
        } else if (draw < 8) {
            twins.pop(description);
        } else {
            twins.removeAny();
        }
    }

    @Test
    void popsEqualTimesByOrderHoweverTheyWereAdded() {
        EventQueue queue = new EventQueue();
        for (long order : new long[] {7, 2, 9, 0, 5, 1, 8, 3, 6, 4}) {
            queue.add(100, order, 1, (int) order, 0, null);
        }
        for (int order = 0; order < 10; order++) {
            assertThat(queue.first(queue.firstSlot())).isEqualTo(order);
            queue.removeFirst();
        }
    }

    @Test
    void popsTheLastTimesThatThereAre() {
        EventQueue queue = new EventQueue();
        long[] times = {Long.MAX_VALUE - 1, 0, 1L << 62, Long.MAX_VALUE - 2, 1, (1L << 62) - 1, Long.MAX_VALUE >> 8};
        for (int i = 0; i < times.length; i++) {
            queue.add(times[i], i, 1, 0, 0, null);
        }
        java.util.Arrays.sort(times);
        for (long time : times) {
            assertThat(queue.time(queue.firstSlot())).isEqualTo(time);
            queue.removeFirst();
        }
    }

    @Test
    void letsGoOfThePayloadOfARemovedEvent() {
        EventQueue queue = new EventQueue();
        int removed = queue.add(1, 1, 1, 0, 0, new Object());
        queue.remove(removed);
        assertThat(queue.payload(removed)).isNull();
        int popped = queue.add(1, 2, 1, 0, 0, new Object());
        assertThat(queue.firstSlot()).isEqualTo(popped);
        queue.removeFirst();
        assertThat(queue.payload(popped)).isNull();
    }

    @Test
    void doesNotGrowWithEventsThatWereRemoved() {
        EventQueue queue = new EventQueue();
        int largest = 0;
        for (int i = 0; i < 100_000; i++) {
            int slot = queue.add(1_000_000L * i, i, 1, 0, 0, null);
            largest = Math.max(largest, slot);
            queue.remove(slot);
        }
        assertThat(queue.size()).isZero();
        assertThat(largest).isLessThan(4_096);
    }
}
