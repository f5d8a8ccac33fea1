package hopscope.engine;

import java.util.Arrays;

/**
 * A discrete-event engine: a virtual clock in nanoseconds and the events to come.
 *
 * <p>Every event has a source, a number from 0 to {@code sourceCount - 1}. Events of one instant are handled by source,
 * then in the order in which that source scheduled them, so the order of a run never depends on chance. Each source may
 * also have one wake-up armed; arming again replaces it.
 *
 * <p>Not thread-safe: one engine belongs to one run.
 */
public final class Engine {
    /** The time that never comes: arming a wake-up for it disarms. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The kind of wake-ups; scheduled events use other kinds. */
    public static final int WAKE = 0;

    /** 2^40 events of one source and 2^23 sources fit into one 63-bit order. */
    private static final int SEQUENCE_BITS = 40;

    private static final int MAX_SOURCES = 1 << (63 - SEQUENCE_BITS);
    private static final int NOT_ARMED = EventQueue.NONE;

    private final EventQueue queue = new EventQueue();
    private final long[] sequences;
    private final int[] wakeSlots;
    private final long[] wakeTimes;
    private long now;
    private long order;
    private long handled;

    /**
     * @param sourceCount 1 … 2^23
     */
    public Engine(int sourceCount) {
        if (sourceCount < 1 || sourceCount > MAX_SOURCES) {
            throw new IllegalArgumentException("sources must be 1 to " + MAX_SOURCES + ", not " + sourceCount);
        }
        sequences = new long[sourceCount];
        wakeSlots = new int[sourceCount];
        wakeTimes = new long[sourceCount];
        Arrays.fill(wakeSlots, NOT_ARMED);
        Arrays.fill(wakeTimes, NEVER);
    }

    /** Virtual time in nanoseconds since the start of the run. */
    public long nowNanos() {
        return now;
    }

    /** Events handled so far, wake-ups included. */
    public long handledCount() {
        return handled;
    }

    /** Events waiting, armed wake-ups included. */
    public int pendingCount() {
        return queue.size();
    }

    /** The (source, sequence) of the event being handled, as one number; equal times are handled in its order. */
    public long currentOrder() {
        return order;
    }

    /**
     * Schedules an event; O(1) on average.
     *
     * @param timeNanos not before now
     * @param source who schedules it
     * @param kind any positive number; {@link #WAKE} is kept for wake-ups
     */
    public void schedule(long timeNanos, int source, int kind, int first, int second, Object payload) {
        if (timeNanos < now) {
            throw new IllegalArgumentException("time " + timeNanos + " ns lies before now, " + now + " ns");
        }
        if (kind <= WAKE) {
            throw new IllegalArgumentException("kind must be positive, not " + kind);
        }
        queue.add(timeNanos, nextOrder(source), kind, first, second, payload);
    }

    /**
     * Arms the one wake-up of a source, instead of the one armed before; O(1) on average.
     *
     * @param timeNanos when; a time that has passed means now; {@link #NEVER} disarms
     */
    public void arm(int source, long timeNanos) {
        long time = Math.max(timeNanos, now);
        if (time == wakeTimes[source]) {
            return;
        }
        wakeTimes[source] = time;
        if (wakeSlots[source] != NOT_ARMED) {
            queue.remove(wakeSlots[source]);
        }
        wakeSlots[source] = time == NEVER ? NOT_ARMED : queue.add(time, nextOrder(source), WAKE, source, 0, null);
    }

    private long nextOrder(int source) {
        return (long) source << SEQUENCE_BITS | sequences[source]++;
    }

    /**
     * Handles the next event if its time is not after {@code untilNanos}; else moves the clock there.
     *
     * @return whether an event was handled
     */
    public boolean step(EventHandler handler, long untilNanos) {
        int slot = queue.firstSlot();
        if (slot == EventQueue.NONE || queue.time(slot) > untilNanos) {
            now = Math.max(now, untilNanos);
            return false;
        }
        now = queue.time(slot);
        order = queue.order(slot);
        handled++;
        int kind = queue.kind(slot);
        int first = queue.first(slot);
        int second = queue.second(slot);
        Object payload = queue.payload(slot);
        queue.removeFirst();
        if (kind == WAKE) {
            wakeSlots[first] = NOT_ARMED;
            wakeTimes[first] = NEVER;
            handler.wake(first);
        } else {
            handler.handle(kind, first, second, payload);
        }
        return true;
    }
}
