package hopscope.simulation;

import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.scenario.LinksSpec;
import hopscope.scenario.RoutingSpec.PathMetric;
import hopscope.topology.Topology;

/**
 * The links of a run: the fate of each frame. Which of them are down is {@link LinkStates}' business.
 *
 * <p>A direction of a link is the number {@code 2·link} from the smaller end to the larger, {@code 2·link + 1} back. Frames
 * of one direction arrive in the order in which they were sent, as over a TCP connection. The k-th frame of a direction
 * meets the same loss and latency whatever it carries, so that two protocols meet the same links.
 */
public final class Links {
    /** What {@link #arrivalNanos} answers for a frame that is lost. */
    public static final long LOST = -1;

    private static final long NANOS_PER_MICRO = 1_000;

    private final Topology topology;
    private final int lossPpm;
    private final LatencyModel[] latencies;
    private final long[] nominalNanos;
    private final RandomStream random = new RandomStream(0);

    // By direction.
    private final long[] keys;
    private final long[] frameCounts;
    private final long[] lastArrivals;

    private final int[] epochs;

    /** What faults add; {@code null} until the first one does. */
    private Overlay overlay;

    /** Extra loss and latency by direction, see {@link #degrade}. */
    private static final class Overlay {
        private final int[] lossPpm;
        private final double[] latencyFactors;
        private final RandomStream random = new RandomStream(0);

        Overlay(int directions) {
            lossPpm = new int[directions];
            latencyFactors = new double[directions];
            java.util.Arrays.fill(latencyFactors, 1);
        }
    }

    /** The links of a network; every draw derives from the seed and the ends of a link. */
    public Links(Topology topology, LinksSpec spec, long seed) {
        this.topology = topology;
        this.lossPpm = spec.loss().ppm();
        int links = topology.linkCount();
        this.latencies = new LatencyModel[links];
        this.nominalNanos = new long[links];
        this.keys = new long[2 * links];
        this.frameCounts = new long[2 * links];
        this.lastArrivals = new long[2 * links];
        this.epochs = new int[2 * links];
        LatencyModel common = LatencyModel.of(spec.latency());
        long purpose = Keys.of(seed, "link");
        for (int link = 0; link < links; link++) {
            long own = topology.latencyNanos(link);
            boolean hasOwn = own != Topology.NO_LATENCY;
            latencies[link] = hasOwn ? LatencyModel.constant(own) : common;
            nominalNanos[link] = hasOwn ? own : spec.latency().nominalNanos();
            keys[2 * link] = directionKey(purpose, topology.endA(link), topology.endB(link));
            keys[2 * link + 1] = directionKey(purpose, topology.endB(link), topology.endA(link));
        }
    }

    /** Keyed by the ends, not by the link's number: another link elsewhere changes nothing here. */
    private static long directionKey(long purpose, int from, int to) {
        return Keys.of(Keys.of(purpose, from), to);
    }

    /** The direction of a link that leads away from one of its ends. */
    public int directionFrom(int link, int from) {
        return topology.endA(link) == from ? 2 * link : 2 * link + 1;
    }

    /** The node at the beginning of a direction. */
    int from(int direction) {
        return (direction & 1) == 0 ? topology.endA(direction >> 1) : topology.endB(direction >> 1);
    }

    /** The node at the end of a direction. */
    int to(int direction) {
        return (direction & 1) == 0 ? topology.endB(direction >> 1) : topology.endA(direction >> 1);
    }

    /** Cost of a link for routing, at least 1: 1 per hop, or the nominal latency in microseconds. */
    public int cost(int link, PathMetric metric) {
        return switch (metric) {
            case HOPS -> 1;
            case LATENCY -> (int) Math.max(1, nominalNanos[link] / NANOS_PER_MICRO);
        };
    }

    /** How often frames in flight in a direction were wiped out. */
    int epoch(int direction) {
        return epochs[direction];
    }

    /** Loses every frame in flight on a link. */
    public void wipe(int link) {
        wipeDirection(2 * link);
        wipeDirection(2 * link + 1);
    }

    /** Loses every frame in flight in one direction. */
    void wipeDirection(int direction) {
        epochs[direction]++;
        lastArrivals[direction] = 0;
    }

    /**
     * Makes a direction worse than it is by itself, or ends that.
     *
     * @param extraLossPpm loss beside its own, drawn from a stream of its own; 0 for none
     * @param latencyFactor what latencies are multiplied by; 1 for nothing
     */
    public void degrade(int direction, int extraLossPpm, double latencyFactor) {
        if (overlay == null) {
            overlay = new Overlay(keys.length);
        }
        overlay.lossPpm[direction] = extraLossPpm;
        overlay.latencyFactors[direction] = latencyFactor;
    }

    /** Whether the overlay loses the k-th frame of a direction. */
    private boolean isLostExtra(int direction, long frame) {
        int ppm = overlay.lossPpm[direction];
        if (ppm == 0) {
            return false;
        }
        overlay.random.restart(Keys.of(Keys.of(keys[direction], "degrade"), frame));
        return overlay.random.nextChance(ppm);
    }

    /** When a frame that is sent now arrives, or {@link #LOST}. */
    public long arrivalNanos(int direction, long nowNanos) {
        long frame = frameCounts[direction]++;
        random.restart(Keys.of(keys[direction], frame));
        if (lossPpm > 0 && random.nextChance(lossPpm)) {
            return LOST;
        }
        long latency = latencies[direction >> 1].drawNanos(random);
        if (overlay != null) {
            if (isLostExtra(direction, frame)) {
                return LOST;
            }
            latency = (long) (latency * overlay.latencyFactors[direction]);
        }
        long arrival = nowNanos + latency;
        arrival = Math.max(arrival, lastArrivals[direction]);
        lastArrivals[direction] = arrival;
        return arrival;
    }
}
