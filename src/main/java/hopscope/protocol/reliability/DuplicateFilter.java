package hopscope.protocol.reliability;

import hopscope.protocol.Deadline;
import hopscope.random.Keys;
import java.util.Arrays;

/**
 * The receiver's memory of handled messages, {@code <source, id> → time}: a ring in the order of handling, found through
 * an open-addressing table. Entries leave after the retention time, or earlier when there are too many. 24 to 40 bytes a
 * message.
 */
public final class DuplicateFilter {
    private static final int INITIAL_CAPACITY = 16;

    /** The memory is cleaned so many times within a retention time. */
    private static final int CLEANINGS_PER_RETENTION = 4;

    private static final int EMPTY = -1;

    private final long retainNanos;
    private final int limit;

    /** The ring: entries from {@code first} on, {@code size} of them, capacity a power of two. */
    private int[] sources = new int[INITIAL_CAPACITY];

    private long[] ids = new long[INITIAL_CAPACITY];
    private long[] times = new long[INITIAL_CAPACITY];
    private int first;
    private int size;

    /** Ring indices by hash, twice the ring's capacity. */
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
        if (size == ids.length) {
            grow();
        }
        int index = first + size & ids.length - 1;
        sources[index] = source;
        ids[index] = id;
        times[index] = nowNanos;
        size++;
        table[tableIndex(source, id)] = index;
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
        while (size > 0 && nowNanos - times[first] >= retainNanos) {
            removeFirst();
        }
        cleaningDeadline = size == 0 ? Deadline.NONE : nowNanos + cleaningPeriodNanos();
    }

    private void removeFirst() {
        int mask = table.length - 1;
        int gap = tableIndex(sources[first], ids[first]);
        table[gap] = EMPTY;
        first = first + 1 & ids.length - 1;
        size--;
        // Close the gap: move back whatever would no longer be found from its home.
        for (int at = gap + 1 & mask; table[at] != EMPTY; at = at + 1 & mask) {
            int home = home(sources[table[at]], ids[table[at]]);
            if ((at - home & mask) >= (at - gap & mask)) {
                table[gap] = table[at];
                table[at] = EMPTY;
                gap = at;
            }
        }
    }

    private int tableIndex(int source, long id) {
        int mask = table.length - 1;
        int at = home(source, id);
        while (table[at] != EMPTY && (ids[table[at]] != id || sources[table[at]] != source)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private int home(int source, long id) {
        return (int) Keys.of(id, source) & table.length - 1;
    }

    private void grow() {
        int capacity = ids.length;
        sources = rotated(sources, new int[2 * capacity], capacity);
        ids = rotated(ids, new long[2 * capacity], capacity);
        times = rotated(times, new long[2 * capacity], capacity);
        first = 0;
        table = emptyTable(4 * capacity);
        for (int index = 0; index < size; index++) {
            table[tableIndex(sources[index], ids[index])] = index;
        }
    }

    /** Copies a full ring so that its first entry comes to index 0. */
    private <T> T rotated(T ring, T target, int capacity) {
        System.arraycopy(ring, first, target, 0, capacity - first);
        System.arraycopy(ring, 0, target, capacity - first, first);
        return target;
    }

    private static int[] emptyTable(int length) {
        int[] table = new int[length];
        Arrays.fill(table, EMPTY);
        return table;
    }
}
