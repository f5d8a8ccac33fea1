package hopscope.protocol.message;

import java.util.Arrays;

/**
 * Numbers the records of each origin from 1 to {@value #MOST}, so that whoever shares the catalogue names a record by a byte
 * beside its origin: a table of those is a quarter of a table of references, is no work for the garbage collector, and
 * is compared without a look at the records. Equal records have the same number. What is numbered stays so and is kept; an
 * origin that has said more, or whose id takes more than 16 bits, gets no more numbers.
 *
 * <p>Not thread-safe.
 */
public final class RecordCatalogue {
    /** Stands for no record, and for one that has no number. */
    public static final int NONE = 0;

    /** The largest number. */
    public static final int MOST = 253;

    private static final LinkStateRecord[] NOTHING = {};

    /** By origin, the record with number n at n - 1. */
    private LinkStateRecord[][] numbered = {};

    private int[] counts = {};

    /** An empty one. */
    public RecordCatalogue() {}

    /** The number of a record, a new one if it has none yet, or {@link #NONE} if there is none left. O(numbers of the origin). */
    public int number(LinkStateRecord record) {
        int origin = record.origin();
        if (origin > Character.MAX_VALUE) {
            return NONE;
        }
        ensureOrigin(origin);
        LinkStateRecord[] known = numbered[origin];
        int count = counts[origin];
        for (int i = count - 1; i >= 0; i--) {
            if (known[i] == record || known[i].equals(record)) {
                return i + 1;
            }
        }
        if (count == MOST) {
            return NONE;
        }
        if (count == known.length) {
            known = numbered[origin] = Arrays.copyOf(known, Math.min(MOST, count + count / 2 + 2));
        }
        known[count] = record;
        counts[origin] = count + 1;
        return count + 1;
    }

    /**
     * The record that has a number. O(1).
     *
     * @param number not {@link #NONE}, and given by this catalogue
     */
    public LinkStateRecord record(int origin, int number) {
        return numbered[origin][number - 1];
    }

    private void ensureOrigin(int origin) {
        if (origin >= numbered.length) {
            int old = numbered.length;
            int length = Math.max(origin + 1, old + old / 2);
            numbered = Arrays.copyOf(numbered, length);
            Arrays.fill(numbered, old, length, NOTHING);
            counts = Arrays.copyOf(counts, length);
        }
    }
}
