package hopscope.simulation;

import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.scenario.ChurnSpec;
import hopscope.scenario.FaultKind;
import hopscope.scenario.FaultSpec;
import hopscope.scenario.FlapSpec;
import hopscope.scenario.Scenario;
import hopscope.simulation.FaultTarget.Action;
import hopscope.topology.Topology;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * When what breaks and is mended: the faults of a scenario as single occurrences in the order of time; of one instant, in
 * the order written. Times that are drawn derive from the seed and the place of the fault in the scenario, never from the
 * protocol, and each node under churn has a stream of its own; so all protocols meet the same faults.
 */
public final class FaultSchedule {
    /** There is nothing to come. */
    public static final long NEVER = Long.MAX_VALUE;

    /** What the beginning of a graceful departure is called in results; its end is a node-down. */
    private static final String LEAVE = "leave";

    private final List<FaultSpec> faults;
    private final FaultSubjects subjects;
    private final long durationNanos;
    private final long purpose;
    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(Comparator.comparingLong((Entry entry) -> entry.nanos)
                    .thenComparingInt(entry -> entry.fault)
                    .thenComparingLong(entry -> entry.number));
    private long entryCount;

    /**
     * One occurrence to come.
     *
     * @param fault its number in the scenario, from 1
     * @param kind see {@link FaultStrike#kind}
     * @param subject see {@link FaultStrike#subject}
     */
    public record Occurrence(int fault, String kind, String subject, Action action) {}

    private final class Entry {
        private final long nanos;
        private final int fault;
        private final long number = entryCount++;
        private final Occurrence occurrence;
        private final Runnable then;

        Entry(long nanos, int fault, Occurrence occurrence, Runnable then) {
            this.nanos = nanos;
            this.fault = fault;
            this.occurrence = occurrence;
            this.then = then;
        }
    }

    /** The faults of one run; every draw derives from its seed. */
    public FaultSchedule(Scenario scenario, Topology topology, long seed) {
        this.faults = scenario.faults();
        this.subjects = new FaultSubjects(scenario, topology);
        this.durationNanos = scenario.duration().nanos();
        this.purpose = Keys.of(seed, "fault");
        for (int fault = 0; fault < faults.size(); fault++) {
            FaultSpec spec = faults.get(fault);
            if (spec.when() == null) {
                long first = firstNanos(fault, spec);
                repeat(fault, first, 0, spec.occurrenceCount(first, durationNanos));
            }
        }
    }

    private long firstNanos(int fault, FaultSpec spec) {
        if (!spec.at().isRandom()) {
            return spec.at().nanos();
        }
        long window = spec.at().to().nanos() - spec.at().nanos();
        return spec.at().nanos() + (long) (window * stream(fault).nextDouble());
    }

    private RandomStream stream(int fault) {
        return new RandomStream(Keys.of(purpose, fault));
    }

    /** When something happens next, or {@link #NEVER}. */
    public long nextNanos() {
        return queue.isEmpty() ? NEVER : queue.peek().nanos;
    }

    /** What happens next; it is over then. */
    public Occurrence next() {
        Entry entry = queue.remove();
        if (entry.then != null) {
            entry.then.run();
        }
        return entry.occurrence;
    }

    /** Lets a fault that waited happen at a time. */
    void trigger(int fault, long nanos) {
        begin(fault, nanos, null);
    }

    /** What to report of a fault that waited in vain. */
    FaultStrike notFired(int fault) {
        FaultSpec spec = faults.get(fault);
        return new FaultStrike(fault + 1, 0, spec.kind().label(), subjects.name(spec), FaultStrike.Status.NOT_FIRED);
    }

    private void add(long nanos, int fault, String kind, String subject, Action action, Runnable then) {
        queue.add(new Entry(nanos, fault, new Occurrence(fault + 1, kind, subject, action), then));
    }

    /** Occurrences of a fault from a number on, each planned when the one before it happens. */
    private void repeat(int fault, long firstNanos, long number, long count) {
        if (number < count) {
            long at = faults.get(fault).occurrenceNanos(firstNanos, number);
            begin(fault, at, () -> repeat(fault, firstNanos, number + 1, count));
        }
    }

    private void begin(int fault, long nanos, Runnable then) {
        FaultSpec spec = faults.get(fault);
        FaultKind kind = spec.kind();
        if (kind == FaultKind.NODE_DOWN && spec.grace() != null) {
            leave(fault, spec, nanos, then);
            return;
        }
        switch (kind) {
            case FLAP -> flap(fault, spec, nanos, 0);
            case CHURN -> churn(fault, spec, nanos);
            case DEGRADE -> degrade(fault, spec, nanos, then);
            default -> add(nanos, fault, kind.label(), subjects.name(spec), subjects.action(spec), then);
        }
    }

