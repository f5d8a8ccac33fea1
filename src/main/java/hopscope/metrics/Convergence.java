package hopscope.metrics;

import hopscope.metrics.Measurements.SeriesPoint;
import hopscope.protocol.RouteChanges;
import hopscope.protocol.routing.RouteView;
import hopscope.simulation.FaultStrike;
import hopscope.simulation.NetworkView;
import java.util.ArrayList;
import java.util.List;

/** How the routes of a run converge: levels, integrals, the course over time, the verdict. */
final class Convergence implements FaultPeriods.State {
    /** Points of the course over time at most, apart from the first and the last. */
    private static final int SERIES_POINTS = 500;

    private final RouteTracker tracker;
    private final StateRecurrence recurrence = new StateRecurrence();
    private final long settleNanos;
    private final long seriesStepNanos;
    private final double pairs;

    /** Whether the protocol promises that its routes never loop, see {@link RouteView#isLoopFree}. */
    private final boolean promisesNoLoops;

    private final LevelTimes view = new LevelTimes();
    private final LevelTimes reach = new LevelTimes();
    private final LevelTimes optimal = new LevelTimes();
    private final PairSeconds loops = new PairSeconds();
    private final PairSeconds blackHoles = new PairSeconds();
    private final PairSeconds stale = new PairSeconds();
    private final FaultPeriods periods = new FaultPeriods();

    private long integratedUntil;
    private boolean dirty = true;
    private boolean routesChanged;
    private long lastChange;
    private long lastRecurrence = Long.MIN_VALUE;

    private final List<SeriesPoint> series = new ArrayList<>();

    /**
     * @param settleNanos how long nothing may change before the routes count as settled
     */
    Convergence(NetworkView network, long durationNanos, long settleNanos) {
        this.tracker = new RouteTracker(network);
        this.settleNanos = settleNanos;
        this.seriesStepNanos = Math.max(1, durationNanos / SERIES_POINTS);
        long nodes = network.topology().nodeCount();
        this.pairs = Math.max(1, nodes * (nodes - 1));
        this.promisesNoLoops = nodes > 0 && network.routes(0).isLoopFree();
    }

    RouteTracker tracker() {
        return tracker;
    }

    /** Counts stand as they are until now; from now on they may change. */
    void integrateUntil(long nowNanos) {
        if (nowNanos > integratedUntil) {
            long duration = nowNanos - integratedUntil;
            loops.add(tracker.counts().looping(), duration);
            blackHoles.add(tracker.counts().blackHoles(), duration);
            stale.add(tracker.counts().stale(), duration);
            periods.add(tracker.counts(), duration);
            integratedUntil = nowNanos;
        }
    }

    /** A fault strikes, just before {@link #disturbed}; or it changes nothing, or never happened. */
    void struck(long nowNanos, FaultStrike strike) {
        if (strike.status() != FaultStrike.Status.STRUCK) {
            periods.note(nowNanos, strike);
            return;
        }
        integrateUntil(nowNanos);
        periods.begin(nowNanos, strike, this);
    }

    void disturbed(long nowNanos) {
        view.disturbed(nowNanos);
        reach.disturbed(nowNanos);
        optimal.disturbed(nowNanos);
        recurrence.reset();
        lastChange = nowNanos;
        lastRecurrence = Long.MIN_VALUE;
        dirty = true;
    }

    void linkChanged(long nowNanos, int link, boolean live) {
        integrateUntil(nowNanos);
        tracker.linkChanged(link, live);
        dirty = true;
    }

    void nodeChanged(long nowNanos, int node) {
        integrateUntil(nowNanos);
        tracker.nodeChanged(node);
        dirty = true;
    }

    void routeChanged(long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
        integrateUntil(nowNanos);
        tracker.routeChanged(node, destination, oldDistance, via, distance);
        recurrence.routeChanged(node, destination, oldVia, oldDistance, via, distance);
        routesChanged = true;
        dirty = true;
    }

    /** Several routes of a node changed at once. */
    void routesChanged(long nowNanos, int node, RouteChanges changes) {
        integrateUntil(nowNanos);
        tracker.routesChanged(node, changes);
        recurrence.routesChanged(node, changes);
        routesChanged = true;
        dirty = true;
    }

    void eventDone(long nowNanos) {
        if (!dirty) {
            return;
        }
        dirty = false;
        tracker.settle();
        if (routesChanged) {
            routesChanged = false;
            lastChange = nowNanos;
            if (recurrence.eventDone()) {
                lastRecurrence = nowNanos;
            }
        }
        PairCounts counts = tracker.counts();
        if (promisesNoLoops && counts.looping() != 0) {
            throw new IllegalStateException("a protocol that never loops has a loop: " + tracker.describeLoop());
        }
        view.note(nowNanos, counts.viewWrong() == 0);
        reach.note(nowNanos, counts.reachWrong() == 0);
        optimal.note(nowNanos, counts.optimalWrong() == 0);
        record(point(nowNanos));
    }

    private SeriesPoint point(long nowNanos) {
        PairCounts counts = tracker.counts();
        return new SeriesPoint(
                nowNanos,
                1 - counts.viewWrong() / pairs,
                1 - counts.reachWrong() / pairs,
                1 - counts.optimalWrong() / pairs);
    }

    /** Keeps the last point of each step. */
    private void record(SeriesPoint point) {
        int last = series.size() - 1;
        if (last > 0 && series.get(last).timeNanos() / seriesStepNanos == point.timeNanos() / seriesStepNanos) {
            series.set(last, point);
        } else {
            series.add(point);
        }
    }

    void end(long nowNanos) {
        integrateUntil(nowNanos);
        periods.end(nowNanos, this);
        series.add(point(nowNanos));
    }

    @Override
    public double[] settlingSeconds() {
        return new double[] {view.settlingSeconds(), reach.settlingSeconds(), optimal.settlingSeconds()};
    }

    /** How the routes stand at the end of the run, or of a period. */
    @Override
    public Verdict verdict(long endNanos) {
        boolean allOptimal = tracker.counts().optimalWrong() == 0;
        if (endNanos - lastChange >= settleNanos) {
            return allOptimal ? Verdict.CORRECT : Verdict.STABLE_WRONG;
        }
        if (lastRecurrence != Long.MIN_VALUE && endNanos - lastRecurrence < settleNanos) {
            return Verdict.OSCILLATING;
        }
        return allOptimal ? Verdict.CORRECT : Verdict.UNSETTLED;
    }

    LevelTimes view() {
        return view;
    }

    LevelTimes reach() {
        return reach;
    }

    LevelTimes optimal() {
        return optimal;
    }

    double loopPairSeconds() {
        return loops.value();
    }

    double blackHolePairSeconds() {
        return blackHoles.value();
    }

    double stalePairSeconds() {
        return stale.value();
    }

    /** What became of every occurrence of a fault, by time; after the end. */
    List<FaultOutcome> faults() {
        return periods.outcomes();
    }

    List<SeriesPoint> series() {
        return series;
    }
}
