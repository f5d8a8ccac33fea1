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

    private static final int CHANGES_TOLD_TOGETHER = RouteBlocks.BLOCK_LENGTH;
    private static final int MOST_LANES_OF_A_WORD = 8;

    private final RouteChanges changes = new RouteChanges(CHANGES_TOLD_TOGETHER);

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
        for (int block = 0; block < theirs.count(); block++) {
            if (theirs.version(block) > known) {
                mergeBlock(block, theirs);
            }
        }
        tell();
        row = null;
        neighbours = null;
        out = null;
    }

    private void tell() {
        if (changes.count() != 0) {
            out.routesChanged(changes);
            changes.clear();
        }
    }

    private void mergeBlock(int block, RouteBlocks theirs) {
        int first = block << RouteBlocks.BLOCK_SHIFT;
        if (row.blocks().bits() == theirs.bits()) {
            int offset = DistanceLanes.wordOf(first, theirs.bits());
            if (adoptShorter(block, theirs.distances(), offset)) {
                return;
            }
        }
        if (row.blocks().bits() == DistanceLanes.NARROW && needsWide(first, theirs)) {
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
     * Adopts the offers of a block that are shorter, comparing all lanes of a word at once: with the guard bit set, the own
     * distance less the offer less one keeps that bit exactly if the offer is shorter. An offer of their own entry, a distance
     * of 1, is no exception: a neighbour has its entry at that distance already.
     *
     * @param theirs lanes as wide as the row's
     * @param offset where in them the block begins
     * @return false if an offer does not fit lanes of 8 bits; what was adopted before it stays adopted
     */
    private boolean adoptShorter(int block, long[] theirs, int offset) {
        RouteBlocks blocks = row.blocks();
        int bits = blocks.bits();
        long twos = 2 * DistanceLanes.ones(bits);
        long guards = DistanceLanes.guards(bits);
        int from = DistanceLanes.wordOf(block << RouteBlocks.BLOCK_SHIFT, bits);
        int end = from + DistanceLanes.wordOf(RouteBlocks.BLOCK_LENGTH, bits);
        int shift = offset - from;
        int word = nextShorter(blocks.distances(), theirs, from, end, shift, twos, guards);
        if (word == end) {
            return true;
        }
        blocks = row.open();
        long[] own = blocks.distances();
        boolean fits = true;
        int added = 0;
        while (word < end && fits) {
            long offer = theirs[word + shift];
            long shorter = (own[word] | guards) - (offer + twos) & guards;
            fits = bits != DistanceLanes.NARROW || (offer + TOO_LONG & shorter) == 0;
            if (fits) {
                added += adopt(blocks, own, bits, word, offer, shorter);
                word = nextShorter(own, theirs, word + 1, end, shift, twos, guards);
            }
        }
        row.changed(block, added);
        return fits;
    }

    /** The next word in which an offer is shorter, or {@code end}. Nearly all of a merge happens here. */
    private static int nextShorter(
            long[] own, long[] theirs, int from, int end, int shift, long twos, long guards) {
        int word = from;
        while (word < end && ((own[word] | guards) - (theirs[word + shift] + twos) & guards) == 0) {
            word++;
        }
        return word;
    }

    /**
     * Adopts the offers in one word.
     *
     * @param shorter the guard bits of the lanes that are to be adopted
     * @return how many more routes that makes
     */
    private int adopt(RouteBlocks blocks, long[] own, int bits, int word, long theirs, long shorter) {
        if (changes.count() > CHANGES_TOLD_TOGETHER - MOST_LANES_OF_A_WORD) {
            tell();
        }
        long lane = (1L << bits) - 1;
        long lanes = shorter - (shorter >>> bits - 1);
        long old = own[word];
        long offered = theirs + DistanceLanes.ones(bits);
        own[word] = old ^ (old ^ offered) & lanes;
        int none = bits == DistanceLanes.NARROW ? DistanceLanes.NARROW_NONE : RouteTable.NO_DISTANCE;
        int added = 0;
        for (long left = shorter; left != 0; left &= left - 1) {
            int shift = Long.numberOfTrailingZeros(left) - (bits - 1);
            int destination = (word << 6) + shift >> (bits == DistanceLanes.NARROW ? 3 : 4);
            int oldLane = (int) (old >>> shift & lane);
            int distance = (int) (offered >>> shift & lane);
            if (oldLane == none) {
                changes.add(destination, RouteView.NO_ROUTE, RouteView.NO_ROUTE, distance);
                added++;
            } else {
                changes.add(destination, neighbours.id(blocks.slot(destination)), oldLane, distance);
            }
            blocks.setSlot(destination, slot);
        }
        return added;
    }
}
