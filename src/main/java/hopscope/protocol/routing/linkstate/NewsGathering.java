package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RecordList;
import java.util.Arrays;

/** Gathers the records of one gossip message from a database, up to a length. */
final class NewsGathering {
    /** All entries found room. */
    static final int NOT_STOPPED = -1;

    private final LinkStateDatabase database;
    private final ArrivalLog log;
    private final int maxLengthBytes;

    /** Records, as long as not all news are numbers. */
    private LinkStateRecord[] records = {};

    private int count;
    private long lengthBytes;

    /** All of them by number, if they could be told so. */
    private RecordList numbered;

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
        records[count++] = record;
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
        lengthBytes += bytes;
        if (count == 0 && database.numbers() != null) {
            numbered = byNumber(from, to, secondFrom, secondTo);
        }
        if (numbered != null) {
            return NOT_STOPPED;
        }
        ensure(count + to - from + secondTo - secondFrom);
        addAll(from, to);
        addAll(secondFrom, secondTo);
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
                records[count++] = database.get(origin);
            }
        }
    }

    /** The same as a list of numbers, or {@code null} if not all records have one. */
    private RecordList byNumber(int from, int to, int secondFrom, int secondTo) {
        char[] origins = new char[to - from + secondTo - secondFrom];
        int found = log.copyLive(from, to, origins, 0);
        found = log.copyLive(secondFrom, secondTo, origins, found);
        byte[] known = database.numbers();
        byte[] numbers = new byte[found];
        for (int i = 0; i < found; i++) {
            if (known[origins[i]] == LinkStateDatabase.LOOSE && !database.numberLoose(origins[i])) {
                return null;
            }
            numbers[i] = known[origins[i]];
        }
        return new RecordList(database.catalogue(), origins, numbers, found, (int) lengthBytes);
    }

    private void ensure(int capacity) {
        if (capacity > records.length) {
            records = Arrays.copyOf(records, capacity);
        }
    }

    /** What was gathered: whoever has it has the log before a position. */
    LinkStateDatabase.News endingBefore(int position) {
        if (numbered != null) {
            return new LinkStateDatabase.News(numbered, position);
        }
        if (count < records.length) {
            records = Arrays.copyOf(records, count);
        }
        return new LinkStateDatabase.News(new RecordList(records, (int) lengthBytes), position);
    }
}
