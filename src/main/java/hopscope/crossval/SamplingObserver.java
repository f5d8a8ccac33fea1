package hopscope.crossval;

import hopscope.metrics.RunMetrics;
import hopscope.protocol.message.Message;
import hopscope.scenario.Scenario;
import hopscope.simulation.NetworkView;
import hopscope.simulation.SimulationObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures a run as {@link RunMetrics} does, and keeps hops and latency of every first delivery. */
final class SamplingObserver implements SimulationObserver {
    private static final double NANOS_PER_MILLI = 1e6;

    private final RunMetrics metrics;
    private final Map<Key, Long> acceptedNanos = new HashMap<>();
    private final List<Double> latenciesMillis = new ArrayList<>();
    private final List<Double> hops = new ArrayList<>();

    /** A message under way. */
    private record Key(int source, long id) {}

    SamplingObserver(Scenario scenario) {
        this.metrics = new RunMetrics(scenario);
    }

    RunMetrics metrics() {
        return metrics;
    }

    double[] latenciesMillis() {
        return latenciesMillis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] hops() {
        return hops.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public void begin(NetworkView network) {
        metrics.begin(network);
    }

    @Override
    public void disturbed(long nowNanos) {
        metrics.disturbed(nowNanos);
    }

    @Override
    public void linkChanged(long nowNanos, int link, boolean live) {
        metrics.linkChanged(nowNanos, link, live);
    }

    @Override
    public void nodeChanged(long nowNanos, int node, boolean up) {
        metrics.nodeChanged(nowNanos, node, up);
    }

    @Override
    public void routeChanged(
            long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
        metrics.routeChanged(nowNanos, node, destination, oldVia, oldDistance, via, distance);
    }

    @Override
    public void transmitted(long nowNanos, int node, Message message) {
        metrics.transmitted(nowNanos, node, message);
    }

    @Override
    public void accepted(long nowNanos, int node, long id, int destination) {
        acceptedNanos.put(new Key(node, id), nowNanos);
        metrics.accepted(nowNanos, node, id, destination);
    }

    @Override
    public void windowFull(long nowNanos, int node) {
        metrics.windowFull(nowNanos, node);
    }

    @Override
    public void delivered(long nowNanos, int node, int source, long id, int links) {
        Long accepted = acceptedNanos.remove(new Key(source, id));
        if (accepted != null) {
            latenciesMillis.add((nowNanos - accepted) / NANOS_PER_MILLI);
            hops.add((double) links);
        }
        metrics.delivered(nowNanos, node, source, id, links);
    }

    @Override
    public void abandoned(long nowNanos, int node, long id) {
        metrics.abandoned(nowNanos, node, id);
    }

    @Override
    public void eventDone(long nowNanos) {
        metrics.eventDone(nowNanos);
    }

    @Override
    public void end(long nowNanos) {
        metrics.end(nowNanos);
    }
}
