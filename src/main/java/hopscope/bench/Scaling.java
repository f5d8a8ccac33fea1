package hopscope.bench;

import hopscope.bench.ScalingPoint.Outcome;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How wall time and memory grow with the network: the same cold start at several sizes for several protocols. The network
 * is scale-free (Barabási–Albert, two links for each new node) over links of 10 ms, with rounds every second; each run is a
 * whole one, with metrics, oracle and fingerprint, and ends at a fixed virtual time.
 */
public final class Scaling {
    /** Short runs are repeated, for the first ones are slower; the best counts. */
    private static final int REPETITIONS = 5;

    private static final double ENOUGH_SECONDS = 4;

    /** How much more than what is live a run needs, so that the collector does not take all the time. */
    private static final double ROOM = 1.3;

    private static final double GIGA = 1e9;

    private final List<Protocol> protocols;
    private final List<Integer> sizes;
    private final int virtualSeconds;
    private final double limitSeconds;

    /** For each protocol its largest network that finished, if any. */
    private final Map<Protocol, ScalingPoint> largest = new EnumMap<>(Protocol.class);

    /** For each protocol its smallest network that did not. */
    private final Map<Protocol, ScalingPoint> failed = new EnumMap<>(Protocol.class);

    /**
     * @param protocols in the order in which they run at each size
     * @param sizes numbers of nodes, ascending, each at least 3
     * @param virtualSeconds how long each run goes on
     * @param limitSeconds a run that takes more wall time is stopped, and larger ones of that protocol are not started
     */
    public Scaling(List<Protocol> protocols, List<Integer> sizes, int virtualSeconds, double limitSeconds) {
        this.protocols = List.copyOf(protocols);
        this.sizes = List.copyOf(sizes);
        this.virtualSeconds = virtualSeconds;
        this.limitSeconds = limitSeconds;
    }

    /**
     * Runs all, sizes ascending.
     *
     * @param finished told each point as soon as it is there
     * @return a point for every size of every protocol, also for those that did not finish
     */
    public List<ScalingPoint> run(Consumer<ScalingPoint> finished) {
        List<ScalingPoint> points = new ArrayList<>();
        for (int size : sizes) {
            LoadedScenario loaded = BenchNetwork.scaleFree(size).scenario(virtualSeconds + "s");
            for (Protocol protocol : protocols) {
                ScalingPoint point = point(loaded, protocol, size);
                if (point.isFinished()) {
                    largest.put(protocol, point);
                } else {
                    failed.putIfAbsent(protocol, point);
                }
                finished.accept(point);
                points.add(point);
            }
        }
        return points;
    }

    private ScalingPoint point(LoadedScenario loaded, Protocol protocol, int size) {
        String reason = reasonNotToStart(protocol, size);
        if (reason != null) {
            return ScalingPoint.missing(protocol.label(), size, Outcome.NOT_STARTED, reason);
        }
        try {
            return measured(loaded, protocol, size);
        } catch (OutOfMemoryError e) {
            String heap = String.format(
                    Locale.ROOT, "with %.1f GB of heap", Runtime.getRuntime().maxMemory() / GIGA);
            return ScalingPoint.missing(protocol.label(), size, Outcome.OUT_OF_MEMORY, heap);
        }
    }

    private String reasonNotToStart(Protocol protocol, int size) {
        ScalingPoint before = failed.get(protocol);
        if (before != null) {
            return String.format(Locale.ROOT, "%,d nodes did not finish", before.nodes());
        }
        if (!largest.containsKey(protocol)) {
            return null;
        }
        // Every protocol keeps something for each pair of nodes.
        double growth = Math.pow((double) size / largest.get(protocol).nodes(), 2);
        double needed = ROOM * growth * largest.get(protocol).liveHeapBytes();
        double heap = Runtime.getRuntime().maxMemory();
        return needed <= heap
                ? null
                : String.format(
                        Locale.ROOT,
                        "needs about %.1f GB of heap, and the JVM may have %.1f GB",
                        needed / GIGA,
                        heap / GIGA);
    }

    private ScalingPoint measured(LoadedScenario loaded, Protocol protocol, int size) {
        NetworkRun best = NetworkRun.toEnd(loaded, protocol, limitSeconds);
        double spent = best.totalSeconds();
        for (int i = 1; i < REPETITIONS && spent < ENOUGH_SECONDS && !best.ranOutOfTime(); i++) {
            NetworkRun next = NetworkRun.toEnd(loaded, protocol, limitSeconds);
            spent += next.totalSeconds();
            best = next.totalSeconds() < best.totalSeconds() ? next : best;
        }
        if (best.ranOutOfTime()) {
            String clock = String.format(
                    Locale.ROOT,
                    "after %.0f s; the virtual clock stood at %.1f s",
                    limitSeconds,
                    best.virtualSeconds());
            return ScalingPoint.missing(protocol.label(), size, Outcome.STOPPED, clock);
        }
        return ScalingPoint.of(protocol.label(), size, best);
    }
}
