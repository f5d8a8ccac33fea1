package hopscope.protocol.routing.distancevector;

import hopscope.protocol.Effects;
import hopscope.protocol.RouteChanges;
import hopscope.protocol.message.DistanceLanes;
import hopscope.protocol.message.RouteBlocks;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.RouteView;

/**
 * Merges tables into rows. Holds only what a merge needs while it lasts, so that routers of which one acts at a time can share
 * one.
 */
public final class TableMerge {
    /** Added to lanes of 8 bits, sets the guard bit where one hop more would be too much. */
    private static final long TOO_LONG = (0x80 - DistanceLanes.MAX_NARROW_DISTANCE) * DistanceLanes.NARROW_ONES;

    private static final long GUARDS = DistanceLanes.guards(DistanceLanes.NARROW);

    /** Multiplied by the guard bits of a word's lanes of 8 bits, moved to their lowest bits, gathers them in the uppermost byte. */
    private static final long GATHER = 0x0102_0408_1020_4080L;

    private static final int CHANGES_TOLD_TOGETHER = 512;

    /** Adopted between two looks at how much room there is for changes. */
    private static final int MOST_AT_ONCE = Long.SIZE;

    private final RouteChanges changes = new RouteChanges(CHANGES_TOLD_TOGETHER);

    /** The blocks of a table that may bring something. */
    private int[] due = {};

    /** The sum of all that was read ahead of its time, so that no compiler takes the reads for useless. */
    private long sum;

    // During a merge:
    private RouteRow row;
    private Neighbours neighbours;
    private int slot;
    private Effects out;

    /**
     * Adopts what is new or strictly shorter.
     *
     * @param into the row
     * @param ofRow the neighbours of the row's node
     * @param ofTable slot of the neighbour whose table it is
     * @param known blocks that have not changed since this version of the table bring nothing; -1 if any may
     */
    void merge(RouteRow into, Neighbours ofRow, int ofTable, RouteBlocks theirs, long known, Effects effects) {
        row = into;
        neighbours = ofRow;
        slot = ofTable;
        out = effects;
        changes.begin(ofRow.id(ofTable));
        row.ensureBlocks(theirs.count());
        int count = listDue(theirs, known);
        for (int i = 0; i < count; i++) {
            mergeBlock(due[i], theirs);
        }
        tell();
        row = null;
        neighbours = null;
        out = null;
    }

    /** Lists the blocks that may bring something, and reads them, so that the waits for memory overlap; answers how many. */
    private int listDue(RouteBlocks theirs, long known) {
        if (due.length < theirs.count()) {
            due = new int[theirs.count()];
        }
        int count = 0;
        for (int block = 0; block < theirs.count(); block++) {
            due[count] = block;
            count += theirs.version(block) > known ? 1 : 0;
        }
        RouteBlocks own = row.blocks();
        long all = 0;
        for (int i = 0; i < count; i++) {
            all += own.touch(due[i]) + theirs.touch(due[i]);
        }
        sum += all;
        return count;
    }

    private void tell() {
        if (changes.count() != 0) {
            out.routesChanged(changes);
            changes.clear();
        }
    }

    private void mergeBlock(int block, RouteBlocks theirs) {
        int first = block << RouteBlocks.BLOCK_SHIFT;
        RouteBlocks own = row.blocks();
        if (own.bits() == theirs.bits()) {
            if (adoptShorter(block, theirs.distances(), DistanceLanes.wordOf(first, theirs.bits()))) {
                return;
            }
        }
        if (own.bits() == DistanceLanes.NARROW && needsWide(first, theirs)) {
            row.open().widen();
        }
        adoptShorter(block, lanes(first, theirs, row.blocks().bits()), 0);
    }

    /** Whether what a block offers where there is no route, or a longer one, is too far for narrow lanes. */
    private boolean needsWide(int first, RouteBlocks theirs) {
        for (int destination = first; destination < first + RouteBlocks.BLOCK_LENGTH; destination++) {
            int offer = theirs.distance(destination) + 1;
            if (offer > DistanceLanes.MAX_NARROW_DISTANCE
                    && offer < RouteTable.NO_DISTANCE
                    && offer < row.blocks().distance(destination)) {
                return true;
            }
        }
        return false;
    }

    /** The distances of a block in lanes of so many bits, none for those that are too far for them. */
    private static long[] lanes(int first, RouteBlocks theirs, int bits) {
        long[] words = DistanceLanes.none(RouteBlocks.BLOCK_LENGTH, bits);
        for (int position = 0; position < RouteBlocks.BLOCK_LENGTH; position++) {
            int distance = theirs.distance(first + position);
            if (bits == DistanceLanes.WIDE || distance < DistanceLanes.MAX_NARROW_DISTANCE) {
                DistanceLanes.set(words, bits, position, distance);
            }
        }
        return words;
    }

    /**
     * Adopts the offers of a block that are shorter. An offer of their own entry, a distance of 1, is no exception: a
     * neighbour has its entry at that distance already.
     *
     * @param theirs lanes as wide as the row's
     * @param offset where in them the block begins
     * @return false if an offer does not fit lanes of 8 bits; then none was adopted
     */
    private boolean adoptShorter(int block, long[] theirs, int offset) {
        RouteBlocks blocks = row.blocks();
        int bits = blocks.bits();
        int from = DistanceLanes.wordOf(block << RouteBlocks.BLOCK_SHIFT, bits);
        int end = from + DistanceLanes.wordOf(RouteBlocks.BLOCK_LENGTH, bits);
        int shift = offset - from;
        int word = nextShorter(blocks.distances(), theirs, from, end, shift, bits);
        if (word == end) {
            return true;
        }
        if (bits == DistanceLanes.NARROW && !fit(blocks.distances(), theirs, word, end, shift)) {
            return false;
        }
        blocks = row.open();
        int added = bits == DistanceLanes.NARROW
                ? adoptNarrow(blocks, theirs, word & -Byte.SIZE, end, shift)
                : adoptWide(blocks, theirs, word, end, shift);
        row.changed(block, added);
        return true;
    }

