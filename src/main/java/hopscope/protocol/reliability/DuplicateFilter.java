package hopscope.protocol.reliability;

import hopscope.protocol.Deadline;
import hopscope.random.Keys;
import java.util.Arrays;

/**
 * The receiver's memory of handled messages, {@code <source, id> → time}: a ring in the order of handling, found through
 * an open-addressing table. Entries leave after the retention time, or earlier when there are too many. 32 to 64 bytes a
 * message.
 */
public final class DuplicateFilter {
    private static final int INITIAL_CAPACITY = 16;

    /** The memory is cleaned so many times within a retention time. */
    private static final int CLEANINGS_PER_RETENTION = 4;

    private static final int EMPTY = -1;

    /** The upper 31 bits of a hash. */
    private static final int TAG_SHIFT = 33;

    private final long retainNanos;
    private final int limit;

    /** What an entry of the ring consists of, side by side: to look one up is one cache line. */
    private static final int LONGS = 3;

    private static final int ID = 0;
    private static final int SOURCE = 1;
    private static final int TIME = 2;

    /** The ring: entries from {@code first} on, {@code size} of them, capacity a power of two. */
    private long[] entries = new long[LONGS * INITIAL_CAPACITY];

    private int capacity = INITIAL_CAPACITY;
    private int first;
    private int size;

    /**
     * Ring indices by hash, twice the ring's capacity. The bits that an index does not need are filled with more of the
     * hash, so that hardly ever an entry is looked at in vain; the sign is left out, {@link #EMPTY} having it.
     */
    private int[] table = emptyTable(2 * INITIAL_CAPACITY);

    private long cleaningDeadline = Deadline.NONE;
    private long evictedCount;

    /** A memory with nothing in it. */
    public DuplicateFilter(ReliabilityConfig config) {
        this.retainNanos = config.retainNanos();
        this.limit = config.retainLimit();
    }

    /** Messages remembered. */
    public int size() {
        return size;
    }

    /** Messages forgotten before their time because there were too many. */
    public long evictedCount() {
        return evictedCount;
    }

    /** Whether a message is remembered as handled. */
    public boolean contains(int source, long id) {
        return table[tableIndex(source, id)] != EMPTY;
    }

    /** Remembers a message that was handled now and was not remembered before. */
    public void add(long nowNanos, int source, long id) {
        if (size == limit) {
            removeFirst();
            evictedCount++;
        }
        if (size == capacity) {
            grow();
        }
        int index = first + size & capacity - 1;
        entries[LONGS * index + ID] = id;
        entries[LONGS * index + SOURCE] = source;
        entries[LONGS * index + TIME] = nowNanos;
        size++;
        enter(index, source, id);
        if (cleaningDeadline == Deadline.NONE) {
            cleaningDeadline = nowNanos + cleaningPeriodNanos();
        }
    }

    private long cleaningPeriodNanos() {
        return Math.max(1, retainNanos / CLEANINGS_PER_RETENTION);
    }

    /** When {@link #expire} is due, or {@link Deadline#NONE}. */
    public long deadlineNanos() {
        return cleaningDeadline;
    }

    /** Time passed: forgets, if the cleaning is due, what was handled longer ago than the retention time. */
    public void expire(long nowNanos) {
        if (nowNanos < cleaningDeadline) {
            return;
        }
        while (size > 0 && nowNanos - entries[LONGS * first + TIME] >= retainNanos) {
            removeFirst();
        }
        cleaningDeadline = size == 0 ? Deadline.NONE : nowNanos + cleaningPeriodNanos();
    }

    private void removeFirst() {
        int mask = table.length - 1;
        int gap = tableIndex(source(first), id(first));
        table[gap] = EMPTY;
        first = first + 1 & capacity - 1;
        size--;
        // Close the gap: move back whatever would no longer be found from its home.
        for (int at = gap + 1 & mask; table[at] != EMPTY; at = at + 1 & mask) {
            int home = home(source(index(table[at])), id(index(table[at])));
            if ((at - home & mask) >= (at - gap & mask)) {
                table[gap] = table[at];
                table[at] = EMPTY;
                gap = at;
            }
        }
    }

    private int tableIndex(int source, long id) {
        int mask = table.length - 1;
        long hash = Keys.of(id, source);
        int tag = tag(hash);
        int at = (int) hash & mask;
        while (table[at] != EMPTY && !(isTagged(table[at], tag) && isAt(index(table[at]), source, id))) {
            at = at + 1 & mask;
        }
        return at;
    }

    private int home(int source, long id) {
        return (int) Keys.of(id, source) & table.length - 1;
    }

    /** The part of a hash that stands beside the index: other bits than those that choose the place in the table. */
    private int tag(long hash) {
        return (int) (hash >>> TAG_SHIFT) & -capacity;
    }

    private boolean isTagged(int tableEntry, int tag) {
        return (tableEntry & -capacity) == tag;
    }

    private int index(int tableEntry) {
        return tableEntry & capacity - 1;
    }

    private boolean isAt(int index, int source, long id) {
        return id(index) == id && source(index) == source;
    }

    /** Notes in the table where in the ring a message stands. */
    private void enter(int index, int source, long id) {
        table[tableIndex(source, id)] = tag(Keys.of(id, source)) | index;
    }

    private long id(int index) {
        return entries[LONGS * index + ID];
    }

    private int source(int index) {
        return (int) entries[LONGS * index + SOURCE];
    }

    /** Makes room for twice as many; the ring is full, and its first entry comes to index 0. */
    private void grow() {
        long[] longer = new long[2 * entries.length];
        int turn = LONGS * first;
        System.arraycopy(entries, turn, longer, 0, entries.length - turn);
        System.arraycopy(entries, 0, longer, entries.length - turn, turn);
        entries = longer;
        capacity *= 2;
        first = 0;
        table = emptyTable(2 * capacity);
        for (int index = 0; index < size; index++) {
            enter(index, source(index), id(index));
        }
    }

    private static int[] emptyTable(int length) {
        int[] table = new int[length];
        Arrays.fill(table, EMPTY);
        return table;
    }
}
