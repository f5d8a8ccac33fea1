package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import java.util.Arrays;

/**
 * The newest link-state record of every origin, and the log of their arrivals.
 *
 * <p>A database may begin with a {@linkplain #beginWith view} that many share: then it holds only what came since, until
 * that is much.
 */
final class LinkStateDatabase {
    private static final int INITIAL_CAPACITY = 8;

    /** A log with more dead entries than live ones, and more than this, is compacted. */
    private static final int COMPACTION_SLACK = 64;

    /** News of one message: far below the largest frame, so that a big network is told in several rounds. */
    private static final int MAX_NEWS_LENGTH_BYTES = 4 * 1024 * 1024;

    /** A view is copied when more than one in so many of its records has been replaced. */
    private static final int VIEW_SHARE = 8;

    /** The view that it began with, or {@code null}; its records are the log before {@link ArrivalLog#firstPosition}. */
    private LinkStateView view;

    /** What has taken the place of records of the view, or came besides. */
    private ReplacedRecords replaced;

    /** Without a view. */
    private LinkStateRecord[] byOrigin = new LinkStateRecord[INITIAL_CAPACITY];

    private int recordCount;
    private final ArrivalLog log = new ArrivalLog();

    private final RepairSpace space;

    /** A database with a room of its own. */
    LinkStateDatabase() {
        this(new RepairSpace());
    }

    /**
     * @param space knows how large the network is that others have seen
     */
    LinkStateDatabase(RepairSpace space) {
        this.space = space;
    }

    /** The newest record of an origin, or {@code null}. */
    LinkStateRecord get(int origin) {
        if (view != null) {
            return replaced.contains(origin) ? replaced.get(origin) : view.record(origin);
        }
        return origin < byOrigin.length ? byOrigin[origin] : null;
    }

    /** As {@link PathTable#fetch}. */
    int fetch() {
        int all = 0;
        for (int i = 0; view == null && i < byOrigin.length; i += 16) {
            all += byOrigin[i] == null ? 1 : 0;
        }
        return all;
    }

    /** Begins with all records of a view, as if they had come one after the other by id; only while it is empty. */
    void beginWith(LinkStateView knowledge) {
        view = knowledge;
        replaced = new ReplacedRecords();
        recordCount = knowledge.size();
        log.beginAt(recordCount);
    }

    /** Number of origins with a record. */
    int recordCount() {
        return recordCount;
    }

    /** Ids from here on have no record. */
    int idLimit() {
        return view == null ? byOrigin.length : Math.max(view.size(), replaced.idLimit());
    }

    /** The position that the next arrival gets. */
    int endPosition() {
        return log.endPosition();
    }

    /** Puts a record that is news in the place of the one that was there, and at the end of the log. */
    void put(LinkStateRecord record) {
        int origin = record.origin();
        LinkStateRecord before = get(origin);
        if (before == null) {
            recordCount++;
        }
        retire(origin, before);
        set(origin, record);
        compactIfWorthwhile();
        log.append(origin, record.lengthBytes(), idLimit());
    }

    /** Puts a record in the place of the one that was there without telling anybody: the log keeps nothing of it. */
    void putSilently(LinkStateRecord record) {
        retire(record.origin(), get(record.origin()));
        set(record.origin(), record);
    }

    /** Puts a record that is there at the end of the log once more, so that everybody is told of it again. */
    void putAgain(LinkStateRecord record) {
        compactIfWorthwhile();
        log.repeat(record.origin(), record.lengthBytes(), idLimit());
    }

    /** Forgets the record of an origin that has one. */
    void remove(int origin) {
        retire(origin, get(origin));
        set(origin, null);
        recordCount--;
    }

    private void set(int origin, LinkStateRecord record) {
        if (view != null) {
            replaced.put(origin, record);
            if (replaced.size() > view.size() / VIEW_SHARE) {
                leaveView();
            }
            return;
        }
        if (origin >= byOrigin.length) {
            byOrigin = Arrays.copyOf(byOrigin, space.lengthFor(origin));
        }
        byOrigin[origin] = record;
    }

    private void retire(int origin, LinkStateRecord record) {
        if (record != null) {
            log.retire(origin, record.lengthBytes());
        }
    }

    /** Copies what is still good of the view, and goes on without it. */
    private void leaveView() {
        LinkStateRecord[] records = new LinkStateRecord[idLimit()];
        for (int origin = 0; origin < records.length; origin++) {
            records[origin] = get(origin);
        }
        log.prepend(this::isOfTheView, records);
        byOrigin = records;
        view = null;
        replaced = null;
    }

    /** Whether the record of the view at a position, which is its origin, is still the newest. */
    private boolean isOfTheView(int position) {
        return !replaced.contains(position);
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

    private void compactIfWorthwhile() {
        int live = view == null ? recordCount : replaced.size();
        if (log.size() - live > live + COMPACTION_SLACK) {
            log.compact(this);
        }
    }

    /**
     * What one gossip message can carry.
     *
     * @param records live, oldest first; a new array
     * @param origins of these; a new array
     * @param lengthBytes of all of them
     * @param endPosition whoever has these has the log before this position
     */
    record News(LinkStateRecord[] records, int[] origins, int lengthBytes, int endPosition) {}

    /**
     * The live records that arrived at a position or later, as many as fit one message.
     *
     * @param skipFrom begin of a stretch of positions to leave out
     * @param skipTo end of that stretch
     * @param limit news at this position or later wait
     */
    News newsSince(int position, int skipFrom, int skipTo, int limit) {
        NewsGathering news = new NewsGathering(this, log, MAX_NEWS_LENGTH_BYTES);
        for (int at = position; at < Math.min(limit, log.firstPosition()); at++) {
            boolean isSkipped = at >= skipFrom && at < skipTo;
            if (!isSkipped && isOfTheView(at) && !news.add(at)) {
                return news.endingBefore(at);
            }
        }
        int from = log.indexOf(position);
        int to = Math.max(from, log.indexOf(limit));
        int gapFrom = Math.min(Math.max(log.indexOf(skipFrom), from), to);
        int gapTo = Math.min(Math.max(log.indexOf(skipTo), gapFrom), to);
        int stoppedAt = news.addEntries(from, gapFrom, gapTo, to);
        return stoppedAt == NewsGathering.NOT_STOPPED
                ? news.endingBefore(Math.max(position, Math.min(limit, log.endPosition())))
                : news.endingBefore(log.positionOf(stoppedAt));
    }
}
