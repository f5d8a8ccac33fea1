package hopscope.protocol.routing.linkstate;

import hopscope.protocol.Effects;
import hopscope.protocol.StableStorage;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RecordList;
import hopscope.protocol.routing.GossipTimer;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.Router;
import hopscope.random.RandomStream;

/**
 * What the link-state protocols share: how records arise, spread, age and end, and the tree over them. The rules stand in
 * the package description.
 */
public abstract sealed class LinkStateCore implements Router permits SourceRouter, LinkStateRouter {
    /** Ids that share a line of memory, at 4 bytes each. */
    private static final int IDS_PER_LINE = 16;

    final int self;
    final Neighbours neighbours;
    final LinkStateConfig config;
    final LinkStateDatabase database;
    final RecordAges ages;
    final ShortestPathTree tree;
    final EqualCostPaths paths;
    private final RecordBatch batch;
    private final RepairSpace space;
    private final OwnRecord own;
    private final GossipTimer timer;
    private final GossipExchange exchange;

    /** The latest time that an input told. */
    private long nowNanos;

    /** What fetching ahead read: nothing that matters, but what nobody keeps need not be read. */
    private int fetched;

    /** What the message at hand has brought: whether our own record must outbid one from an earlier life, … */
    private boolean outbid;

    /** … and whether its sender has missed a withdrawal. */
    private boolean isBehind;

    LinkStateCore(
            int self,
            Neighbours neighbours,
            LinkStateConfig config,
            RandomStream random,
            StableStorage storage,
            RepairSpace space,
            boolean keepsTree) {
        this.self = self;
        this.neighbours = neighbours;
        this.config = config;
        this.timer = new GossipTimer(config.gossip(), random);
        this.space = space;
        this.database = new LinkStateDatabase(self, space);
        this.batch = new RecordBatch(database, space);
        this.tree = new ShortestPathTree(self, database, space, keepsTree);
        this.paths = new EqualCostPaths(self, database, tree, config.equalCost());
        this.ages = new RecordAges(self, database, config.ageing());
        this.exchange = new GossipExchange(neighbours, config, random, database, ages);
        this.own = new OwnRecord(self, neighbours, config, random, storage, database);
    }

    /** Repairs the routes after a batch of records and reports those that changed. */
    abstract void repairRoutes(RecordBatch records, Effects out);

    @Override
    public void start(long nowNanos, Effects out) {
        this.nowNanos = nowNanos;
        timer.start(nowNanos);
        originate();
        settle(out);
    }

    /**
     * Begins to run instead of by {@link #start}, in a network where nothing has happened for long: with a view that all
     * nodes share, and neighbours that know it too and have said so. The neighbours must be those of the node's own record.
     */
    public void resume(long nowNanos, LinkStateView view, Effects out) {
        this.nowNanos = nowNanos;
        timer.start(nowNanos);
        database.beginWith(view);
        ages.noteAll(nowNanos, view.size());
        own.resume(nowNanos, view.record(self));
        exchange.resume(view);
        if (tree.isKept()) {
            batch.noteAll(view);
            settle(out);
        }
    }

    /** Incarnation of this node's arrival log, never 0. */
    public long logId() {
        return exchange.logId();
    }

    @Override
    public void neighbourUp(int slot, Effects out) {
        exchange.neighbourUp(slot);
        originate();
        settle(out);
    }

    @Override
    public void neighbourDown(int slot, Effects out) {
        originate();
        settle(out);
    }

    @Override
    public void leave(long nowNanos, Effects out) {
        this.nowNanos = nowNanos;
        withdraw();
        exchange.tellAllWithout(nowNanos, own.withdrawnPosition(), out);
        settle(out);
    }

    @Override
    public boolean hasLeft() {
        return own.isLeaving() && exchange.haveAllNeighbours(own.withdrawnPosition());
    }

    private void withdraw() {
        batch.put(own.withdraw());
        ages.note(nowNanos, self, LinkStateGossip.WITHDRAWN);
    }

    /** Says what the node's links are now, unless it must keep silent, for a while or for good. */
    private void originate() {
        if (own.isLeaving()) {
            return;
        }
        if (own.isHeld()) {
            if (!exchange.haveAllNeighbours(own.heldPosition())) {
                return;
            }
            own.release();
        }
        batch.put(own.originate(nowNanos));
        ages.note(nowNanos, self, own.isHeld() ? LinkStateGossip.WITHDRAWN : 0);
    }

    /** Brings routes and, where news are told at once, neighbours up to date with the database. */
    private void settle(Effects out) {
        if (batch.size() > 0) {
            repairRoutes(batch, out);
            batch.clear();
        }
        exchange.flood(nowNanos, out);
    }