    private void leave(int fault, FaultSpec spec, long nanos, Runnable then) {
        int node = subjects.stopped(spec);
        String name = subjects.name(spec);
        long end = nanos + spec.grace().nanos();
        add(nanos, fault, LEAVE, name, target -> target.leave(node), () -> {
            add(end, fault, FaultKind.NODE_DOWN.label(), name, subjects.action(spec), null);
            if (then != null) {
                then.run();
            }
        });
    }

    private void flap(int fault, FaultSpec spec, long startNanos, long number) {
        FlapSpec flap = spec.flap();
        long end = flap.until() == null ? durationNanos : flap.until().nanos();
        long downNanos = startNanos + number * flap.period().nanos();
        if (downNanos >= end || flap.count() != null && number >= flap.count()) {
            return;
        }
        int link = subjects.link(flap.link());
        String name = subjects.linkName(link);
        boolean silent = spec.isSilent();
        add(downNanos, fault, FaultKind.LINK_DOWN.label(), name, target -> target.cut(link, silent), () -> {
            long upNanos = Math.min(downNanos + flap.downNanos(), end);
            add(
                    upNanos,
                    fault,
                    FaultKind.LINK_UP.label(),
                    name,
                    target -> target.mend(link),
                    () -> flap(fault, spec, startNanos, number + 1));
        });
    }

    private void degrade(int fault, FaultSpec spec, long nanos, Runnable then) {
        FaultTarget.Degradation worse = subjects.degradation(spec.degrade());
        String name = subjects.name(spec);
        add(nanos, fault, FaultKind.DEGRADE.label(), name, target -> target.degrade(worse), () -> {
            if (spec.degrade().lasting() != null) {
                long end = nanos + spec.degrade().lasting().nanos();
                add(end, fault, "recover", name, target -> target.recover(worse), null);
            }
            if (then != null) {
                then.run();
            }
        });
    }

    private void churn(int fault, FaultSpec spec, long startNanos) {
        for (int node : subjects.churned(spec.churn())) {
            long key = Keys.of(Keys.of(Keys.of(purpose, "churn"), fault), node);
            new Churning(fault, spec, node, key).session(startNanos, 0);
        }
    }

    /** The coming and going of one node. */
    private final class Churning {
        private final int fault;
        private final ChurnSpec churn;
        private final boolean silent;
        private final boolean keeps;

        /** From the end of a session to the stop; 0 for none. */
        private final long graceNanos;

        private final int node;
        private final String name;
        private final long key;

        Churning(int fault, FaultSpec spec, int node, long key) {
            this.fault = fault;
            this.churn = spec.churn();
            this.silent = spec.isSilent();
            this.keeps = churn.state() == hopscope.scenario.NodeState.KEPT;
            this.graceNanos = spec.grace() == null ? 0 : spec.grace().nanos();
            this.node = node;
            this.name = subjects.nodeName(node);
            this.key = key;
        }

        /** A session begins; the k-th session and downtime have a stream of their own. */
        void session(long fromNanos, long number) {
            RandomStream random = new RandomStream(Keys.of(key, number));
            long down = Lifetimes.after(fromNanos, Lifetimes.drawNanos(churn.session(), random));
            long stop = Lifetimes.after(down, graceNanos);
            long up = Lifetimes.after(stop, Lifetimes.drawNanos(churn.downtime(), random));
            long end = churn.until() == null ? durationNanos : churn.until().nanos();
            if (down >= end) {
                return;
            }
            if (graceNanos == 0) {
                end(stop, up, number, target -> target.stop(node, silent, keeps));
            } else {
                add(
                        down,
                        fault,
                        LEAVE,
                        name,
                        target -> target.leave(node),
                        () -> end(stop, up, number, target -> target.depart(node, silent)));
            }
        }

        /** The session ends; a downtime and the next session follow. */
        private void end(long stop, long up, long number, Action action) {
            add(
                    stop,
                    fault,
                    FaultKind.NODE_DOWN.label(),
                    name,
                    action,
                    () -> add(
                            up,
                            fault,
                            FaultKind.NODE_UP.label(),
                            name,
                            target -> target.start(node),
                            () -> session(up, number + 1)));
        }
    }
}
