package hopscope.crossval;

import hopscope.metrics.RunMetrics;
import hopscope.scenario.Scenario;
import hopscope.simulation.ForwardingObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures a run as {@link RunMetrics} does, and keeps hops and latency of every first delivery. */
final class SamplingObserver extends ForwardingObserver {
    private static final double NANOS_PER_MILLI = 1e6;

    private final RunMetrics metrics;
    private final Map<Key, Long> acceptedNanos = new HashMap<>();
    private final List<Double> latenciesMillis = new ArrayList<>();
    private final List<Double> hops = new ArrayList<>();

    /** A message under way. */
    private record Key(int source, long id) {}

    SamplingObserver(Scenario scenario) {
        this(new RunMetrics(scenario));
    }

    private SamplingObserver(RunMetrics metrics) {
        super(metrics);
        this.metrics = metrics;
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
    public void accepted(long nowNanos, int node, long id, int destination) {
        acceptedNanos.put(new Key(node, id), nowNanos);
        super.accepted(nowNanos, node, id, destination);
    }

    @Override
    public void delivered(long nowNanos, int node, int source, long id, int links) {
        Long accepted = acceptedNanos.remove(new Key(source, id));
        if (accepted != null) {
            latenciesMillis.add((nowNanos - accepted) / NANOS_PER_MILLI);
            hops.add((double) links);
        }
        super.delivered(nowNanos, node, source, id, links);
    }
}
