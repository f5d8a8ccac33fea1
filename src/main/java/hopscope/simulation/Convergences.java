package hopscope.simulation;

import hopscope.scenario.FaultSpec;
import java.util.ArrayList;
import java.util.List;

/** The faults that wait for the run to converge. */
final class Convergences {
    private final List<Wait> waits = new ArrayList<>();

    /** A fault that waits. */
    static final class Wait {
        private final int fault;
        private final FaultSpec spec;
        private final long endNanos;

        /** For when it is armed, or {@link FaultSchedule#NEVER}. */
        private long armedNanos = FaultSchedule.NEVER;

        private Wait(int fault, FaultSpec spec, long durationNanos) {
            this.fault = fault;
            this.spec = spec;
            this.endNanos = spec.until() == null ? durationNanos : spec.until().nanos();
        }

        /** Index of the fault in the scenario. */
        int fault() {
            return fault;
        }

        private long dueNanos(long nowNanos, long sinceNanos) {
            if (sinceNanos == SimulationObserver.NOT_OPTIMAL) {
                return FaultSchedule.NEVER;
            }
            long after = spec.after() == null ? 0 : spec.after().nanos();
            long due = Math.max(nowNanos, Math.max(spec.earliestNanos(), sinceNanos + after));
            return due < endNanos ? due : FaultSchedule.NEVER;
        }
    }

    /** Told when to look again. */
    interface Alarm {
        void ring(long nanos, int wait);
    }

    Convergences(List<FaultSpec> faults, long durationNanos) {
        for (int fault = 0; fault < faults.size(); fault++) {
            if (faults.get(fault).when() != null) {
                waits.add(new Wait(fault, faults.get(fault), durationNanos));
            }
        }
    }

    boolean isEmpty() {
        return waits.isEmpty();
    }

    /** An event is over; the routes have been at the optimum since a time, or are not. */
    void note(long nowNanos, long sinceNanos, Alarm alarm) {
        for (int i = 0; i < waits.size(); i++) {
            Wait wait = waits.get(i);
            long due = wait.dueNanos(nowNanos, sinceNanos);
            if (due != wait.armedNanos) {
                wait.armedNanos = due;
                if (due != FaultSchedule.NEVER) {
                    alarm.ring(due, wait.fault);
                }
            }
        }
    }

    /** An alarm rang: whether the fault is to happen now; it waits no longer then. */
    boolean fires(int fault, long nowNanos) {
        return waits.removeIf(wait -> wait.fault == fault && wait.armedNanos == nowNanos);
    }

    /** The faults that still wait. */
    List<Wait> waiting() {
        return waits;
    }
}
