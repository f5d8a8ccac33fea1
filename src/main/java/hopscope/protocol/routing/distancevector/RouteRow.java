package hopscope.protocol.routing.distancevector;

import hopscope.protocol.message.RouteTable;
import hopscope.protocol.message.TableShares;
import java.util.Arrays;

/**
 * A node's packed routes, in blocks that are shared with the messages that carry them (copy on write). Layout of an entry
 * and of the blocks: see {@link RouteTable}.
 */
final class RouteRow {
    private final int self;
    private int[][] blocks;

    /** By block: the version at which it changed last; 0 for those that never did. */
    private long[] blockVersions;

    /** The messages that look at the two arrays above. */
    private TableShares shares = new TableShares();

    /** Blocks that have not changed since this version may be shared with messages that nobody gave back. */
    private long sharedVersion = RouteTable.NO_VERSION;

    private int routeCount;
    private long version = RouteTable.NO_VERSION + 1;

    RouteRow(int self) {
        this.self = self;
        int own = self >> RouteTable.BLOCK_SHIFT;
        this.blocks = new int[own + 1][];
        this.blockVersions = new long[own + 1];
        Arrays.fill(blocks, RouteTable.NO_ROUTES);
        blocks[own] = RouteTable.NO_ROUTES.clone();
        blockVersions[own] = version;
        // Distance 0 to oneself: no neighbour can ever offer less, so merging needs no special case.
        blocks[own][self & RouteTable.BLOCK_MASK] = 0;
    }

    /** The packed entry of a destination. */
    int entry(int destination) {
        int block = destination >> RouteTable.BLOCK_SHIFT;
        return block < blocks.length ? blocks[block][destination & RouteTable.BLOCK_MASK] : RouteTable.NO_ROUTE;
    }

    /** Routes in the row, without the one to oneself. */
    int routeCount() {
        return routeCount;
    }

    /** The entries of a block below the length that was {@linkplain #ensureBlocks ensured}; not to be changed. */
    int[] block(int block) {
        return blocks[block];
    }

    /** Makes room for so many blocks. */
    void ensureBlocks(int count) {
        int old = blocks.length;
        if (count > old) {
            unshare();
            blocks = Arrays.copyOf(blocks, count);
            blockVersions = Arrays.copyOf(blockVersions, count);
            Arrays.fill(blocks, old, count, RouteTable.NO_ROUTES);
        }
    }

    /** From here on the arrays of blocks are the row's alone; the blocks themselves are only if they change. */
    private void unshare() {
        if (shares.any()) {
            blocks = blocks.clone();
            blockVersions = blockVersions.clone();
            shares = new TableShares();
            sharedVersion = version;
        }
    }

    /** Sets an entry; O(length of a block). */
    void set(int destination, int entry) {
        int block = destination >> RouteTable.BLOCK_SHIFT;
        ensureBlocks(block + 1);
        int[] entries = blocks[block].clone();
        int at = destination & RouteTable.BLOCK_MASK;
        int added = count(entry) - count(entries[at]);
        entries[at] = entry;
        setBlock(block, entries, added);
    }

    private static int count(int entry) {
        return RouteTable.isRoute(entry) ? 1 : 0;
    }

    /**
     * Changes a block.
     *
     * @param entries what it is to hold; copied
     * @param added how many more routes that makes
     */
    void setBlock(int block, int[] entries, int added) {
        unshare();
        if (blockVersions[block] > sharedVersion) {
            System.arraycopy(entries, 0, blocks[block], 0, RouteTable.BLOCK_LENGTH);
        } else {
            blocks[block] = entries.clone();
        }
        routeCount += added;
        blockVersions[block] = ++version;
    }

    /** The row as a message; it stays as it is now until it is released. */
    RouteTable toMessage(boolean answerWanted, int[] nextHops) {
        return new RouteTable(self, answerWanted, blocks, blockVersions, nextHops, routeCount, version, shares);
    }
}
