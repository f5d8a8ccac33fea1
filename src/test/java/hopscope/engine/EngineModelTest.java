package hopscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The engine next to the plainest one: a sorted map from which a wake-up is taken out whenever it is armed anew. */
class EngineModelTest {
    private static final int SOURCES = 5;
    private static final int SEQUENCE_BITS = 40;
    private static final int KIND = 1;

    private record Key(long time, long order) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(order, other.order);
        }
    }

    /** Names of events by when they are due. */
    private final TreeMap<Key, String> due = new TreeMap<>();

    private final Key[] wakes = new Key[SOURCES];
    private final long[] sequences = new long[SOURCES];
    private Engine engine;
    private String handled;

    private Key key(long time, int source) {
        return new Key(time, (long) source << SEQUENCE_BITS | sequences[source]++);
    }

    private void schedule(long time, int source, String name) {
        engine.schedule(time, source, KIND, 0, 0, name);
        due.put(key(time, source), name);
    }

    private void arm(int source, long time) {
        engine.arm(source, time);
        long at = Math.max(time, engine.nowNanos());
        if (wakes[source] == null ? at == Engine.NEVER : at == wakes[source].time()) {
            return;
        }
        if (wakes[source] != null) {
            due.remove(wakes[source]);
        }
        wakes[source] = at == Engine.NEVER ? null : key(at, source);
        if (wakes[source] != null) {
            due.put(wakes[source], "wake " + source);
        }
    }

    private final EventHandler handler = new EventHandler() {
        @Override
        public void handle(int kind, int first, int second, Object payload) {
            handled = engine.nowNanos() + " " + engine.currentOrder() + " " + payload;
        }

        @Override
        public void wake(int source) {
            handled = engine.nowNanos() + " " + engine.currentOrder() + " wake " + source;
            wakes[source] = null;
        }
    };

    private void step(long seed, long until) {
        handled = null;
        boolean stepped = engine.step(handler, until);
        boolean expected = !due.isEmpty() && due.firstKey().time() <= until;
        assertThat(stepped).as("seed %d", seed).isEqualTo(expected);
        if (expected) {
            Map.Entry<Key, String> first = due.pollFirstEntry();
            String line = first.getKey().time() + " " + first.getKey().order() + " " + first.getValue();
            assertThat(handled).as("seed %d", seed).isEqualTo(line);
        } else {
            assertThat(handled).as("seed %d", seed).isNull();
        }
    }

    private void run(long seed) {
        RandomStream random = new RandomStream(seed);
        engine = new Engine(SOURCES);
        due.clear();
        java.util.Arrays.fill(wakes, null);
        java.util.Arrays.fill(sequences, 0);
        int span = 1 + random.nextInt(1 << random.nextInt(30));
        int armings = 1 + random.nextInt(6);
        for (int operation = 0; operation < 2_000; operation++) {
            long time = engine.nowNanos() + random.nextInt(span);
            int source = random.nextInt(SOURCES);
            int choice = random.nextInt(3 + armings);
            if (choice == 0) {
                schedule(time, source, "event " + operation);
            } else if (choice <= armings) {
                arm(source, random.nextInt(8) == 0 ? Engine.NEVER : time - random.nextInt(3));
            } else {
                step(seed, time);
            }
            assertThat(engine.pendingCount()).as("seed %d", seed).isEqualTo(due.size());
        }
        while (!due.isEmpty()) {
            step(seed, Engine.NEVER - 1);
        }
        step(seed, Engine.NEVER - 1);
    }

    @Test
    void handlesWhatAnEagerEngineHandlesInTheSameOrder() {
        for (long seed = 0; seed < 200; seed++) {
            run(seed);
        }
    }
}
