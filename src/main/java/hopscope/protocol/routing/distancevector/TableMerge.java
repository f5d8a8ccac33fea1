package hopscope.protocol.routing.distancevector;

import hopscope.protocol.Effects;
import hopscope.protocol.RouteChanges;
import hopscope.protocol.message.DistanceLanes;
import hopscope.protocol.message.RouteBlocks;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.RouteView;

/** One table merged into a row, block by block. Lives as long as that takes, so that routers need no memory for it. */
final class TableMerge {
    /** Added to lanes of 8 bits, sets the guard bit where one hop more would be too much. */
    private static final long TOO_LONG = (0x80 - DistanceLanes.MAX_NARROW_DISTANCE) * DistanceLanes.NARROW_ONES;

    /** No offer was shorter so far. */
    private static final int NONE_OPENED = -1;

    private final RouteRow row;
    private final Neighbours neighbours;
    private final int slot;

    /** Made when there are any. */
    private RouteChanges changes;

    /** @param slot of the neighbour whose table it is */
    TableMerge(RouteRow row, Neighbours neighbours, int slot) {
        this.row = row;
        this.neighbours = neighbours;
        this.slot = slot;
    }

    /**
     * Adopts what is new or strictly shorter.
     *
     * @param known blocks that have not changed since this version of the table bring nothing; -1 if any may
     */
    void merge(RouteBlocks theirs, long known, Effects out) {
        row.ensureBlocks(theirs.count());
        for (int block = 0; block < theirs.count(); block++) {
            if (theirs.version(block) > known && !theirs.isEmpty(block)) {
                mergeBlock(block, theirs.distances(block), out);
            }
        }
    }

    private void mergeBlock(int block, long[] theirs, Effects out) {
        boolean sameWidth = DistanceLanes.isNarrow(row.distances(block)) == DistanceLanes.isNarrow(theirs);
        if (!sameWidth || !adoptShorter(block, theirs)) {
            row.widen(block);
            adoptShorter(block, DistanceLanes.widened(theirs));
        }
        if (changes != null && changes.count() != 0) {
            out.routesChanged(changes);
            changes.clear();
        }
    }

    /**
     * Adopts the offers of a block that are shorter, comparing all lanes of a word at once: with the guard bit set, the own
     * distance less the offer less one keeps that bit exactly if the offer is shorter. An offer of their own entry, a distance
     * of 1, is no exception: a neighbour has its entry at that distance already.
     *
     * @return false if an offer does not fit lanes of 8 bits; what was adopted before it stays adopted
     */
    private boolean adoptShorter(int block, long[] theirs) {
        long[] own = row.distances(block);
        boolean narrow = DistanceLanes.isNarrow(own);
        long twos = 2 * DistanceLanes.ones(own);
        long guards = DistanceLanes.guards(own);
        boolean fits = true;
        int added = NONE_OPENED;
        for (int word = 0; word < own.length && fits; word++) {
            long shorter = (own[word] | guards) - (theirs[word] + twos) & guards;
            if (shorter != 0) {
                fits = !narrow || (theirs[word] + TOO_LONG & shorter) == 0;
                if (fits) {
                    if (added == NONE_OPENED) {
                        row.open(block);
                        own = row.distances(block);
                        added = 0;
                    }
                    added += adopt(block, own, word, theirs[word], shorter);
                }
            }
        }
        if (added != NONE_OPENED) {
            row.changed(block, added);
        }
        return fits;
    }

    /**
     * Adopts the offers in one word.
     *
     * @param shorter the guard bits of the lanes that are to be adopted
     * @return how many more routes that makes
     */
    private int adopt(int block, long[] own, int word, long theirs, long shorter) {
        int bits = DistanceLanes.bits(own);
        long lane = (1L << bits) - 1;
        long lanes = shorter - (shorter >>> bits - 1);
        long old = own[word];
        long offered = theirs + DistanceLanes.ones(own);
        own[word] = old ^ (old ^ offered) & lanes;
        int added = 0;
        for (long left = shorter; left != 0; left &= left - 1) {
            int shift = Long.numberOfTrailingZeros(left) - (bits - 1);
            int position = (word << 6) + shift >> (bits == 8 ? 3 : 4);
            added += note(block, position, (int) (old >>> shift & lane), (int) (offered >>> shift & lane), bits);
        }
        return added;
    }

    private int note(int block, int position, int oldLane, int distance, int bits) {
        if (changes == null) {
            changes = new RouteChanges(neighbours.id(slot), RouteBlocks.BLOCK_LENGTH);
        }
        char[] slots = row.slots(block);
        boolean isNew = oldLane == (bits == 8 ? DistanceLanes.NARROW_NONE : RouteTable.NO_DISTANCE);
        changes.add(
                (block << RouteBlocks.BLOCK_SHIFT) + position,
                isNew ? RouteView.NO_ROUTE : neighbours.id(slots[position]),
                isNew ? RouteView.NO_ROUTE : oldLane,
                distance);
        slots[position] = (char) slot;
        return isNew ? 1 : 0;
    }
}
