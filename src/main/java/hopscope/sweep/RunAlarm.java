package hopscope.sweep;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that set it when its time is over, unless it was silenced before. */
final class RunAlarm {
    private final Thread sleeper = Thread.currentThread();
    private volatile boolean rung;
    private Future<?> pending;

    private RunAlarm() {}

    /** @param nanos from now, or 0 for never */
    static RunAlarm set(ScheduledExecutorService clock, long nanos) {
        RunAlarm alarm = new RunAlarm();
        if (nanos > 0) {
            alarm.pending = clock.schedule(alarm::ring, nanos, TimeUnit.NANOSECONDS);
        }
        return alarm;
    }

    private void ring() {
        rung = true;
        sleeper.interrupt();
    }

    /** Whether it interrupted the thread. */
    boolean hasRung() {
        return rung;
    }

    /** Ends it, so that it does not hit what the thread does next; an interrupt of somebody else stays. */
    void silence() {
        if (pending != null && !pending.cancel(false)) {
            awaitRing();
            Thread.interrupted();
        }
    }

    /** It is ringing at this very moment, or it has rung. */
    private void awaitRing() {
        while (true) {
            try {
                pending.get();
                return;
            } catch (InterruptedException e) {
                // Its own interrupt; the flag is cleared now, and the next get() comes to an end.
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
