package hopscope.protocol.routing.linkstate;

import hopscope.protocol.Deadline;
import hopscope.protocol.StableStorage;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.routing.Neighbours;
import hopscope.random.RandomStream;

/**
 * The record that a node says of itself: when there is a new one, and with which number. After the largest number the
 * record is withdrawn, and the node says nothing until its neighbours have taken note; then it begins at 1 (RFC 2328,
 * section 12.1.6).
 */
final class OwnRecord {
    private final int self;
    private final Neighbours neighbours;
    private final LinkStateConfig config;
    private final RandomStream random;
    private final LinkStateDatabase database;
    private final SequenceNumbers sequence;
    private long refreshNanos = Deadline.NONE;
    private boolean isHeld;
    private int heldPosition;
    private boolean isLeaving;
    private int withdrawnPosition;

    OwnRecord(
            int self,
            Neighbours neighbours,
            LinkStateConfig config,
            RandomStream random,
            StableStorage storage,
            LinkStateDatabase database) {
        this.self = self;
        this.neighbours = neighbours;
        this.config = config;
        this.random = random;
        this.database = database;
        this.sequence = new SequenceNumbers(config.stableSequence() ? storage : null);
    }

    /**
     * The record as it is to be now, with the next number; if there is no next number, an empty one, to be withdrawn. Not
     * to be called while a withdrawal is {@linkplain #isHeld() on its way}.
     */
    LinkStateRecord originate(long nowNanos) {
        if (sequence.isExhausted()) {
            isHeld = true;
            heldPosition = database.endPosition() + 1;
            refreshNanos = Deadline.NONE;
            return new LinkStateRecord(self, sequence.current(), new int[0], new int[0]);
        }
        scheduleRefresh(nowNanos);
        return new LinkStateRecord(self, sequence.next(), neighbourIds(), neighbourCosts());
    }

    /** The database has just begun with this record of the node's own. */
    void resume(long nowNanos, LinkStateRecord record) {
        sequence.advanceTo(record.sequence());
        scheduleRefresh(nowNanos);
    }

    private void scheduleRefresh(long nowNanos) {
        if (config.ageing().isOn()) {
            double jitter = config.gossip().jitter();
            refreshNanos = nowNanos + random.jittered(config.ageing().refreshNanos(), jitter);
        }
    }

    /**
     * The record with which the node takes itself back for good, with the next number if there is one. It lists the links
     * that the node itself still forwards over; nobody else is to see them.
     */
    LinkStateRecord withdraw() {
        isLeaving = true;
        refreshNanos = Deadline.NONE;
        withdrawnPosition = database.endPosition() + 1;
        int number = sequence.isExhausted() ? sequence.current() : sequence.next();
        return new LinkStateRecord(self, number, neighbourIds(), neighbourCosts());
    }

    /** Whether the record is withdrawn for good. */
    boolean isLeaving() {
        return isLeaving;
    }

    /** Whoever has our log before this position has that withdrawal. */
    int withdrawnPosition() {
        return withdrawnPosition;
    }

    /** Whether the last record is withdrawn and no new one may come yet. */
    boolean isHeld() {
        return isHeld;
    }

    /** Whoever has our log before this position has the withdrawal. */
    int heldPosition() {
        return heldPosition;
    }

    /** All neighbours have the withdrawal: numbers begin at 1 again. */
    void release() {
        isHeld = false;
        sequence.restart();
    }

    /**
     * Whether a record in our name is one that this life did not originate, and that others would keep to.
     *
     * @param isDead whether it does not count any more
     */
    boolean mustOutbid(LinkStateRecord record, boolean isDead) {
        if (isLeaving) {
            return mustWithdrawAgain(record, isDead);
        }
        if (isDead && record.sequence() == SequenceNumbers.LAST) {
            // Any number that counts replaces it.
            return !isHeld;
        }
        // An earlier life may have come just as far as this one: equal numbers must not stand for different contents.
        boolean isForeign = record.sequence() > sequence.current()
                || (record.sequence() == sequence.current() && (isDead || !record.equals(database.get(self))));
        sequence.noteSeen(record.sequence());
        return isForeign && !isHeld;
    }

    private boolean mustWithdrawAgain(LinkStateRecord record, boolean isDead) {
        boolean isForeign =
                record.sequence() > sequence.current() || (record.sequence() == sequence.current() && !isDead);
        sequence.noteSeen(record.sequence());
        return isForeign;
    }

    /** Whether the record is old enough to be renewed. */
    boolean isRefreshDue(long nowNanos) {
        return nowNanos >= refreshNanos;
    }

    /** When it is, or {@link Deadline#NONE}. */
    long refreshNanos() {
        return refreshNanos;
    }

    private int[] neighbourIds() {
        int[] ids = new int[neighbours.count()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = neighbours.id(neighbours.slotAt(i));
        }
        return ids;
    }

    private int[] neighbourCosts() {
        int[] costs = new int[neighbours.count()];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = neighbours.cost(neighbours.slotAt(i));
        }
        return costs;
    }
}
