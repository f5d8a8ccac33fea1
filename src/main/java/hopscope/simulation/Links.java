package hopscope.simulation;

import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.scenario.LinkPlan;
import hopscope.scenario.LinksSpec;
import hopscope.scenario.RoutingSpec.PathMetric;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/**
 * The links of a run: the fate of each frame. Which of them are down is {@link LinkStates}' business.
 *
 * <p>A direction of a link is the number {@code 2·link} from the smaller end to the larger, {@code 2·link + 1} back. Frames
 * of one direction arrive in the order in which they were sent, as over a TCP connection, see {@link Direction}. The k-th
 * frame of a direction meets the same loss and latency whatever it carries, so that two protocols meet the same links.
 */
public final class Links {
    /** What {@link #arrivalNanos} answers for a frame that is lost. */
    public static final long LOST = Direction.LOST;

    /** 2^64 divided by the golden ratio: spreads keys over the table (Knuth, volume 3, section 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final long NANOS_PER_MICRO = 1_000;

    private final Topology topology;
    private final List<LinkTally> tallies = new ArrayList<>();
    private final Direction[] directions;

    // By link.
    private final long[] nominalNanos;

    // By direction.
    private final int[] epochs;

    /** By direction: the node at its beginning, 32 bits, and the one at its end. */
    private final long[] ends;

    /** Directions by their ends: direction + 1 where the ends hash to or as soon after it as was free; 0 for none. */
    private final int[] table;

    private final int tableShift;

    /** The links of a network; every draw derives from the seed and the ends of a link. */
    public Links(Topology topology, LinksSpec spec, long seed) {
        this.topology = topology;
        int links = topology.linkCount();
        this.directions = new Direction[2 * links];
        this.nominalNanos = new long[links];
        this.epochs = new int[2 * links];
        this.ends = new long[2 * links];
        this.tableShift = Long.numberOfLeadingZeros(Math.max(7, 4L * links));
        this.table = new int[1 << Long.SIZE - tableShift];
        LinkUses uses = new LinkUses(new LinkPlan(spec, topology), spec, tallies);
        RandomStream random = new RandomStream(0);
        long purpose = Keys.of(seed, "link");
        for (int link = 0; link < links; link++) {
            LinkUse forth = uses.of(2 * link);
            LinkUse back = uses.of(2 * link + 1);
            int a = topology.endA(link);
            int b = topology.endB(link);
            directions[2 * link] = new Direction(forth, directionKey(purpose, a, b), random);
            directions[2 * link + 1] = new Direction(back, directionKey(purpose, b, a), random);
            enter(2 * link, a, b);
            enter(2 * link + 1, b, a);
            long there = forth.model().nominalNanos();
            nominalNanos[link] = there + (back.model().nominalNanos() - there) / 2;
        }
    }

    private void enter(int direction, int from, int to) {
        ends[direction] = key(from, to);
        table[tableIndex(ends[direction])] = direction + 1;
    }

    private static long key(int from, int to) {
        return (long) from << Integer.SIZE | to;
    }

    private int tableIndex(long key) {
        int index = (int) (key * SPREAD >>> tableShift);
        while (table[index] != 0 && ends[table[index] - 1] != key) {
            index = index + 1 & table.length - 1;
        }
        return index;
    }

    /** Keyed by the ends, not by the link's number: another link elsewhere changes nothing here. */
    private static long directionKey(long purpose, int from, int to) {
        return Keys.of(Keys.of(purpose, from), to);
    }

    /** The direction of a link that leads away from one of its ends. */
    public int directionFrom(int link, int from) {
        return topology.endA(link) == from ? 2 * link : 2 * link + 1;
    }

    /** The direction from one node to another, or -1 if there is no link between them; O(1) on average. */
    int directionBetween(int from, int to) {
        return table[tableIndex(key(from, to))] - 1;
    }

    /** Reads what a frame in a direction needs, ahead of its time; the answer means nothing. */
    long touch(int direction) {
        int index = (int) (ends[direction] * SPREAD >>> tableShift);
        return directions[direction].touch() + epochs[direction] + table[index];
    }

    /** The node at the beginning of a direction. */
    int from(int direction) {
        return (int) (ends[direction] >> Integer.SIZE);
    }

    /** The node at the end of a direction. */
    int to(int direction) {
        return (int) ends[direction];
    }

    /** Cost of a link for routing, at least 1: 1 per hop, or the nominal latency in microseconds, the mean of both directions. */
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
        directions[direction].wipe();
    }

    /**
     * Makes a direction worse than it is by itself, or ends that.
     *
     * @param extraLossPpm loss beside its own, drawn from a stream of its own; 0 for none
     * @param latencyFactor what latencies are multiplied by; 1 for nothing
     */
    public void degrade(int direction, int extraLossPpm, double latencyFactor) {
        directions[direction].degrade(extraLossPpm, latencyFactor);
    }

    /**
     * When a frame that is sent now arrives, or {@link #LOST}.
     *
     * @param frameBytes its length with its header
     */
    public long arrivalNanos(int direction, long nowNanos, int frameBytes) {
        return directions[direction].transmit(nowNanos, frameBytes);
    }

    /** What else became of the frame that was sent last on a direction. */
    Direction direction(int direction) {
        return directions[direction];
    }

    /** What each class of links was asked to do and did so far, in the order of the scenario, the default class last. */
    public List<LinkFigures> figures() {
        return tallies.stream().map(LinkTally::figures).toList();
    }
}
