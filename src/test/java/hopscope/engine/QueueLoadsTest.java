package hopscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Drives the timing wheels and the plain heap that they took the place of with the same long loads, of the kinds that
 * wheels find hard: both must pop the same events in the same order.
 */
class QueueLoadsTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    /** How far ahead of the clock the next event is. */
    private interface Delay {
        long draw(RandomStream random, long nowNanos);
    }

    /** One event in both. */
    private record Waiting(int tag, int inQueue, int inHeap) {}

    private static final class Race {
        final EventQueue queue = new EventQueue();
        final HeapEventQueue heap = new HeapEventQueue();
        final RandomStream random;
        final String description;
        long now;
        long sequence;

        Race(String load, long seed) {
            random = new RandomStream(seed);
            description = load + ", seed " + seed;
        }

        Waiting add(long time) {
            long order = (long) random.nextInt(1_000) << 40 | sequence++;
            int tag = (int) sequence;
            return new Waiting(tag, queue.add(time, order, 1, tag, 0, null), heap.add(time, order, 1, tag, 0, null));
        }

        /** Pops from both; answers the tag, or -1. */
        int pop() {
            assertThat(queue.size()).as(description).isEqualTo(heap.size());
            if (heap.size() == 0) {
                return -1;
            }
            int slot = queue.firstSlot();
            assertThat(queue.time(slot)).as(description).isEqualTo(heap.firstTime());
            assertThat(queue.order(slot)).as(description).isEqualTo(heap.firstOrder());
            int tag = queue.first(slot);
            assertThat(tag).as(description).isEqualTo(heap.first(heap.firstSlot()));
            now = queue.time(slot);
            queue.removeFirst();
            heap.remove(heap.firstSlot());
            return tag;
        }

        void remove(Waiting event) {
            queue.remove(event.inQueue());
            heap.remove(event.inHeap());
        }
    }

    private static void hold(String load, int pending, int operations, Delay delay) {
        for (long seed = 1; seed <= 3; seed++) {
            Race race = new Race(load, seed);
            for (int i = 0; i < pending; i++) {
                race.add(delay.draw(race.random, 0));
            }
            for (int i = 0; i < operations; i++) {
                race.pop();
                race.add(race.now + delay.draw(race.random, race.now));
            }
            while (race.pop() >= 0) {
                // Both run dry.
            }
        }
    }

    @Test
    void popInTheSameOrderUnderDenseLoad() {
        hold("dense", 20_000, 100_000, (random, now) -> (long) (random.nextExponential() * MILLI));
    }

    @Test
    void popInTheSameOrderUnderSparseLoad() {
        hold("sparse", 5, 20_000, (random, now) -> (long) (random.nextExponential() * 100 * SECOND));
    }

    @Test
    void popInTheSameOrderWhenManyTimesAreEqual() {
        hold("equal times", 5_000, 50_000, (random, now) -> 10 * MILLI);
        hold("few times", 5_000, 50_000, (random, now) -> SECOND * random.nextInt(3));
        hold("next whole second", 3_000, 50_000, (random, now) -> SECOND - now % SECOND);
    }

    @Test
    void popInTheSameOrderWhenNothingTakesTime() {
        hold("no delay", 1_000, 20_000, (random, now) -> random.nextInt(100) == 0 ? 1 : 0);
    }

    @Test
    void popInTheSameOrderWithFarTimers() {
        hold("near and far", 2_000, 100_000, (random, now) -> switch (random.nextInt(4)) {
            case 0 -> random.nextInt(1_000);
            case 1 -> MILLI * random.nextInt(20);
            case 2 -> SECOND * random.nextInt(100);
            default -> (1L << 20 + random.nextInt(30)) + random.nextInt(7);
        });
    }

    @Test
    void popInTheSameOrderWhenTheLoadChanges() {
        hold("changing", 3_000, 200_000, (random, now) -> {
            long phase = now / (10 * SECOND) % 3;
            return (long) (random.nextExponential() * (phase == 0 ? 1_000 : phase == 1 ? SECOND : 40 * SECOND));
        });
    }

    @Test
    void popInTheSameOrderAroundTheEdgesOfTicks() {
        hold("edges", 300, 100_000, (random, now) -> {
            long width = 1L << random.nextInt(36);
            return width - now % width + random.nextInt(3) - (now % width == 0 ? 0 : 1);
        });
    }

    /** Like nodes that send, wait for an acknowledgement and put their deadline off. */
    @Test
    void popInTheSameOrderWhenWakeUpsAreArmedAgainAndAgain() {
        for (long seed = 1; seed <= 3; seed++) {
            Race race = new Race("re-armed", seed);
            Map<Integer, Integer> sourceByTag = new HashMap<>();
            Waiting[] wakeUps = new Waiting[500];
            for (int i = 0; i < 100_000; i++) {
                int source = race.random.nextInt(wakeUps.length);
                if (wakeUps[source] != null) {
                    race.remove(wakeUps[source]);
                    sourceByTag.remove(wakeUps[source].tag());
                }
                wakeUps[source] = race.add(race.now + SECOND + race.random.nextInt(1_000));
                sourceByTag.put(wakeUps[source].tag(), source);
                if (i % 3 == 0) {
                    race.add(race.now + race.random.nextInt(20) * MILLI);
                    Integer woken = sourceByTag.remove(race.pop());
                    if (woken != null) {
                        wakeUps[woken] = null;
                    }
                }
            }
            while (race.pop() >= 0) {
                // Both run dry.
            }
        }
    }
}