    @Override
    public boolean receive(long nowNanos, int slot, Message message, Effects out) {
        if (!(message instanceof LinkStateGossip gossip)) {
            return false;
        }
        this.nowNanos = nowNanos;
        int before = database.endPosition();
        fetchFor(gossip);
        outbid = false;
        isBehind = false;
        if (!gossip.hasAges() && database.numbers() != null && gossip.records().isNumberedBy(space.catalogue)) {
            takeInByNumber(gossip.records());
        } else {
            takeIn(gossip);
        }
        exchange.noteReceived(slot, gossip, before);
        if (isBehind) {
            showTheLastOf(gossip);
        }
        if (gossip.answerWanted()) {
            exchange.answer(nowNanos, slot, out);
        }
        if (outbid && own.isLeaving()) {
            withdraw();
        } else if (outbid || own.isHeld()) {
            originate();
        }
        settle(out);
        return true;
    }

    /** Where records travel by number: most of them are those that are here, and most of the others the first of their origin. */
    private void takeInByNumber(RecordList records) {
        space.ensureOthers(records.count());
        int[] others = space.others;
        int count = records.findOthers(database.numbers(), self, others);
        for (int i = 0; i < count; i++) {
            int origin = records.origin(others[i]);
            if (origin != self && database.isUnknown(origin)) {
                batch.putFirst(origin, records.number(others[i]));
                ages.note(nowNanos, origin, 0);
            } else {
                takeIn(records.record(others[i]), 0);
            }
        }
    }

    private void takeIn(LinkStateGossip gossip) {
        for (int i = 0; i < gossip.recordCount(); i++) {
            LinkStateRecord record = gossip.record(i);
            if (gossip.hasAges() || !isTheOneKnown(record)) {
                takeIn(record, gossip.ageMillis(i));
            }
        }
    }

    private void takeIn(LinkStateRecord record, int ageMillis) {
        outbid |= accept(record, ageMillis);
        isBehind |= hasMissedAWithdrawal(record);
    }

    /** Reads through what a long message will be compared with, if it will look at most lines of it anyway. */
    private void fetchFor(LinkStateGossip gossip) {
        if (gossip.recordCount() > database.idLimit() / IDS_PER_LINE) {
            fetched += database.fetch() + tree.fetch();
        }
    }

    /** A shortcut where records travel by reference: most of what comes twice is the very record that is here. */
    private boolean isTheOneKnown(LinkStateRecord record) {
        return record.origin() != self && record == database.get(record.origin());
    }

    /** Takes in a record if it is news; answers whether our own record must outbid one from an earlier life. */
    private boolean accept(LinkStateRecord record, int ageMillis) {
        boolean isDead = ages.isDeadAt(ageMillis);
        if (record.origin() == self) {
            return own.mustOutbid(record, isDead);
        }
        if (ages.isNews(record, isDead)) {
            batch.put(isDead ? RecordAges.emptied(record) : record);
            ages.note(nowNanos, record.origin(), ageMillis);
        }
        return false;
    }

    /**
     * Whether an origin has begun to count anew while this node still has its last number: it has missed the withdrawal, and
     * takes nothing newer.
     */
    private boolean hasMissedAWithdrawal(LinkStateRecord record) {
        LinkStateRecord known = database.get(record.origin());
        return known != null
                && known.sequence() == SequenceNumbers.LAST
                && record.sequence() < SequenceNumbers.LAST / 2
                && record.origin() != self
                && !ages.isDead(record.origin());
    }

    /** Shows such records to those who know better, so that they, or the origin, set it right. */
    private void showTheLastOf(LinkStateGossip gossip) {
        for (int i = 0; i < gossip.recordCount(); i++) {
            if (hasMissedAWithdrawal(gossip.record(i))) {
                database.putAgain(database.get(gossip.record(i).origin()));
            }
        }
    }

    /** A record came by another way than gossip. */
    final void learn(long nowNanos, LinkStateRecord record, int ageMillis, Effects out) {
        this.nowNanos = nowNanos;
        accept(record, ageMillis);
        settle(out);
    }

    /** The age with which a record that counts leaves this node now, in milliseconds. */
    final int ageOnTheWay(int origin) {
        return ages.onTheWay(nowNanos, origin);
    }

    final boolean isNeighbour(int node) {
        return neighbours.connectedSlotOf(node) != Neighbours.NO_SLOT;
    }

    @Override
    public void expire(long nowNanos, Effects out) {
        this.nowNanos = nowNanos;
        ages.expire(nowNanos, batch);
        if (own.isRefreshDue(nowNanos) || own.isHeld()) {
            originate();
        }
        settle(out);
        if (timer.expire(nowNanos)) {
            if (own.isLeaving()) {
                exchange.tellAllWithout(nowNanos, own.withdrawnPosition(), out);
            } else {
                exchange.round(nowNanos, out);
            }
        }
    }

    @Override
    public long deadlineNanos() {
        return Math.min(timer.deadlineNanos(), Math.min(ages.deadlineNanos(), own.refreshNanos()));
    }

    @Override
    public int distance(int destination) {
        tree.seek(destination);
        return tree.distance(destination);
    }

    /**
     * The newest link-state record of a node, or {@code null} if none came or it does not count any more; to be looked at
     * from outside. O(1).
     */
    public LinkStateRecord record(int origin) {
        return ages.isDead(origin) ? null : database.get(origin);
    }

    @Override
    public int entryCount() {
        return database.recordCount() - ages.deadCount();
    }
}
