package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import java.util.Arrays;

/**
 * The newest link-state record of every origin, and the log of their arrivals.
 *
 * <p>A position in the log only grows. An entry whose record has been replaced is dead; when most are dead the log is
 * compacted, which keeps the positions of the others.
 */
final class LinkStateDatabase {
    private static final int INITIAL_CAPACITY = 8;

    /** A log with more dead entries than live ones, and more than this, is compacted. */
    private static final int COMPACTION_SLACK = 64;

    /** News of one message: far below the largest frame, so that a big network is told in several rounds. */
    private static final int MAX_NEWS_LENGTH_BYTES = 4 * 1024 * 1024;

    private LinkStateRecord[] byOrigin = new LinkStateRecord[INITIAL_CAPACITY];
    private int recordCount;

    private LinkStateRecord[] log = new LinkStateRecord[INITIAL_CAPACITY];

    /** Position of each log entry, ascending; {@code null} as long as entry i has position i. */
    private int[] positions;

    private int logSize;
    private int endPosition;

    /** The newest record of an origin, or {@code null}. */
    LinkStateRecord get(int origin) {
        return origin < byOrigin.length ? byOrigin[origin] : null;
    }

    /** Number of origins with a record. */
    int recordCount() {
        return recordCount;
    }

    /** Ids from here on have no record. */
    int idLimit() {
        return byOrigin.length;
    }

    /** The position that the next arrival gets. */
    int endPosition() {
        return endPosition;
    }

    /** Puts a record that is news in the place of the one that was there, and at the end of the log. */
    void put(LinkStateRecord record) {
        int origin = record.origin();
        if (origin >= byOrigin.length) {
            byOrigin = Arrays.copyOf(byOrigin, Math.max(origin + 1, byOrigin.length + byOrigin.length / 8 + 1));
        }
        if (byOrigin[origin] == null) {
            recordCount++;
        }
        byOrigin[origin] = record;
        append(record);
    }

    /** Puts a record in the place of the one that was there without telling anybody: the log keeps nothing of it. */
    void putSilently(LinkStateRecord record) {
        byOrigin[record.origin()] = record;
    }

    /** Puts a record that is there at the end of the log once more, so that everybody is told of it again. */
    void putAgain(LinkStateRecord record) {
        append(record);
    }

    /** Forgets the record of an origin that has one. */
    void remove(int origin) {
        byOrigin[origin] = null;
        recordCount--;
    }

    /** Cost of the link, or {@link LinkStateRecord#NOT_LISTED} if the two records do not list each other. */
    int linkCost(int from, int to) {
        LinkStateRecord there = get(to);
        LinkStateRecord here = get(from);
        if (there == null || here == null || there.cost(from) == LinkStateRecord.NOT_LISTED) {
            return LinkStateRecord.NOT_LISTED;
        }
        return here.cost(to);
    }

    private void append(LinkStateRecord record) {
        if (logSize - recordCount > recordCount + COMPACTION_SLACK) {
            compact();
        }
        if (logSize == log.length) {
            int capacity = logSize + logSize / 4 + INITIAL_CAPACITY;
            log = Arrays.copyOf(log, capacity);
            positions = positions == null ? null : Arrays.copyOf(positions, capacity);
        }
        if (positions != null) {
            positions[logSize] = endPosition;
        }
        log[logSize++] = record;
        endPosition++;
    }

    private boolean isLive(LinkStateRecord record) {
        return byOrigin[record.origin()] == record;
    }

    private void compact() {
        int[] kept = new int[log.length];
        int size = 0;
        for (int i = 0; i < logSize; i++) {
            if (isLive(log[i])) {
                kept[size] = positions == null ? i : positions[i];
                log[size++] = log[i];
            }
        }
        Arrays.fill(log, size, logSize, null);
        positions = kept;
        logSize = size;
    }

    /**
     * What one gossip message can carry.
     *
     * @param records live, oldest first; a new array
     * @param endPosition whoever has these has the log before this position
     */
    record News(LinkStateRecord[] records, int endPosition) {}

    /**
     * The live records that arrived at a position or later, as many as fit one message.
     *
     * @param skipFrom begin of a stretch of positions to leave out
     * @param skipTo end of that stretch
     * @param limit news at this position or later wait
     */
    News newsSince(int position, int skipFrom, int skipTo, int limit) {
        LinkStateRecord[] news = new LinkStateRecord[Math.min(logSize, INITIAL_CAPACITY)];
        int count = 0;
        int lengthBytes = 0;
        for (int i = indexOf(position); i < logSize; i++) {
            int at = positionOf(i);
            if (at >= limit) {
                break;
            }
            if (!isLive(log[i]) || (at >= skipFrom && at < skipTo)) {
                continue;
            }
            lengthBytes += log[i].lengthBytes();
            if (lengthBytes > MAX_NEWS_LENGTH_BYTES && count > 0) {
                return new News(Arrays.copyOf(news, count), at);
            }
            if (count == news.length) {
                news = Arrays.copyOf(news, 2 * count);
            }
            news[count++] = log[i];
        }
        return new News(Arrays.copyOf(news, count), Math.max(position, Math.min(limit, endPosition)));
    }

    private int positionOf(int index) {
        return positions == null ? index : positions[index];
    }

    /** Index of the first log entry at or after a position. */
    private int indexOf(int position) {
        if (positions == null) {
            return Math.min(position, logSize);
        }
        int index = Arrays.binarySearch(positions, 0, logSize, position);
        return index < 0 ? -index - 1 : index;
    }
}
