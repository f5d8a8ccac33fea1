package hopscope.protocol.routing.distancevector;

import hopscope.protocol.Effects;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.GossipTimer;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.Router;
import hopscope.random.RandomStream;
import java.util.Arrays;

/** The distance-vector table; its rules stand in the package description. */
public final class DistanceVectorRouter implements Router {
    /** Older than any block. */
    private static final long NOTHING_KNOWN = -1;

    private final int self;
    private final Neighbours neighbours;
    private final GossipConfig config;
    private final RandomStream random;
    private final GossipTimer timer;
    private final RouteRow row;
    private final int[] drawn;
    private final TableMerge merge;

    /** Newest version of the tables that were merged from each slot, while nothing was deleted here since. */
    private long[] mergedVersions = {};

    /**
     * @param self not negative
     * @param neighbours the node's, read only here
     * @param random the node's own stream
     */
    public DistanceVectorRouter(int self, Neighbours neighbours, GossipConfig config, RandomStream random) {
        this(self, neighbours, config, random, new TableMerge());
    }

    /**
     * A router that shares what a merge needs with others.
     *
     * @param self not negative
     * @param neighbours the node's, read only here
     * @param random the node's own stream
     * @param merge used by one of the routers at a time
     */
    public DistanceVectorRouter(
            int self, Neighbours neighbours, GossipConfig config, RandomStream random, TableMerge merge) {
        this.self = self;
        this.neighbours = neighbours;
        this.config = config;
        this.random = random;
        this.timer = new GossipTimer(config, random);
        this.row = new RouteRow(self);
        this.drawn = new int[config.fanout()];
        this.merge = merge;
    }

    @Override
    public void start(long nowNanos, Effects out) {
        timer.start(nowNanos);
    }

    @Override
    public void neighbourUp(int slot, Effects out) {
        if (slot >= mergedVersions.length) {
            mergedVersions = Arrays.copyOf(mergedVersions, Math.max(4, 2 * (slot + 1)));
        }
        mergedVersions[slot] = RouteTable.NO_VERSION;
        replace(neighbours.id(slot), RouteTable.ONE_HOP | slot, out);
    }

    @Override
    public void neighbourDown(int slot, Effects out) {
        replace(neighbours.id(slot), RouteTable.NO_ROUTE, out);
        // What was known to bring nothing new may bring something now.
        Arrays.fill(mergedVersions, RouteTable.NO_VERSION);
    }

    @Override
    public boolean receive(long nowNanos, int slot, Message message, Effects out) {
        if (!(message instanceof RouteTable table) || table.owner() != neighbours.id(slot)) {
            return false;
        }
        merge(slot, table, out);
        if (table.answerWanted()) {
            out.transmit(neighbours.id(slot), row.toMessage(false, neighbours.idsBySlot()));
        }
        return true;
    }

    /**
     * Leaves out what this slot's tables brought before. That changes nothing as long as no distance here has risen since:
     * what was not shorter then is not now.
     */
    private void merge(int slot, RouteTable table, Effects out) {
        long version = table.version();
        long merged = mergedVersions[slot];
        if (version == merged && version != RouteTable.NO_VERSION) {
            return;
        }
        // A table older than what was merged, a late copy, may differ from it anywhere.
        long known = version > merged && merged != RouteTable.NO_VERSION ? merged : NOTHING_KNOWN;
        merge.merge(row, neighbours, slot, table.blocks(), known, out);
        mergedVersions[slot] = Math.max(version, merged);
    }

    private void replace(int destination, int entry, Effects out) {
        int old = row.entry(destination);
        if (old == entry) {
            return;
        }
        row.set(destination, entry);
        out.routeChanged(destination, viaOf(old), distanceOf(old), viaOf(entry), distanceOf(entry));
    }

    private int viaOf(int entry) {
        return RouteTable.isRoute(entry) ? neighbours.id(entry & RouteTable.SLOT_MASK) : NO_ROUTE;
    }

    private static int distanceOf(int entry) {
        return RouteTable.isRoute(entry) ? RouteTable.distance(entry) : NO_ROUTE;
    }

    @Override
    public void expire(long nowNanos, Effects out) {
        if (!timer.expire(nowNanos)) {
            return;
        }
        int count = neighbours.draw(config.fanout(), random, drawn);
        for (int i = 0; i < count; i++) {
            out.transmit(neighbours.id(drawn[i]), row.toMessage(true, neighbours.idsBySlot()));
        }
    }

    @Override
    public long deadlineNanos() {
        return timer.deadlineNanos();
    }

    @Override
    public int[] pathTo(int destination) {
        return RoutedMessage.HOP_BY_HOP;
    }

    @Override
    public int nextHop(RoutedMessage message) {
        int entry = row.entry(message.destination());
        if (RouteTable.isRoute(entry) && neighbours.isConnected(entry & RouteTable.SLOT_MASK)) {
            return neighbours.id(entry & RouteTable.SLOT_MASK);
        }
        if (neighbours.count() == 0) {
            return NO_ROUTE;
        }
        return neighbours.id(neighbours.slotAt(random.nextInt(neighbours.count())));
    }

    @Override
    public boolean carriesPath() {
        return false;
    }

    @Override
    public long touch(int depth) {
        return switch (depth) {
            case 0 -> self + timer.deadlineNanos();
            case 1 -> row.routeCount() + (mergedVersions.length == 0 ? 0 : mergedVersions[0]) + drawn.length;
            default -> row.blocks().isShared() ? 1 : 0;
        };
    }

    @Override
    public int likelyPeer() {
        // The timer draws once before that.
        int count = neighbours.count();
        return count == 0 ? NO_ROUTE : neighbours.id(neighbours.slotAt(random.likelyInt(1, count)));
    }

    @Override
    public boolean tellsAtOnce() {
        return true;
    }

    @Override
    public int via(int destination) {
        return destination == self ? NO_ROUTE : viaOf(row.entry(destination));
    }

    @Override
    public int distance(int destination) {
        int distance = row.distance(destination);
        return distance == RouteTable.NO_DISTANCE ? NO_ROUTE : distance;
    }

    @Override
    public int entryCount() {
        return row.routeCount();
    }
}
