package hopscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What it reads ahead; that it changes nothing is what {@link QueueLoadsTest} shows. */
class EventsAheadTest {
    private static final int MANY = 5_000;
    private static final int BUCKETS = 8_192;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final EventSlots slots = new EventSlots();
    private final TimingWheel wheel = new TimingWheel(BUCKETS);
    private final EventsAhead ahead = new EventsAhead(slots);

    /** Keeps which events it was told to expect, by their first number. */
    private static final class Expecting implements EventHandler {
        private final List<Integer> expected = new ArrayList<>();
        private final Set<Integer> handled = new HashSet<>();
        private int largestTold;

        @Override
        public void handle(int kind, int first, int second, Object payload) {
            handled.add(first);
        }

        @Override
        public void wake(int source) {
            handled.add(-1 - source);
        }

        @Override
        public void expect(EventsAhead events) {
            largestTold = Math.max(largestTold, events.size());
            for (int i = 0; i < events.size(); i++) {
                boolean isWake = events.kind(i) == Engine.WAKE;
                assertThat(events.payload(i)).isEqualTo(isWake ? null : "payload of " + events.first(i));
                int event = isWake ? -1 - events.first(i) : events.first(i);
                assertThat(handled).doesNotContain(event);
                expected.add(event);
            }
        }
    }

    @Test
    void tellsOfEventsBeforeTheyAreHandled() {
        Engine engine = new Engine(2);
        for (int i = 0; i < MANY; i++) {
            engine.schedule(100_000L * i, 0, 1, i, 0, "payload of " + i);
        }
        engine.arm(1, 400_050_000);
        Expecting handler = new Expecting();
        while (engine.step(handler, Long.MAX_VALUE)) {
            // Until all are handled.
        }

        assertThat(handler.handled).hasSize(MANY + 1);
        assertThat(handler.largestTold).isGreaterThan(8);
        assertThat(handler.expected).hasSizeGreaterThan(MANY / 4).contains(-2).doesNotHaveDuplicates();
        assertThat(handler.handled).containsAll(handler.expected);
    }

    @Test
    void tellsNobodyWhereFewEventsWait() {
        Engine engine = new Engine(1);
        for (int i = 0; i < 1_000; i++) {
            engine.schedule(100_000L * i, 0, 1, i, 0, "payload of " + i);
        }
        Expecting handler = new Expecting();
        while (engine.step(handler, Long.MAX_VALUE)) {
            // Until all are handled.
        }

        assertThat(handler.expected).isEmpty();
    }

    /** Adds an event to a tick; answers its slot. */
    private int add(long tick) {
        int slot = slots.take(tick, 0, 1, 0, 0, null);
        slots.link(slot, wheel.push(tick, slot));
        return slot;
    }

    /** Adds one event to each of some ticks, from one on. */
    private void fill(long from, int events) {
        for (int i = 0; i < events; i++) {
            add(from + i);
        }
    }

    /** The ticks of the events that are read now. */
    private List<Long> ticksRead(long cursor, long limit) {
        List<Long> ticks = new ArrayList<>();
        int read = ahead.read(wheel, cursor, limit);
        for (int i = 0; i < read; i++) {
            ticks.add(slots.time(ahead.slot(i)));
        }
        return ticks;
    }

    private static List<Long> ticks(long from, long to) {
        return java.util.stream.LongStream.range(from, to).boxed().toList();
    }

    @Test
    void readsNothingWhileTheCacheHoldsAllEvents() {
        fill(10, 1_000);

        assertThat(ticksRead(10, NO_LIMIT)).isEmpty();
    }

    @Test
    void readsFromTheTickThatIsNextOn() {
        fill(10, MANY);

        assertThat(ticksRead(10, NO_LIMIT)).isEqualTo(ticks(10, 42));
    }

    @Test
    void readsOnWhereItStoppedOnceFewAreLeft() {
        fill(10, MANY);
        ticksRead(10, NO_LIMIT);

        List<List<Long>> read = new ArrayList<>();
        for (int cursor = 11; cursor < 50; cursor++) {
            ahead.removedFirst();
            wheel.take(cursor - 1);
            read.add(ticksRead(cursor, NO_LIMIT));
        }

        assertThat(read.stream().filter(ticks -> !ticks.isEmpty()).toList())
                .containsExactly(ticks(42, 59), ticks(59, 76));
    }

    @Test
    void beginsAnewWhereTheClockHasOvertakenIt() {
        fill(10, MANY);
        ticksRead(10, NO_LIMIT);

        assertThat(ticksRead(1_000, NO_LIMIT)).isEqualTo(ticks(1_000, 1_032));
    }

    @Test
    void readsNoTickThatMayStillGetEvents() {
        fill(10, MANY);

        assertThat(ticksRead(10, 15)).isEqualTo(ticks(10, 15));
        assertThat(ticksRead(10, 20)).isEqualTo(ticks(15, 20));
    }

    @Test
    void readsNoBucketASecondTimeAfterATurn() {
        fill(10, MANY);
        int cursor = 10 + MANY - 3;
        for (int tick = 10; tick < cursor; tick++) {
            wheel.take(tick);
        }

        assertThat(ticksRead(cursor, NO_LIMIT)).isEqualTo(ticks(cursor, cursor + 3));
        assertThat(ticksRead(cursor, NO_LIMIT)).isEmpty();
    }

    @Test
    void readsOnlyAsManyOfACrowdedTickAsThereIsRoomFor() {
        for (int i = 0; i < MANY; i++) {
            add(10);
        }

        assertThat(ticksRead(10, NO_LIMIT)).hasSize(64).containsOnly(10L);
    }
}
