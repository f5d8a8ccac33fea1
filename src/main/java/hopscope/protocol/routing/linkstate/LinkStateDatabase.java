package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RecordCatalogue;
import hopscope.protocol.message.RecordList;
import java.util.Arrays;

/**
 * The newest link-state record of every origin, and the log of their arrivals.
 *
 * <p>A database may begin with a {@linkplain #beginWith view} that many share: then it holds only what came since, until
 * that is much.
 */
final class LinkStateDatabase {
    private static final int INITIAL_CAPACITY = 8;

    private static final int NOBODY = -1;

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

    /** Instead of a number: the record has none. */
    static final byte LOOSE = -1;

    /** Numbers are given up when one in so many records has none. */
    private static final int LOOSE_SHARE = 8;

    /** Without a view: the records' numbers in the catalogue, by origin; {@code null} when too many have none. */
    private byte[] numbers = new byte[INITIAL_CAPACITY];

    /**
     * Records without a number: those that this node originated and has not told yet, since it may say a hundred times what
     * its links are before anybody asks; and those of origins that have no numbers left.
     */
    private ReplacedRecords loose = new ReplacedRecords();

    /** Without a view and numbers. */
    private LinkStateRecord[] byOrigin;

    private int recordCount;
    private final ArrivalLog log = new ArrivalLog();

    private final int self;
    private final RepairSpace space;
    private final RecordCatalogue catalogue;
    private final LinkRows rows;

    /** A database with a room of its own. */
    LinkStateDatabase() {
        this(NOBODY, new RepairSpace());
    }

    /**
     * @param self the node whose database it is
     * @param space knows how large the network is that others have seen
     */
    LinkStateDatabase(int self, RepairSpace space) {
        this.self = self;
        this.space = space;
        this.catalogue = space.catalogue;
        this.rows = space.rows;
    }

    /** The newest record of an origin, or {@code null}. */
    LinkStateRecord get(int origin) {
        if (numbers != null) {
            byte number = origin < numbers.length ? numbers[origin] : RecordCatalogue.NONE;
            if (number == LOOSE) {
                return loose.get(origin);
            }
            return number == RecordCatalogue.NONE ? null : catalogue.record(origin, number & 0xFF);
        }
        if (view != null) {
            return replaced.contains(origin) ? replaced.get(origin) : view.record(origin);
        }
        return origin < byOrigin.length ? byOrigin[origin] : null;
    }

    /** Whether records are {@link #numbers}, and there is none of an origin. */
    boolean isUnknown(int origin) {
        return numbers != null && (origin >= numbers.length || numbers[origin] == 0);
    }

    /** Where the links of records are. */
    LinkRows rows() {
        return rows;
    }

    /** What numbers the records. */
    RecordCatalogue catalogue() {
        return catalogue;
    }

    /**
     * The numbers of the records by origin, up to some origin, {@link RecordCatalogue#NONE} where there is no record and {@link
     * #LOOSE} where it has no number; {@code null} where no record has one. Not to be changed.
     */
    byte[] numbers() {
        return numbers;
    }

    /** Length of the newest record of an origin that has one, in bytes. */
    int lengthBytes(int origin) {
        if (numbers != null && rows.isHere(origin, numbers[origin])) {
            return LinkStateRecord.lengthBytes(rows.degree(origin));
        }
        return get(origin).lengthBytes();
    }

    /**
     * Opens the row of the newest record of an origin that has one.
     *
     * @return as {@link LinkRows#open}
     */
    int openRow(int origin) {
        return numbers != null && rows.isHere(origin, numbers[origin])
                ? rows.open(origin)
                : rows.open(origin, get(origin), isNumbered(origin), numbers == null ? LOOSE : numbers[origin]);
    }

    private boolean isNumbered(int origin) {
        return numbers != null && numbers[origin] != LOOSE && numbers[origin] != RecordCatalogue.NONE;
    }

    /** Whether an origin has a record, and its row holds the links of that. */
    boolean isInRow(int origin) {
        if (numbers != null) {
            return origin < numbers.length && rows.isHere(origin, numbers[origin]);
        }
        LinkStateRecord record = get(origin);
        return record != null && rows.isHere(origin, record);
    }

    /** As {@link PathTable#fetch}. */
    int fetch() {
        int all = 0;
        for (int i = 0; numbers != null && i < numbers.length; i += 64) {
            all += numbers[i];
        }
        for (int i = 0; byOrigin != null && i < byOrigin.length; i += 16) {
            all += byOrigin[i] == null ? 1 : 0;
        }
        return all;
    }

    /** Begins with all records of a view, as if they had come one after the other by id; only while it is empty. */
    void beginWith(LinkStateView knowledge) {
        view = knowledge;
        numbers = null;
        loose = null;
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
        if (numbers != null) {
            return numbers.length;
        }
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

    /** Puts the first record of an origin, by its number, at the end of the log; only where records are {@link #numbers}. */
    void putFirst(int origin, int number) {
        recordCount++;
        ensureOrigin(origin);
        numbers[origin] = (byte) number;
        compactIfWorthwhile();
        log.append(origin, lengthBytes(origin), idLimit());
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
        ensureOrigin(origin);
        if (numbers != null) {
            setByNumber(origin, record);
        } else {
            byOrigin[origin] = record;
        }
    }

    private void setByNumber(int origin, LinkStateRecord record) {
        if (numbers[origin] == LOOSE) {
            loose.put(origin, null);
        }
        if (record == null) {
            numbers[origin] = RecordCatalogue.NONE;
            return;
        }
        int number = origin == self ? RecordCatalogue.NONE : catalogue.number(record);
        numbers[origin] = number == RecordCatalogue.NONE ? LOOSE : (byte) number;
        if (number == RecordCatalogue.NONE) {
            loose.put(origin, record);
            if (loose.size() > LOOSE_SHARE + numbers.length / LOOSE_SHARE) {
                leaveNumbers();
            }
        }
    }

    /** Gives a loose record a number, so that others can be told it by that; false if there is none left. */
    boolean numberLoose(int origin) {
        LinkStateRecord record = loose.get(origin);
        int number = catalogue.number(record);
        if (number == RecordCatalogue.NONE) {
            return false;
        }
        loose.put(origin, null);
        numbers[origin] = (byte) number;
        return true;
    }

    private void ensureOrigin(int origin) {
        if (origin < idLimit()) {
            return;
        }
        int length = space.lengthFor(origin);
        numbers = numbers == null ? null : Arrays.copyOf(numbers, length);
        byOrigin = byOrigin == null ? null : Arrays.copyOf(byOrigin, length);
    }

    /** Goes on with the records themselves. */
    private void leaveNumbers() {
        LinkStateRecord[] records = new LinkStateRecord[numbers.length];
        for (int origin = 0; origin < records.length; origin++) {
            records[origin] = get(origin);
        }
        byOrigin = records;
        numbers = null;
        loose = null;
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

    /** Whether the record of a node, if there is one, lists another. */
    boolean isListedBy(int node, int other) {
        LinkStateRecord record = get(node);
        return record != null && record.cost(other) != LinkStateRecord.NOT_LISTED;
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
     * @param list live records, oldest first
     * @param endPosition whoever has these has the log before this position
     */
    record News(RecordList list, int endPosition) {
        /** The records in a new array. */
        LinkStateRecord[] records() {
            LinkStateRecord[] records = new LinkStateRecord[list.count()];
            Arrays.setAll(records, list::record);
            return records;
        }
    }

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
