package hopscope.tcp;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts what happened to connections; any thread may. */
final class Tally {
    private final AtomicLongArray refusals = new AtomicLongArray(Refusal.values().length);
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong dialled = new AtomicLong();
    private final AtomicLong dialsFailed = new AtomicLong();
    private final AtomicLong crossed = new AtomicLong();
    private final AtomicLong framesOverflowed = new AtomicLong();
    private final AtomicLong framesWithoutConnection = new AtomicLong();

    void countRefusal(Refusal cause) {
        refusals.incrementAndGet(cause.ordinal());
    }

    void countAccepted() {
        accepted.incrementAndGet();
    }

    void countDialled() {
        dialled.incrementAndGet();
    }

    void countDialFailed() {
        dialsFailed.incrementAndGet();
    }

    /** A connection was given up for the other one of the same link: both ends had dialled. */
    void countCrossed() {
        crossed.incrementAndGet();
    }

    /** A frame was dropped because its reader is slow. */
    void countOverflow() {
        framesOverflowed.incrementAndGet();
    }

    /** A frame was dropped because its connection had gone. */
    void countWithoutConnection() {
        framesWithoutConnection.incrementAndGet();
    }

    long refusals(Refusal cause) {
        return refusals.get(cause.ordinal());
    }

    /** Connections let in after their first frame. */
    long accepted() {
        return accepted.get();
    }

    /** Connections dialled whose transport came up. */
    long dialled() {
        return dialled.get();
    }

    /** Dials that nobody answered. */
    long dialsFailed() {
        return dialsFailed.get();
    }

    /** Connections given up because both ends had dialled. */
    long crossed() {
        return crossed.get();
    }

    long framesOverflowed() {
        return framesOverflowed.get();
    }

    long framesWithoutConnection() {
        return framesWithoutConnection.get();
    }
}
