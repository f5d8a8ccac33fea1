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

    /** Whether a record is newer than what is here about its origin. */
    boolean isNews(LinkStateRecord record) {
        LinkStateRecord known = get(record.origin());
        return known == null || record.sequence() > known.sequence();
    }

    /** Puts a record that is news in the place of the one that was there, and at the end of the log. */
    void put(LinkStateRecord record) {
        int origin = record.origin();
        if (origin >= byOrigin.length) {
            byOrigin = Arrays.copyOf(byOrigin, Math.max(origin + 1, byOrigin.length + byOrigin.length / 2));
        }
        if (byOrigin[origin] == null) {
            recordCount++;
        }
        byOrigin[origin] = record;
        append(record);
    }

    private void append(LinkStateRecord record) {
        if (logSize - recordCount > recordCount + COMPACTION_SLACK) {
            compact();
        }
        if (logSize == log.length) {
            int capacity = logSize + logSize / 2 + INITIAL_CAPACITY;
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

    /** The live records that arrived from one position up to, not including, another; a new array, oldest first. */
    LinkStateRecord[] newsBetween(int fromPosition, int toPosition) {
        int from = indexOf(fromPosition);
        int to = indexOf(toPosition);
        LinkStateRecord[] news = new LinkStateRecord[Math.max(0, to - from)];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (isLive(log[i])) {
                news[count++] = log[i];
            }
        }
        return count == news.length ? news : Arrays.copyOf(news, count);
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
