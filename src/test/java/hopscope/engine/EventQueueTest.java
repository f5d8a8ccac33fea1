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
        long orders;
        int tags;

        Twins(long seed) {
            random = new RandomStream(seed);
            timeRange = 1 + random.nextInt(200);
        }

        /** Orders come as they do from several sources: unique, but not ascending. */
        long nextOrder() {
            return (long) random.nextInt(4) << 40 | orders++;
        }

        void add() {
            int tag = tags++;
            long time = random.nextInt(timeRange);
            long order = nextOrder();
            int slot = queue.add(time, order, tag + 1, tag + 2, tag + 3, "event " + tag);
            remember(new Waiting(time, order, tag, slot));
        }

        private void remember(Waiting event) {
            model.add(event);
            waiting.add(event);
        }

        private Waiting takeAny() {
            Waiting event = waiting.remove(random.nextInt(waiting.size()));
            model.remove(event);
            return event;
        }

        void removeAny() {
            queue.remove(takeAny().slot());
        }

        void moveAny() {
            Waiting event = takeAny();
            Waiting moved = new Waiting(random.nextInt(timeRange), nextOrder(), event.tag(), event.slot());
            queue.move(event.slot(), moved.time(), moved.order());
            remember(moved);
        }

        void pop(String description) {
            Waiting expected = model.remove();
            waiting.remove(expected);
            int slot = queue.firstSlot();
            assertThat(slot).as(description).isEqualTo(expected.slot());
            assertThat(queue.firstTime()).as(description).isEqualTo(expected.time());
            assertThat(queue.firstOrder()).as(description).isEqualTo(expected.order());
            assertThat(queue.kind(slot)).as(description).isEqualTo(expected.tag() + 1);
            assertThat(queue.first(slot)).as(description).isEqualTo(expected.tag() + 2);
            assertThat(queue.second(slot)).as(description).isEqualTo(expected.tag() + 3);
            assertThat(queue.payload(slot)).as(description).isEqualTo("event " + expected.tag());
            queue.remove(slot);
        }
    }

    @Test
    void popsWhatThePriorityQueueOfTheJdkPops() {
        for (long seed = 0; seed < 100; seed++) {
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
        }
    }

    private static void step(Twins twins, String description) {
        int draw = twins.random.nextInt(10);
        if (draw < 5 || twins.waiting.isEmpty()) {
            twins.add();
        } else if (draw < 7) {
            twins.pop(description);
        } else if (draw < 8) {
            twins.removeAny();
        } else {
            twins.moveAny();
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
            queue.remove(queue.firstSlot());
        }
    }

    @Test
    void letsGoOfThePayloadOfARemovedEvent() {
        EventQueue queue = new EventQueue();
        int slot = queue.add(1, 1, 1, 0, 0, new Object());

        queue.remove(slot);

        assertThat(queue.payload(slot)).isNull();
    }
}