    /**
     * The guard bits of the lanes in which an offer is shorter, all compared at once: with the guard bit set, the own distance
     * less the neighbour's less two keeps that bit exactly if one hop more than the neighbour's is less than the own.
     */
    private static long shorter(long own, long theirs, long twos, long guards) {
        return (own | guards) - (theirs + twos) & guards;
    }

    /** The guard bits of the narrow lanes in which an offer is shorter. */
    private static long shorter(long own, long theirs) {
        return shorter(own, theirs, 2 * DistanceLanes.NARROW_ONES, GUARDS);
    }

    /** The next word in which an offer is shorter, or {@code end}. */
    private static int nextShorter(long[] own, long[] theirs, int from, int end, int shift, int bits) {
        long twos = 2 * DistanceLanes.ones(bits);
        long guards = DistanceLanes.guards(bits);
        int word = from;
        while (word < end && shorter(own[word], theirs[word + shift], twos, guards) == 0) {
            word++;
        }
        return word;
    }

    /** Whether every shorter offer fits a narrow lane. */
    private static boolean fit(long[] own, long[] theirs, int from, int end, int shift) {
        long tooLong = 0;
        for (int word = from; word < end; word++) {
            long offer = theirs[word + shift];
            tooLong |= offer + TOO_LONG & shorter(own[word], offer);
        }
        return tooLong == 0;
    }

    /** Adopts what is shorter in the words of a block, 64 destinations at a time; answers how many more routes that makes. */
    private int adoptNarrow(RouteBlocks blocks, long[] theirs, int from, int end, int shift) {
        long[] own = blocks.distances();
        int added = 0;
        for (int first = from; first < end; first += Byte.SIZE) {
            long wanted = 0;
            for (int i = 0; i < Byte.SIZE; i++) {
                long bits = shorter(own[first + i], theirs[first + i + shift]);
                wanted |= ((bits >>> 7) * GATHER >>> Long.SIZE - Byte.SIZE) << (i << 3);
            }
            if (wanted != 0) {
                added += note(blocks, theirs, shift, first << 3, wanted);
                adoptAll(own, theirs, first, shift);
            }
        }
        return added;
    }

    /** Adopts every shorter distance of eight words. */
    private static void adoptAll(long[] own, long[] theirs, int first, int shift) {
        for (int word = first; word < first + Byte.SIZE; word++) {
            long old = own[word];
            long offer = theirs[word + shift];
            long bits = shorter(old, offer);
            own[word] = old ^ (old ^ offer + DistanceLanes.NARROW_ONES) & bits - (bits >>> 7);
        }
    }

    /**
     * Notes the changes of up to 64 destinations, whose distances have not been adopted yet, and enters their next hops.
     *
     * @param wanted bit i stands for destination {@code first + i}
     * @return how many of them had no route
     */
    private int note(RouteBlocks blocks, long[] theirs, int shift, int first, long wanted) {
        long[] own = blocks.distances();
        int added = 0;
        makeRoom();
        for (long left = wanted; left != 0; left &= left - 1) {
            int destination = first + Long.numberOfTrailingZeros(left);
            int word = destination >> 3;
            int at = (destination & 7) << 3;
            int old = (int) (own[word] >>> at) & 0x7F;
            int offer = (int) (theirs[word + shift] >>> at) & 0x7F;
            boolean isNew = old == DistanceLanes.NARROW_NONE;
            added += isNew ? 1 : 0;
            note(blocks, destination, isNew ? RouteView.NO_ROUTE : old, offer + 1);
        }
        return added;
    }

    private void note(RouteBlocks blocks, int destination, int oldDistance, int distance) {
        int oldVia = neighbours.id(blocks.exchangeSlot(destination, slot));
        changes.add(destination, oldDistance < 0 ? RouteView.NO_ROUTE : oldVia, oldDistance, distance);
    }

    private void makeRoom() {
        if (changes.count() > CHANGES_TOLD_TOGETHER - MOST_AT_ONCE) {
            tell();
        }
    }

    /** The same where lanes have 16 bits, one destination after the other: networks with such routes are rare. */
    private int adoptWide(RouteBlocks blocks, long[] theirs, int from, int end, int shift) {
        long[] own = blocks.distances();
        int added = 0;
        int word = from;
        while (word < end) {
            makeRoom();
            for (int destination = word << 2; destination < word + 1 << 2; destination++) {
                int old = DistanceLanes.get(own, DistanceLanes.WIDE, destination);
                int distance = DistanceLanes.get(theirs, DistanceLanes.WIDE, destination + (shift << 2)) + 1;
                if (distance < old) {
                    boolean isNew = old == RouteTable.NO_DISTANCE;
                    added += isNew ? 1 : 0;
                    note(blocks, destination, isNew ? RouteView.NO_ROUTE : old, distance);
                    DistanceLanes.set(own, DistanceLanes.WIDE, destination, distance);
                }
            }
            word = nextShorter(own, theirs, word + 1, end, shift, DistanceLanes.WIDE);
        }
        return added;
    }
}
