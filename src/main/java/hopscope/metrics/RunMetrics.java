package hopscope.metrics;

import hopscope.protocol.RouteChanges;
import hopscope.protocol.message.Message;
import hopscope.scenario.Metric;
import hopscope.scenario.Scenario;
import hopscope.simulation.FaultStrike;
import hopscope.simulation.LinkFigures;
import hopscope.simulation.NetworkView;
import hopscope.simulation.Simulation;
import hopscope.simulation.SimulationObserver;
import java.util.Arrays;
import java.util.List;

/** Measures one run: give it to a {@link Simulation} as its observer, then ask for {@link #measurements}. */
public final class RunMetrics implements SimulationObserver {
    private static final double P50 = 0.50;
    private static final double P95 = 0.95;

    private final Scenario scenario;
    private final Overhead overhead = new Overhead();
    private final Delivery delivery = new Delivery();
    private final NodeTotals totals = new NodeTotals();
    private NetworkView network;
    private Convergence convergence;
    private HopDistances hopDistances;

    /** {@code null} where neither a warm-up nor batches are asked for. */
    private final SteadyState steady;

    /** When the totals so far are to be noted next. */
    private long nextNoteNanos;

    /** How often each node has begun anew. */
    private int[] lives;

    /** Whether each node kept its state when it went down last. */
    private boolean[] frozen;

    /** Metrics of one run of a scenario. */
    public RunMetrics(Scenario scenario) {
        this.scenario = scenario;
        this.steady = SteadyState.of(scenario);
        this.nextNoteNanos = steady == null ? Long.MAX_VALUE : steady.nextNanos();
    }

    /** Notes totals that are due, before anything of this moment is counted. */
    private void pass(long nowNanos) {
        while (nowNanos >= nextNoteNanos) {
            convergence.integrateUntil(nextNoteNanos);
            NodeTotals all = totals.copy();
            all.addLive(network);
            steady.note(totals(nextNoteNanos, all));
            nextNoteNanos = steady.nextNanos();
        }
    }

    private RunTotals totals(long nowNanos, NodeTotals nodes) {
        return new RunTotals(
                nowNanos,
                overhead.controlFrames(),
                overhead.controlBytes(),
                overhead.dataBytes(),
                delivery.windowFullCount(),
                nodes.retransmissions(),
                nodes.duplicatesReceived(),
                convergence.loopPairSeconds(),
                convergence.blackHolePairSeconds(),
                convergence.stalePairSeconds());
    }

    @Override
    public void begin(NetworkView view) {
        network = view;
        convergence = new Convergence(
                view, scenario.duration().nanos(), scenario.settle().nanos());
        hopDistances = new HopDistances(view, convergence.tracker());
        lives = new int[view.topology().nodeCount()];
        frozen = new boolean[lives.length];
    }

    @Override
    public void struck(long nowNanos, FaultStrike strike) {
        pass(nowNanos);
        convergence.struck(nowNanos, strike);
    }

    @Override
    public long optimalSinceNanos() {
        long since = convergence.optimal().holdsSinceNanos();
        return since < 0 ? NOT_OPTIMAL : since;
    }

    @Override
    public void disturbed(long nowNanos) {
        pass(nowNanos);
        convergence.disturbed(nowNanos);
        hopDistances.invalidate();
    }

    @Override
    public void linkChanged(long nowNanos, int link, boolean live) {
        pass(nowNanos);
        convergence.linkChanged(nowNanos, link, live);
    }

    @Override
    public void nodeChanged(long nowNanos, int node, boolean up) {
        pass(nowNanos);
        if (!up) {
            frozen[node] = network.keepsState(node);
            if (!frozen[node]) {
                totals.add(network.counters(node));
            }
        } else if (!frozen[node]) {
            lives[node]++;
        }
        convergence.nodeChanged(nowNanos, node);
    }

    @Override
    public void routeChanged(
            long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
        pass(nowNanos);
        convergence.routeChanged(nowNanos, node, destination, oldVia, oldDistance, via, distance);
    }

    @Override
    public void routesChanged(long nowNanos, int node, RouteChanges changes) {
        convergence.routesChanged(nowNanos, node, changes);
    }

    @Override
    public void transmitted(long nowNanos, int node, Message message) {
        pass(nowNanos);
        overhead.transmitted(message);
    }

    @Override
    public void accepted(long nowNanos, int node, long id, int destination) {
        pass(nowNanos);
        delivery.accepted(nowNanos, node, id);
        if (steady != null) {
            steady.messages().accepted(nowNanos, node, id);
        }
    }

    @Override
    public void windowFull(long nowNanos, int node) {
        pass(nowNanos);
        delivery.windowFull();
    }

    @Override
    public void delivered(long nowNanos, int node, int source, long id, int hops) {
        int shortest = hopDistances.hops(source, node);
        delivery.delivered(nowNanos, source, id, lives[node], hops, shortest);
        if (steady != null) {
            steady.messages().delivered(nowNanos, source, id, hops, shortest);
        }
    }

    @Override
    public void abandoned(long nowNanos, int node, long id) {
        delivery.abandoned();
        if (steady != null) {
            steady.messages().abandoned(node, id);
        }
    }

    @Override
    public void eventDone(long nowNanos) {
        pass(nowNanos);
        convergence.eventDone(nowNanos);
    }

