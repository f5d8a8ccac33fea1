package hopscope.protocol.routing.linkstate;

import hopscope.protocol.Deadline;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RecordList;
import java.util.Arrays;
import java.util.BitSet;

/**
 * How old the records of a database are, by this node's clock, and which of them do not count any more: a record dies when
 * it reaches the largest age or when its origin withdraws it. Of a dead record an empty one with its sequence number stays
 * as long again, so that a copy that comes late does not bring it back; then nothing does.
 *
 * <p>Ages are whole milliseconds and grow by one with every link that a record crosses, so that even a record that travels
 * in circles grows old (as InfTransDelay of RFC 2328, section 13.3).
 */
final class RecordAges {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final int self;
    private final LinkStateDatabase database;
    private final int maxAgeMillis;
    private final BitSet dead = new BitSet();
    private int deadCount;

    /** When a record was new, by origin, modulo 2^32; empty where records live for ever. */
    private int[] bornMillis = {};

    /** No record reaches an end of its life before this. */
    private long scanNanos = Deadline.NONE;

    RecordAges(int self, LinkStateDatabase database, Ageing ageing) {
        this.self = self;
        this.database = database;
        this.maxAgeMillis = (int) (ageing.maxAgeNanos() / NANOS_PER_MILLI);
    }

    private boolean areOn() {
        return maxAgeMillis > 0;
    }

    private static int millis(long nanos) {
        return (int) (nanos / NANOS_PER_MILLI);
    }

    /** Whether a record that comes with this age does not count any more. */
    boolean isDeadAt(int ageMillis) {
        return ageMillis == LinkStateGossip.WITHDRAWN || (areOn() && ageMillis >= maxAgeMillis);
    }

    /** Whether what is here of an origin is the empty rest of a dead record. */
    boolean isDead(int origin) {
        return deadCount > 0 && dead.get(origin);
    }

    /**
     * Whether a record is newer than what is here about its origin (RFC 2328, section 13.1).
     *
     * @param isDead whether the record does not count any more
     */
    boolean isNews(LinkStateRecord record, boolean isDead) {
        LinkStateRecord known = database.get(record.origin());
        if (known == null) {
            return !isDead;
        }
        boolean isKnownDead = isDead(record.origin());
        if (record.sequence() == known.sequence()) {
            return isDead && !isKnownDead;
        }
        // After the last number is withdrawn the origin begins again at 1.
        boolean isNewCount = isKnownDead && known.sequence() == SequenceNumbers.LAST && !isDead;
        return record.sequence() > known.sequence() || isNewCount;
    }

    /** Number of dead records that are still remembered. */
    int deadCount() {
        return deadCount;
    }

    /** A record was put into the database. */
    void note(long nowNanos, int origin, int ageMillis) {
        boolean isDead = isDeadAt(ageMillis);
        setDead(origin, isDead);
        if (areOn()) {
            if (origin >= bornMillis.length) {
                bornMillis = Arrays.copyOf(bornMillis, database.idLimit());
            }
            bornMillis[origin] = millis(nowNanos) - (isDead ? maxAgeMillis : ageMillis);
            long leftMillis = isDead ? maxAgeMillis : maxAgeMillis - ageMillis;
            scanNanos = Math.min(scanNanos, (nowNanos / NANOS_PER_MILLI + leftMillis) * NANOS_PER_MILLI);
        }
    }

    /** The database has just begun with a view of so many records, all of them new. */
    void noteAll(long nowNanos, int count) {
        if (areOn()) {
            bornMillis = new int[count];
            Arrays.fill(bornMillis, millis(nowNanos));
            scanNanos = (nowNanos / NANOS_PER_MILLI + maxAgeMillis) * NANOS_PER_MILLI;
        }
    }

    private void setDead(int origin, boolean isDead) {
        if (isDead(origin) != isDead) {
            dead.set(origin, isDead);
            deadCount += isDead ? 1 : -1;
        }
    }

    /** Age of an origin's record in milliseconds, not negative. */
    int ageMillis(long nowNanos, int origin) {
        return areOn() ? Math.max(0, millis(nowNanos) - bornMillis[origin]) : 0;
    }

    /** News as others may see them: without what this node alone still forwards by once it has withdrawn its own record. */
    LinkStateDatabase.News asTold(LinkStateDatabase.News news) {
        if (!isDead(self)) {
            return news;
        }
        LinkStateRecord[] told = news.records();
        for (int i = 0; i < told.length; i++) {
            told[i] = told[i].origin() == self ? emptied(told[i]) : told[i];
        }
        return new LinkStateDatabase.News(new RecordList(told), news.endPosition());
    }

    /** The ages that records travel with, or {@code null} if they need none. */
    int[] ofNews(long nowNanos, RecordList news) {
        if (!areOn() && deadCount == 0) {
            return null;
        }
        int[] ages = new int[news.count()];
        for (int i = 0; i < ages.length; i++) {
            int origin = news.origin(i);
            ages[i] = isDead(origin) ? LinkStateGossip.WITHDRAWN : onTheWay(nowNanos, origin);
        }
        return ages;
    }

    /** The age with which a record that counts leaves this node. */
    int onTheWay(long nowNanos, int origin) {
        return areOn() ? ageMillis(nowNanos, origin) + 1 : 0;
    }

    /** When {@link #expire} may have something to do, or {@link Deadline#NONE}. */
    long deadlineNanos() {
        return scanNanos;
    }

    /** Buries the records that have reached the largest age and forgets those buried for long; O(ids) when it is due. */
    void expire(long nowNanos, RecordBatch batch) {
        if (nowNanos < scanNanos) {
            return;
        }
        int next = Integer.MAX_VALUE;
        for (int origin = 0; origin < Math.min(bornMillis.length, database.idLimit()); origin++) {
            LinkStateRecord record = database.get(origin);
            // The node's own record is renewed, and lives as long as the node says so.
            if (record != null && origin != self) {
                next = Math.min(next, expire(nowNanos, record, batch));
            }
        }
        scanNanos = next == Integer.MAX_VALUE
                ? Deadline.NONE
                : (nowNanos / NANOS_PER_MILLI + Math.max(1, next)) * NANOS_PER_MILLI;
    }

    /** What is due for one record; answers the milliseconds until the next that is. */
    private int expire(long nowNanos, LinkStateRecord record, RecordBatch batch) {
        int origin = record.origin();
        int age = ageMillis(nowNanos, origin);
        if (isDead(origin)) {
            if (age - maxAgeMillis >= maxAgeMillis) {
                database.remove(origin);
                setDead(origin, false);
                return Integer.MAX_VALUE;
            }
            return maxAgeMillis - (age - maxAgeMillis);
        }
        if (age >= maxAgeMillis) {
            batch.putSilently(emptied(record));
            setDead(origin, true);
            return maxAgeMillis;
        }
        return maxAgeMillis - age;
    }

    /** What stays of a record that does not count any more. */
    static LinkStateRecord emptied(LinkStateRecord record) {
        return new LinkStateRecord(record.origin(), record.sequence(), new int[0], new int[0]);
    }
}
