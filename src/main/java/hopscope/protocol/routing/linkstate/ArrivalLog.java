package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The order in which records arrived, as origins: what stands at a position is the record of that origin that the database
 * holds, unless a newer one came later. A position only grows. Entries whose record was replaced are dead; compacting takes
 * them out and keeps the positions of the others.
 *
 * <p>Origins, not records: to see which entries live and how long they are needs no look at the records themselves, which
 * lie scattered in memory and are shared by all nodes of a simulation.
 */
final class ArrivalLog {
    private static final int DEAD = -1;

    /** A block of so many entries has its length in bytes at hand. */
    private static final int BLOCK_BITS = 6;

    private static final int INITIAL_CAPACITY = 8;

    /** A node says a few times what its links are while they come up; the log of a cold start has about as many more entries. */
    private static final int EARLY_DEATHS = 64;

    private SmallInts origins = new SmallInts(DEAD);

    /** Bytes of the live entries of each block. */
    private int[] blockBytes = new int[1];

    /** Position of each entry, ascending; {@code null} as long as entry i has position {@link #firstPosition} + i. */
    private int[] positions;

    private int firstPosition;
    private int size;
    private int endPosition;

    /** Where the last entry died: those around it often go next, since records are renewed about in the order they came. */
    private int lastDeath;

    /** Whether an origin may stand here twice alive. */
    private boolean hasRepeats;

    /** Entries, dead ones included. */
    int size() {
        return size;
    }

    /** The position that the next arrival gets. */
    int endPosition() {
        return endPosition;
    }

    /** Begins at a position instead of 0; only while nothing is in it. */
    void beginAt(int position) {
        firstPosition = position;
        endPosition = position;
    }

    /** The first position that this log can have an entry for. */
    int firstPosition() {
        return firstPosition;
    }

    /**
     * Puts an origin at the end.
     *
     * @param lengthBytes of its record
     * @param idLimit ids are below this, so that there may be so many entries, and a few that died early
     */
    void append(int origin, int lengthBytes, int idLimit) {
        if (size == origins.length()) {
            int likely = idLimit + EARLY_DEATHS;
            int capacity = size + size / 4 + INITIAL_CAPACITY;
            capacity = size < likely && capacity > likely - likely / 4 ? likely : capacity;
            origins.grow(capacity);
            positions = positions == null ? null : Arrays.copyOf(positions, capacity);
            blockBytes = Arrays.copyOf(blockBytes, (capacity >> BLOCK_BITS) + 1);
        }
        if (positions != null) {
            positions[size] = endPosition;
        }
        blockBytes[size >> BLOCK_BITS] += lengthBytes;
        origins.set(size++, origin);
        endPosition++;
    }

    /** Puts an origin at the end that stands here already, and lives on at both places. */
    void repeat(int origin, int lengthBytes, int idLimit) {
        hasRepeats = true;
        append(origin, lengthBytes, idLimit);
    }

    /**
     * The record of an origin was replaced or forgotten: its entries die. O(entries) at worst.
     *
     * @param lengthBytes of that record
     */
    void retire(int origin, int lengthBytes) {
        int index = Math.min(lastDeath, size);
        for (int looked = 0; looked < size; looked++, index++) {
            index = index >= size ? 0 : index;
            if (origins.get(index) == origin) {
                origins.set(index, DEAD);
                blockBytes[index >> BLOCK_BITS] -= lengthBytes;
                lastDeath = index;
                if (!hasRepeats) {
                    return;
                }
            }
        }
    }

    /** Takes the dead entries out. */
    void compact(LinkStateDatabase database) {
        int[] kept = new int[origins.length()];
        int live = 0;
        Arrays.fill(blockBytes, 0);
        for (int i = 0; i < size; i++) {
            if (origins.get(i) != DEAD) {
                kept[live] = positionOf(i);
                blockBytes[live >> BLOCK_BITS] += database.lengthBytes(origins.get(i));
                origins.set(live++, origins.get(i));
            }
        }
        positions = kept;
        size = live;
        lastDeath = 0;
    }

    /**
     * Puts an entry for each position before the first in front, whose origin is the position itself; then the first position
     * is 0.
     *
     * @param isAlive tells of a position whether its entry lives
     * @param records the newest by origin
     */
    void prepend(IntPredicate isAlive, LinkStateRecord[] records) {
        int added = firstPosition;
        SmallInts all = new SmallInts(DEAD);
        all.grow(added + size + INITIAL_CAPACITY);
        for (int i = 0; i < added; i++) {
            all.set(i, isAlive.test(i) ? i : DEAD);
        }
        for (int i = 0; i < size; i++) {
            all.set(added + i, origins.get(i));
        }
        if (positions != null) {
            int[] allPositions = new int[all.length()];
            Arrays.setAll(allPositions, i -> i);
            System.arraycopy(positions, 0, allPositions, added, size);
            positions = allPositions;
        }
        origins = all;
        size += added;
        firstPosition = 0;
        lastDeath = 0;
        blockBytes = new int[(all.length() >> BLOCK_BITS) + 1];
        for (int i = 0; i < size; i++) {
            blockBytes[i >> BLOCK_BITS] += all.get(i) == DEAD ? 0 : records[all.get(i)].lengthBytes();
        }
    }

    /** Position of an entry. */
    int positionOf(int index) {
        return positions == null ? firstPosition + index : positions[index];
    }

    /** Index of the first entry at or after a position. */
    int indexOf(int position) {
        if (positions == null) {
            return Math.max(0, Math.min(position - firstPosition, size));
        }
        int index = Arrays.binarySearch(positions, 0, size, position);
        return index < 0 ? -index - 1 : index;
    }

    /** The origin of an entry, or a negative number if it is dead. */
    int origin(int index) {
        return origins.get(index);
    }

    /**
     * Copies the origins of the live entries in a range of indices, all of which must fit 16 bits.
     *
     * @param to receives them from an index on
     * @return the index after them
     */
    int copyLive(int from, int end, char[] to, int index) {
        int next = index;
        for (int i = from; i < end; i++) {
            int origin = origins.get(i);
            if (origin >= 0) {
                to[next++] = (char) origin;
            }
        }
        return next;
    }

    /** Bytes of the live entries from an index to before another; looks at the records at both ends only. */
    long lengthBytes(LinkStateDatabase database, int from, int to) {
        long bytes = 0;
        int index = from;
        while (index < to) {
            if ((index & (1 << BLOCK_BITS) - 1) == 0 && index + (1 << BLOCK_BITS) <= to) {
                bytes += blockBytes[index >> BLOCK_BITS];
                index += 1 << BLOCK_BITS;
            } else {
                bytes += origins.get(index) == DEAD ? 0 : database.lengthBytes(origins.get(index));
                index++;
            }
        }
        return bytes;
    }
}