    @Override
    public void end(long nowNanos) {
        pass(nowNanos);
        convergence.end(nowNanos);
        delivery.end();
        totals.addLive(network);
    }

    /** Whether every route delivers now, after the event handled last. O(1). */
    public boolean reachHolds() {
        return convergence.reach().holds();
    }

    /** Whether every route is a shortest one now, after the event handled last. O(1). */
    public boolean optimalHolds() {
        return convergence.optimal().holds();
    }

    /** How the routes stand after the event handled last, judged as at the end of a run. O(1). */
    public Verdict verdict(long nowNanos) {
        return convergence.verdict(nowNanos);
    }

    /** What the run yielded; after its end. */
    public Measurements measurements(Simulation simulation) {
        return measurements(simulation.eventCount(), simulation.fingerprint(), simulation.linkFigures());
    }

    /**
     * What a run of any kind yielded, but for its links; after its end.
     *
     * @param events handled in the run
     * @param fingerprint of its course; 0 if it has none
     */
    public Measurements measurements(long events, long fingerprint) {
        return measurements(events, fingerprint, List.of());
    }

    private Measurements measurements(long events, long fingerprint, List<LinkFigures> links) {
        double[] values = new double[Metric.values().length];
        Arrays.fill(values, Double.NaN);
        fillConvergence(values);
        set(values, Metric.HANDLED_DUPLICATES, delivery.handledTwice());
        set(values, Metric.TABLE_ENTRIES_MEAN, tableEntriesMean());
        set(values, Metric.NODES, network.topology().nodeCount());
        set(values, Metric.LINKS, network.topology().linkCount());
        set(values, Metric.EVENTS, events);
        RunTotals all = totals(scenario.duration().nanos(), totals);
        int nodes = network.topology().nodeCount();
        SteadyState.Measured measured = steady == null
                ? new SteadyState.Measured(null, all, delivery)
                : steady.measured(convergence, all, nodes);
        if (measured.totals() != null) {
            fillDelivery(values, measured.delivery());
            fillTotals(values, measured.totals());
        }
        return new Measurements(
                convergence.verdict(scenario.duration().nanos()),
                values,
                measured.delivery() == null ? new long[0] : measured.delivery().hopCounts(),
                convergence.series(),
                convergence.faults(),
                fingerprint,
                links,
                measured.outcome());
    }

    private void fillConvergence(double[] values) {
        set(values, Metric.CONVERGENCE_VIEW_S, convergence.view().coldStartSeconds());
        set(values, Metric.CONVERGENCE_REACH_S, convergence.reach().coldStartSeconds());
        set(values, Metric.CONVERGENCE_OPTIMAL_S, convergence.optimal().coldStartSeconds());
        set(values, Metric.RECONVERGENCE_VIEW_S, convergence.view().reconvergenceSeconds());
        set(values, Metric.RECONVERGENCE_REACH_S, convergence.reach().reconvergenceSeconds());
        set(values, Metric.RECONVERGENCE_OPTIMAL_S, convergence.optimal().reconvergenceSeconds());
    }

    private static void fillDelivery(double[] values, Delivery delivery) {
        set(values, Metric.SENT, delivery.sent());
        set(values, Metric.DELIVERED, delivery.deliveredCount());
        set(values, Metric.DELIVERY_RATIO, delivery.deliveryRatio());
        set(values, Metric.GIVEN_UP, delivery.givenUp());
        set(values, Metric.HOPS_MEAN, delivery.hopsMean());
        set(values, Metric.HOPS_P95, delivery.hopsQuantile(P95));
        set(values, Metric.HOPS_MAX, delivery.hopsMax());
        set(values, Metric.STRETCH_MEAN, delivery.stretchMean());
        set(values, Metric.LATENCY_P50_MS, delivery.latencyQuantileMillis(P50));
        set(values, Metric.LATENCY_P95_MS, delivery.latencyQuantileMillis(P95));
    }

    private void fillTotals(double[] values, RunTotals totals) {
        set(values, Metric.WINDOW_FULL, totals.windowFull());
        set(values, Metric.RETRANSMISSIONS, totals.retransmissions());
        set(values, Metric.DUPLICATES_RECEIVED, totals.duplicatesReceived());
        set(values, Metric.CONTROL_FRAMES, totals.controlFrames());
        set(values, Metric.CONTROL_BYTES, totals.controlBytes());
        double nodeSeconds = network.topology().nodeCount() * (totals.nanos() / 1e9);
        set(values, Metric.CONTROL_BYTES_PER_NODE_PER_S, totals.controlBytes() / nodeSeconds);
        set(values, Metric.DATA_BYTES, totals.dataBytes());
        set(values, Metric.LOOP_PAIR_SECONDS, totals.loops());
        set(values, Metric.BLACK_HOLE_PAIR_SECONDS, totals.blackHoles());
        set(values, Metric.STALE_ROUTE_PAIR_SECONDS, totals.stale());
    }

    private double tableEntriesMean() {
        long entries = 0;
        int live = 0;
        for (int node = 0; node < network.topology().nodeCount(); node++) {
            if (network.isUp(node)) {
                entries += network.routes(node).entryCount();
                live++;
            }
        }
        return live == 0 ? Double.NaN : (double) entries / live;
    }

    private static void set(double[] values, Metric metric, double value) {
        values[metric.ordinal()] = value;
    }
}
