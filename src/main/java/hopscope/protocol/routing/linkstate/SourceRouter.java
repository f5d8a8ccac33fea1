package hopscope.protocol.routing.linkstate;

import hopscope.protocol.Effects;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.GossipTimer;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.Router;
import hopscope.random.RandomStream;

/** Source routing; its rules stand in the package description. */
public final class SourceRouter implements Router {
    private final int self;
    private final Neighbours neighbours;
    private final GossipConfig config;
    private final RandomStream random;
    private final GossipTimer timer;
    private final LinkStateDatabase database = new LinkStateDatabase();
    private final RecordBatch batch = new RecordBatch(database);
    private final ShortestPathTree tree;
    private final GossipPeers peers;
    private final int[] drawn;
    private int sequence;

    /**
     * @param self not negative
     * @param neighbours the node's, read only here; their costs are in the unit of the metric
     * @param random the node's own stream
     */
    public SourceRouter(int self, Neighbours neighbours, GossipConfig config, RandomStream random) {
        this.self = self;
        this.neighbours = neighbours;
        this.config = config;
        this.random = random;
        this.timer = new GossipTimer(config, random);
        this.tree = new ShortestPathTree(self, database);
        this.peers = new GossipPeers(random.nextLong() | 1);
        this.drawn = new int[config.fanout()];
    }

    @Override
    public void start(long nowNanos, Effects out) {
        timer.start(nowNanos);
        originate();
        repairTree(out);
    }

    @Override
    public void neighbourUp(int slot, Effects out) {
        peers.ensure(slot);
        originate();
        repairTree(out);
    }

    @Override
    public void neighbourDown(int slot, Effects out) {
        originate();
        repairTree(out);
    }

    private void originate() {
        int count = neighbours.count();
        int[] ids = new int[count];
        int[] costs = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = neighbours.id(neighbours.slotAt(i));
            costs[i] = neighbours.cost(neighbours.slotAt(i));
        }
        batch.put(new LinkStateRecord(self, ++sequence, ids, costs));
    }

    private void repairTree(Effects out) {
        tree.repair(batch, out::routeChanged);
        batch.clear();
    }

    @Override
    public boolean receive(long nowNanos, int slot, Message message, Effects out) {
        if (!(message instanceof LinkStateGossip gossip)) {
            return false;
        }
        int before = database.endPosition();
        boolean outbid = accept(gossip);
        peers.noteReceived(slot, gossip, before);
        peers.noteEcho(slot, before, database.endPosition());
        if (gossip.answerWanted()) {
            out.transmit(neighbours.id(slot), gossipTo(slot, false));
        }
        if (outbid) {
            originate();
        }
        repairTree(out);
        return true;
    }

    /** Takes in the records that are news; answers whether our own record must outbid one from an earlier life. */
    private boolean accept(LinkStateGossip gossip) {
        boolean outbid = false;
        for (int i = 0; i < gossip.recordCount(); i++) {
            LinkStateRecord record = gossip.record(i);
            if (record.origin() == self) {
                outbid |= isForeignLife(record);
                sequence = Math.max(sequence, record.sequence());
            } else if (database.isNews(record)) {
                batch.put(record);
            }
        }
        return outbid;
    }

    /** Whether a record in our name is one that this life did not originate, and that others would keep to. */
    private boolean isForeignLife(LinkStateRecord record) {
        // An earlier life may have come just as far as this one: equal numbers must not stand for different contents.
        return record.sequence() > sequence || (record.sequence() == sequence && !record.equals(database.get(self)));
    }

    @Override
    public void expire(long nowNanos, Effects out) {
        if (!timer.expire(nowNanos)) {
            return;
        }
        int count = neighbours.draw(config.fanout(), random, drawn);
        for (int i = 0; i < count; i++) {
            out.transmit(neighbours.id(drawn[i]), gossipTo(drawn[i], true));
        }
    }

    private LinkStateGossip gossipTo(int slot, boolean answerWanted) {
        int from = peers.acknowledged(slot);
        LinkStateDatabase.News news = database.newsSince(from, peers.echoFrom(slot), peers.echoTo(slot));
        return new LinkStateGossip(
                answerWanted,
                peers.logId(),
                from,
                news.endPosition(),
                peers.receivedLogId(slot),
                peers.receivedPosition(slot),
                news.records());
    }

    @Override
    public long deadlineNanos() {
        return timer.deadlineNanos();
    }

    @Override
    public int[] pathTo(int destination) {
        int nodes = 1;
        for (int node = destination; node != self; node = tree.predecessor(node)) {
            if (node == ShortestPathTree.NONE) {
                return null;
            }
            nodes++;
        }
        int[] path = new int[nodes];
        int node = destination;
        for (int i = nodes - 1; i > 0; i--) {
            path[i] = node;
            node = tree.predecessor(node);
        }
        path[0] = self;
        return path;
    }

    @Override
    public int nextHop(RoutedMessage message) {
        int[] path = message.path();
        int hops = message.hops();
        if (hops + 1 >= path.length || path[hops] != self) {
            return NO_ROUTE;
        }
        int slot = neighbours.slotOf(path[hops + 1]);
        return slot != Neighbours.NO_SLOT && neighbours.isConnected(slot) ? path[hops + 1] : NO_ROUTE;
    }

    @Override
    public boolean carriesPath() {
        return true;
    }

    @Override
    public int via(int destination) {
        return tree.predecessor(destination);
    }

    @Override
    public int distance(int destination) {
        return tree.distance(destination);
    }

    /** The newest link-state record of a node, or {@code null} if none came; to be looked at from outside. O(1). */
    public LinkStateRecord record(int origin) {
        return database.get(origin);
    }

    @Override
    public int entryCount() {
        return database.recordCount();
    }
}
