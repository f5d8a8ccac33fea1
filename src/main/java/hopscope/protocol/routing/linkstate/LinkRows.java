package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RecordCatalogue;
import java.util.Arrays;

/**
 * The links of the newest record of each origin that any user of the room has looked at, copied into rows side by side. The
 * records themselves lie scattered in memory, each a visit or two, and to know whether a link counts takes a search in the
 * record of its other end; here it takes a bit. As good as a copy of what cannot change, it needs no upkeep: who still has an
 * older record of an origin reads that one's links from a row beside, and asks the records themselves.
 *
 * <p>Memory: about 2 bytes for each link of each record, 4 if ids need more than 15 bits; 4 more if not every link costs 1.
 */
final class LinkRows {
    /** The sign is set where the records of both ends, if both are those of their rows, list each other. */
    private static final int MUTUAL = Integer.MIN_VALUE;

    private static final int NARROW_MUTUAL = Short.MIN_VALUE;

    private static final int ROOM = 64;

    /** By origin: whose links the row holds, and where it begins: with the number of links, and then they follow. */
    private LinkStateRecord[] records = {};

    /** Instead of a number: no record with one has the row. Not the number of any record, nor {@link LinkStateDatabase#LOOSE}. */
    private static final byte NOBODY = (byte) (RecordCatalogue.MOST + 1);

    /** By origin: the number of the row's record in the room's catalogue. */
    private byte[] numbers = {};

    private int[] starts = {};

    /** The rows, in 16 bits as long as all ids and numbers of links need 15 at most; exactly one of the two is there. */
    private short[] narrow = new short[ROOM];

    private int[] wide;

    /** Beside the links; {@code null} as long as each costs 1. */
    private int[] costs;

    private int end;
    private int live;
    private boolean isNewest;

    /**
     * Looks a record up, or takes it in if it is newer than what is here.
     *
     * @param isNumbered whether the number is that of the record in the room's catalogue
     * @return where its first link is; until the next call for another record
     */
    int open(int origin, LinkStateRecord record, boolean isNumbered, byte number) {
        if (isHere(origin, record)) {
            numbers[origin] = isNumbered ? number : numbers[origin];
            return open(origin);
        }
        int start = openNewOrOld(origin, record);
        if (isNewest) {
            numbers[origin] = isNumbered ? number : NOBODY;
        }
        return start + 1;
    }

    /** Looks a record up that {@link #isHere}. */
    int open(int origin) {
        isNewest = true;
        return starts[origin] + 1;
    }

    /** Whether the record with a number is the one in its origin's row; what stands for no number never is. */
    boolean isHere(int origin, byte number) {
        return origin < numbers.length && numbers[origin] == number;
    }

    /** The number of links in the row of an origin. */
    int degree(int origin) {
        return neighbour(starts[origin]);
    }

    /** Whether a record is the one in its origin's row. */
    boolean isHere(int origin, LinkStateRecord record) {
        return origin < records.length && records[origin] == record;
    }

    /** Whether the record opened last has its origin's row, so that {@link #isMutual} holds for it. */
    boolean isNewest() {
        return isNewest;
    }

    /** The end of a row, by where its first link is. */
    int endOf(int first) {
        return first + neighbour(first - 1);
    }

    /** Whether not every link costs 1. */
    boolean hasCosts() {
        return costs != null;
    }

    int neighbour(int at) {
        return wide == null ? narrow[at] & ~NARROW_MUTUAL : wide[at] & ~MUTUAL;
    }

    int cost(int at) {
        return costs == null ? 1 : costs[at];
    }

    /** Whether the record that the row of the other end holds lists this one's origin, too. */
    boolean isMutual(int at) {
        return (wide == null ? narrow[at] : wide[at]) < 0;
    }

    /** The cost that the row of one end of a mutual link gives; O(log degree), or O(1) as long as each link costs 1. */
    int cost(int from, int to) {
        return costs == null ? 1 : costs[find(from, to)];
    }

