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
    private static final int NOT_QUEUED = EventQueue.NONE;

    /** What is kept for each source, side by side: see {@link #sources}. */
    private static final int SOURCE_SHIFT = 2;

    private static final int SEQUENCE = 0;
    private static final int WAKE_TIME = 1;
    private static final int WAKE_ORDER = 2;
    private static final int QUEUED_TIME = 3;

    private final EventQueue queue = new EventQueue();
    private final EventsAhead ahead = queue.ahead();

    /**
     * For each source four numbers: its next sequence number; time ({@link #NEVER} if none is armed) and order of its
     * wake-up; time of the event that stands in the queue for it. That event may come before the wake-up, as deadlines mostly
     * move away: it is put where it belongs when its time has come, not each time the wake-up is armed anew.
     */
    private final long[] sources;

    /** Slot of that event, or {@link #NOT_QUEUED}. */
    private final int[] wakeSlots;

    private int armedCount;
    private int queuedCount;
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
        sources = new long[sourceCount << SOURCE_SHIFT];
        wakeSlots = new int[sourceCount];
        Arrays.fill(wakeSlots, NOT_QUEUED);
        for (int source = 0; source < sourceCount; source++) {
            sources[(source << SOURCE_SHIFT) + WAKE_TIME] = NEVER;
        }
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
        return queue.size() - queuedCount + armedCount;
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
        int at = source << SOURCE_SHIFT;
        long time = Math.max(timeNanos, now);
        long before = sources[at + WAKE_TIME];
        if (time == before) {
            return;
        }
        sources[at + WAKE_TIME] = time;
        if (time == NEVER) {
            armedCount--;
            return;
        }
        armedCount += before == NEVER ? 1 : 0;
        sources[at + WAKE_ORDER] = nextOrder(source);
        if (wakeSlots[source] == NOT_QUEUED) {
            enqueue(source);
        } else if (time < sources[at + QUEUED_TIME]) {
            queue.remove(wakeSlots[source]);
            queuedCount--;
            enqueue(source);
        }
    }

    /** Reads what is kept for a source, ahead of its time, see {@link EventHandler#expect}; the answer means nothing. */
    public long touch(int source) {
        return sources[source << SOURCE_SHIFT] + wakeSlots[source];
    }

    /** Puts the event for the armed wake-up of a source into the queue. */
    private void enqueue(int source) {
        int at = source << SOURCE_SHIFT;
        long time = sources[at + WAKE_TIME];
        sources[at + QUEUED_TIME] = time;
        wakeSlots[source] = queue.add(time, sources[at + WAKE_ORDER], WAKE, source, 0, null);
        queuedCount++;
    }

    private long nextOrder(int source) {
        return (long) source << SEQUENCE_BITS | sources[(source << SOURCE_SHIFT) + SEQUENCE]++;
    }

    /**
     * Handles the next event if its time is not after {@code untilNanos}; else moves the clock there.
     *
     * @return whether an event was handled
     */
    public boolean step(EventHandler handler, long untilNanos) {
        while (true) {
            int slot = queue.firstSlot();
            if (slot == EventQueue.NONE || queue.time(slot) > untilNanos) {
                now = Math.max(now, untilNanos);
                return false;
            }
            if (ahead.hasUntold()) {
                ahead.tell(handler);
            }
            int kind = queue.kind(slot);
            if (kind != WAKE) {
                handle(handler, slot, kind);
                return true;
            }
            if (isWoken(slot)) {
                wake(handler, slot);
                return true;
            }
        }
    }

    private void handle(EventHandler handler, int slot, int kind) {
        now = queue.time(slot);
        order = queue.order(slot);
        handled++;
        int first = queue.first(slot);
        int second = queue.second(slot);
        Object payload = queue.payload(slot);
        queue.removeFirst();
        handler.handle(kind, first, second, payload);
    }

    /** Whether the first event is its source's wake-up; if not, it is taken out, and put where the wake-up belongs. */
    private boolean isWoken(int slot) {
        int source = queue.first(slot);
        int at = source << SOURCE_SHIFT;
        if (sources[at + WAKE_TIME] == queue.time(slot) && sources[at + WAKE_ORDER] == queue.order(slot)) {
            return true;
        }
        takeOut(source);
        if (sources[at + WAKE_TIME] != NEVER) {
            enqueue(source);
        }
        return false;
    }

    private void wake(EventHandler handler, int slot) {
        now = queue.time(slot);
        order = queue.order(slot);
        handled++;
        int source = queue.first(slot);
        takeOut(source);
        sources[(source << SOURCE_SHIFT) + WAKE_TIME] = NEVER;
        armedCount--;
        handler.wake(source);
    }

    private void takeOut(int source) {
        queue.removeFirst();
        queuedCount--;
        wakeSlots[source] = NOT_QUEUED;
    }
}
