package hopscope.protocol.routing.distancevector;

import hopscope.protocol.Effects;
import hopscope.protocol.RouteChanges;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.RouteView;
import java.util.Arrays;

/** One table merged into a row, block by block. Lives as long as that takes, so that routers need no memory for it. */
final class TableMerge {
    private final RouteRow row;
    private final Neighbours neighbours;
    private final int slot;
    private final int[] selected = new int[RouteTable.BLOCK_LENGTH];

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
    void merge(RouteTable table, long known, Effects out) {
        row.ensureBlocks(table.blockCount());
        for (int block = 0; block < table.blockCount(); block++) {
            if (table.blockVersion(block) > known && table.block(block) != RouteTable.NO_ROUTES) {
                mergeBlock(block, table.block(block), out);
            }
        }
    }

    private void mergeBlock(int block, int[] theirs, Effects out) {
        int[] own = row.block(block);
        select(own, theirs, slot, selected);
        int first = Arrays.mismatch(own, selected);
        if (first >= 0) {
            int added = noteChanges(block, own, first);
            row.setBlock(block, selected, added);
            out.routesChanged(changes);
        }
    }

    /**
     * The better of two entries each, the own one if they are equally long. Without a branch, a call or a count, so that the
     * compiler makes vector instructions of it: the difference of the distances, shifted, is a mask of ones if the offer is
     * shorter and of zeros if not. An offer of their own entry, a distance of 1, is no exception: the neighbour has its entry
     * at that distance already.
     */
    private static void select(int[] own, int[] theirs, int slot, int[] selected) {
        for (int i = 0; i < RouteTable.BLOCK_LENGTH; i++) {
            int offered = (theirs[i] & RouteTable.DISTANCE_MASK) + RouteTable.ONE_HOP;
            int ifShorter = offered - (own[i] & RouteTable.DISTANCE_MASK) >> Integer.SIZE - 1;
            selected[i] = own[i] ^ (own[i] ^ (offered | slot)) & ifShorter;
        }
    }

    /** Notes what differs from a position on; answers how many routes there are more. */
    private int noteChanges(int block, int[] own, int first) {
        if (changes == null) {
            changes = new RouteChanges(neighbours.id(slot), RouteTable.BLOCK_LENGTH);
        }
        changes.clear();
        int added = 0;
        for (int i = first; i < RouteTable.BLOCK_LENGTH; i++) {
            int old = own[i];
            if (old != selected[i]) {
                boolean isNew = !RouteTable.isRoute(old);
                changes.add(
                        (block << RouteTable.BLOCK_SHIFT) + i,
                        isNew ? RouteView.NO_ROUTE : neighbours.id(old & RouteTable.SLOT_MASK),
                        isNew ? RouteView.NO_ROUTE : RouteTable.distance(old),
                        RouteTable.distance(selected[i]));
                added += isNew ? 1 : 0;
            }
        }
        return added;
    }
}
