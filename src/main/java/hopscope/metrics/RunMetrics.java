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

    /** How often each node has begun anew. */
    private int[] lives;

    /** Whether each node kept its state when it went down last. */
    private boolean[] frozen;

    /** Metrics of one run of a scenario. */
    public RunMetrics(Scenario scenario) {
        this.scenario = scenario;
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
        convergence.struck(nowNanos, strike);
    }

    @Override
    public long optimalSinceNanos() {
        long since = convergence.optimal().holdsSinceNanos();
        return since < 0 ? NOT_OPTIMAL : since;
    }

    @Override
    public void disturbed(long nowNanos) {
        convergence.disturbed(nowNanos);
        hopDistances.invalidate();
    }

    @Override
    public void linkChanged(long nowNanos, int link, boolean live) {
        convergence.linkChanged(nowNanos, link, live);
    }

    @Override
    public void nodeChanged(long nowNanos, int node, boolean up) {
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
        convergence.routeChanged(nowNanos, node, destination, oldVia, oldDistance, via, distance);
    }

    @Override
    public void routesChanged(long nowNanos, int node, RouteChanges changes) {
        convergence.routesChanged(nowNanos, node, changes);
    }

    @Override
    public void transmitted(long nowNanos, int node, Message message) {
        overhead.transmitted(message);
    }

    @Override
    public void accepted(long nowNanos, int node, long id, int destination) {
        delivery.accepted(nowNanos, node, id);
    }

    @Override
    public void windowFull(long nowNanos, int node) {
        delivery.windowFull();
    }

    @Override
    public void delivered(long nowNanos, int node, int source, long id, int hops) {
        delivery.delivered(nowNanos, source, id, lives[node], hops, hopDistances.hops(source, node));
    }

    @Override
    public void abandoned(long nowNanos, int node, long id) {
        delivery.abandoned();
    }

    @Override
    public void eventDone(long nowNanos) {
        convergence.eventDone(nowNanos);
    }

    @Override
    public void end(long nowNanos) {
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
        fillDelivery(values);
        fillOverhead(values);
        set(values, Metric.NODES, network.topology().nodeCount());
        set(values, Metric.LINKS, network.topology().linkCount());
        set(values, Metric.EVENTS, events);
        return new Measurements(
                convergence.verdict(scenario.duration().nanos()),
                values,
                delivery.hopCounts(),
                convergence.series(),
                convergence.faults(),
                fingerprint,
                links);
    }

    private void fillConvergence(double[] values) {
        set(values, Metric.CONVERGENCE_VIEW_S, convergence.view().coldStartSeconds());
        set(values, Metric.CONVERGENCE_REACH_S, convergence.reach().coldStartSeconds());
        set(values, Metric.CONVERGENCE_OPTIMAL_S, convergence.optimal().coldStartSeconds());
        set(values, Metric.RECONVERGENCE_VIEW_S, convergence.view().reconvergenceSeconds());
        set(values, Metric.RECONVERGENCE_REACH_S, convergence.reach().reconvergenceSeconds());
        set(values, Metric.RECONVERGENCE_OPTIMAL_S, convergence.optimal().reconvergenceSeconds());
        set(values, Metric.LOOP_PAIR_SECONDS, convergence.loopPairSeconds());
        set(values, Metric.BLACK_HOLE_PAIR_SECONDS, convergence.blackHolePairSeconds());
        set(values, Metric.STALE_ROUTE_PAIR_SECONDS, convergence.stalePairSeconds());
    }

    private void fillDelivery(double[] values) {
        set(values, Metric.SENT, delivery.sent());
        set(values, Metric.DELIVERED, delivery.deliveredCount());
        set(values, Metric.DELIVERY_RATIO, delivery.deliveryRatio());
        set(values, Metric.GIVEN_UP, delivery.givenUp());
        set(values, Metric.WINDOW_FULL, delivery.windowFullCount());
        set(values, Metric.RETRANSMISSIONS, totals.retransmissions());
        set(values, Metric.DUPLICATES_RECEIVED, totals.duplicatesReceived());
        set(values, Metric.HANDLED_DUPLICATES, delivery.handledTwice());
        set(values, Metric.HOPS_MEAN, delivery.hopsMean());
        set(values, Metric.HOPS_P95, delivery.hopsQuantile(P95));
        set(values, Metric.HOPS_MAX, delivery.hopsMax());
        set(values, Metric.STRETCH_MEAN, delivery.stretchMean());
        set(values, Metric.LATENCY_P50_MS, delivery.latencyQuantileMillis(P50));
        set(values, Metric.LATENCY_P95_MS, delivery.latencyQuantileMillis(P95));
    }

    private void fillOverhead(double[] values) {
        set(values, Metric.CONTROL_FRAMES, overhead.controlFrames());
        set(values, Metric.CONTROL_BYTES, overhead.controlBytes());
        double nodeSeconds =
                network.topology().nodeCount() * scenario.duration().seconds();
        set(values, Metric.CONTROL_BYTES_PER_NODE_PER_S, overhead.controlBytes() / nodeSeconds);
        set(values, Metric.DATA_BYTES, overhead.dataBytes());
        set(values, Metric.TABLE_ENTRIES_MEAN, tableEntriesMean());
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