    private int openNewOrOld(int origin, LinkStateRecord record) {
        ensureOrigin(origin);
        LinkStateRecord here = records[origin];
        isNewest = here == null || record.sequence() > here.sequence();
        if (!isNewest) {
            reserve(record.degree());
            write(end, record);
            return end;
        }
        if (here != null) {
            part(origin);
        }
        reserve(record.degree());
        write(end, record);
        starts[origin] = end;
        records[origin] = record;
        end += 1 + record.degree();
        live += 1 + record.degree();
        join(origin);
        return starts[origin];
    }

    private void ensureOrigin(int origin) {
        if (origin >= records.length) {
            int length = Math.max(origin + 1, records.length + records.length / 2);
            records = Arrays.copyOf(records, length);
            int old = numbers.length;
            numbers = Arrays.copyOf(numbers, length);
            Arrays.fill(numbers, old, length, NOBODY);
            starts = Arrays.copyOf(starts, length);
        }
    }

    private void write(int start, LinkStateRecord record) {
        set(start, record.degree());
        for (int i = 0; i < record.degree(); i++) {
            set(start + 1 + i, record.neighbour(i));
            if (costs == null && record.costAt(i) != 1) {
                costs = new int[room()];
                Arrays.fill(costs, 1);
            }
            if (costs != null) {
                costs[start + 1 + i] = record.costAt(i);
            }
        }
    }

    /** A row has come: marks its mutual links at both ends. */
    private void join(int origin) {
        int first = starts[origin] + 1;
        for (int at = first; at < endOf(first); at++) {
            int back = find(neighbour(at), origin);
            if (back >= 0) {
                setMutual(at, true);
                setMutual(back, true);
            }
        }
    }

    /** A row goes: its links are mutual no more. */
    private void part(int origin) {
        int first = starts[origin] + 1;
        for (int at = first; at < endOf(first); at++) {
            if (isMutual(at)) {
                setMutual(find(neighbour(at), origin), false);
            }
        }
        live -= endOf(first) - first + 1;
        records[origin] = null;
    }

    /** Where the link from one node to another is, or a negative number. */
    private int find(int from, int to) {
        if (from >= records.length || records[from] == null) {
            return -1;
        }
        int low = starts[from] + 1;
        int high = endOf(low) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = neighbour(middle);
            if (found == to) {
                return middle;
            }
            low = found < to ? middle + 1 : low;
            high = found < to ? high : middle - 1;
        }
        return -1;
    }

    /** Makes room for a row at the end; where much lies idle, moves the others together. */
    private void reserve(int degree) {
        if (end + 1 + degree <= room()) {
            return;
        }
        short[] oldNarrow = narrow;
        int[] oldWide = wide;
        int[] oldCosts = costs;
        int room = live + live / 2 + 1 + degree + ROOM;
        narrow = oldNarrow == null ? null : new short[room];
        wide = oldWide == null ? null : new int[room];
        costs = oldCosts == null ? null : new int[room];
        end = 0;
        for (int origin = 0; origin < records.length; origin++) {
            if (records[origin] != null) {
                int length = 1 + records[origin].degree();
                copy(oldNarrow, narrow, starts[origin], length);
                copy(oldWide, wide, starts[origin], length);
                copy(oldCosts, costs, starts[origin], length);
                starts[origin] = end;
                end += length;
            }
        }
    }

    private void copy(Object from, Object to, int start, int length) {
        if (from != null) {
            System.arraycopy(from, start, to, end, length);
        }
    }

    private int room() {
        return wide == null ? narrow.length : wide.length;
    }

    private void set(int at, int value) {
        if (wide == null && value > Short.MAX_VALUE) {
            widen();
        }
        if (wide == null) {
            narrow[at] = (short) value;
        } else {
            wide[at] = value;
        }
    }

    private void setMutual(int at, boolean isMutual) {
        if (wide == null) {
            narrow[at] = (short) (isMutual ? narrow[at] | NARROW_MUTUAL : narrow[at] & ~NARROW_MUTUAL);
        } else {
            wide[at] = isMutual ? wide[at] | MUTUAL : wide[at] & ~MUTUAL;
        }
    }

    private void widen() {
        int[] all = new int[narrow.length];
        Arrays.setAll(all, at -> neighbour(at) | (isMutual(at) ? MUTUAL : 0));
        wide = all;
        narrow = null;
    }
}
