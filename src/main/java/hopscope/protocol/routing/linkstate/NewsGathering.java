package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import java.util.Arrays;

/** Gathers the records of one gossip message from a database, up to a length. */
final class NewsGathering {
    /** All entries found room. */
    static final int NOT_STOPPED = -1;

    private final LinkStateDatabase database;
    private final ArrivalLog log;
    private final int maxLengthBytes;
    private LinkStateRecord[] records = {};
    private int[] origins = {};
    private int count;
    private long lengthBytes;

    NewsGathering(LinkStateDatabase database, ArrivalLog log, int maxLengthBytes) {
        this.database = database;
        this.log = log;
        this.maxLengthBytes = maxLengthBytes;
    }

    /** Adds an origin's record; false if it does not fit. One always does. */
    boolean add(int origin) {
        LinkStateRecord record = database.get(origin);
        if (count > 0 && lengthBytes + record.lengthBytes() > maxLengthBytes) {
            return false;
        }
        if (count == records.length) {
            ensure(2 * count + 8);
        }
        lengthBytes += record.lengthBytes();
        records[count] = record;
        origins[count++] = origin;
        return true;
    }

    /**
     * Adds the live entries of the log in two ranges of indices, beginnings included, ends excluded.
     *
     * @return the index of the first entry that does not fit, or {@link #NOT_STOPPED}
     */
    int addEntries(int from, int to, int secondFrom, int secondTo) {
        long bytes = log.lengthBytes(database, from, to) + log.lengthBytes(database, secondFrom, secondTo);
        if (lengthBytes + bytes > maxLengthBytes) {
            int stoppedAt = addOneByOne(from, to);
            return stoppedAt == NOT_STOPPED ? addOneByOne(secondFrom, secondTo) : stoppedAt;
        }
        ensure(count + to - from + secondTo - secondFrom);
        addAll(from, to);
        addAll(secondFrom, secondTo);
        lengthBytes += bytes;
        return NOT_STOPPED;
    }

    private int addOneByOne(int from, int to) {
        for (int i = from; i < to; i++) {
            if (log.origin(i) >= 0 && !add(log.origin(i))) {
                return i;
            }
        }
        return NOT_STOPPED;
    }

    private void addAll(int from, int to) {
        for (int i = from; i < to; i++) {
            int origin = log.origin(i);
            if (origin >= 0) {
                records[count] = database.get(origin);
                origins[count++] = origin;
            }
        }
    }

    private void ensure(int capacity) {
        if (capacity > records.length) {
            records = Arrays.copyOf(records, capacity);
            origins = Arrays.copyOf(origins, capacity);
        }
    }

    /** What was gathered: whoever has it has the log before a position. */
    LinkStateDatabase.News endingBefore(int position) {
        if (count < records.length) {
            records = Arrays.copyOf(records, count);
            origins = Arrays.copyOf(origins, count);
        }
        return new LinkStateDatabase.News(records, origins, (int) lengthBytes, position);
    }
}
