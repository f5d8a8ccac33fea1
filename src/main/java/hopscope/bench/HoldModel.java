package hopscope.bench;

import hopscope.engine.Engine;
import hopscope.engine.EventHandler;
import hopscope.random.RandomStream;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The hold model (Vaucher and Duval 1975; Jones 1986): a fixed number of events is pending; handling one, with its payload
 * and through a virtual call, schedules another after an exponential delay. The engine and, as the yardstick, a {@link
 * PriorityQueue} of event objects do the same work, in the same order.
 */
final class HoldModel implements EventHandler {
    private static final int SOURCES = 1_024;
    private static final int KIND = 1;
    private static final long MEAN_DELAY_NANOS = 10_000_000;
    private static final int DELAYS = 1 << 16;
    private static final int SEQUENCE_BITS = 40;

    /** What an event carries; handling it counts. */
    private static final class Payload {
        private long handledCount;
    }

    private record Event(long time, long order, int kind, int first, int second, Payload payload) {}

    private final int pending;
    private final long[] delays = new long[DELAYS];
    private final Engine engine = new Engine(SOURCES);
    private int drawn;

    /**
     * @param pending events waiting at any time, at least 1
     */
    HoldModel(int pending) {
        this.pending = pending;
        RandomStream random = new RandomStream(pending);
        for (int i = 0; i < DELAYS; i++) {
            delays[i] = (long) (random.nextExponential() * MEAN_DELAY_NANOS);
        }
    }

    private long nextDelay() {
        return delays[drawn++ & DELAYS - 1];
    }

    @Override
    public void handle(int kind, int first, int second, Object payload) {
        ((Payload) payload).handledCount++;
        engine.schedule(engine.nowNanos() + nextDelay(), first, kind, first, second, payload);
    }

    @Override
    public void wake(int source) {
        throw new IllegalStateException("nobody armed anything");
    }

    /** Fills the engine; once, before {@link #holdInEngine}. */
    void fillEngine() {
        for (int i = 0; i < pending; i++) {
            int source = i % SOURCES;
            engine.schedule(nextDelay(), source, KIND, source, i, new Payload());
        }
    }

    /** Handles so many events; answers the nanoseconds of wall time that it took. */
    long holdInEngine(long events) {
        long begin = System.nanoTime();
        for (long i = 0; i < events; i++) {
            engine.step(this, Engine.NEVER - 1);
        }
        return System.nanoTime() - begin;
    }

    /** Virtual time of the engine. */
    long nowNanos() {
        return engine.nowNanos();
    }

    /** The same work on a priority queue of event objects. */
    static final class OnPriorityQueue {
        private final HoldModel model;
        private final PriorityQueue<Event> queue =
                new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::order));
        private final long[] sequences = new long[SOURCES];
        private final EventHandler handler;
        private long now;

        OnPriorityQueue(HoldModel model) {
            this.model = model;
            for (int i = 0; i < model.pending; i++) {
                int source = i % SOURCES;
                schedule(model.nextDelay(), source, KIND, source, i, new Payload());
            }
            handler = new EventHandler() {
                @Override
                public void handle(int kind, int first, int second, Object payload) {
                    ((Payload) payload).handledCount++;
                    schedule(now + model.nextDelay(), first, kind, first, second, (Payload) payload);
                }

                @Override
                public void wake(int source) {
                    throw new IllegalStateException("nobody armed anything");
                }
            };
        }

        private void schedule(long time, int source, int kind, int first, int second, Payload payload) {
            long order = (long) source << SEQUENCE_BITS | sequences[source]++;
            queue.add(new Event(time, order, kind, first, second, payload));
        }

        /** Virtual time. */
        long nowNanos() {
            return now;
        }

        /** Handles so many events; answers the nanoseconds of wall time that it took. */
        long hold(long events) {
            long begin = System.nanoTime();
            for (long i = 0; i < events; i++) {
                Event event = queue.remove();
                now = event.time();
                handler.handle(event.kind(), event.first(), event.second(), event.payload());
            }
            return System.nanoTime() - begin;
        }
    }
}
