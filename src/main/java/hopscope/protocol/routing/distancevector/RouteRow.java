package hopscope.protocol.routing.distancevector;

import hopscope.protocol.message.RouteBlocks;
import hopscope.protocol.message.RouteTable;

/** A node's routes, shared with the messages that carry them (copy on write). */
final class RouteRow {
    private final int self;
    private RouteBlocks blocks;
    private int routeCount;
    private long version = RouteTable.NO_VERSION;

    RouteRow(int self) {
        this.self = self;
        this.blocks = RouteBlocks.empty(0);
        // Distance 0 to oneself: no neighbour can ever offer less, so merging needs no special case.
        change(self, 0);
    }

    /** The packed entry of a destination, see {@link RouteTable}. */
    int entry(int destination) {
        return isInside(destination) ? blocks.entry(destination) : RouteTable.NO_ROUTE;
    }

    /** The distance of a destination, or {@link RouteTable#NO_DISTANCE}. */
    int distance(int destination) {
        return isInside(destination) ? blocks.distance(destination) : RouteTable.NO_DISTANCE;
    }

    private boolean isInside(int destination) {
        return destination >> RouteBlocks.BLOCK_SHIFT < blocks.count();
    }

    /** Routes in the row, without the one to oneself. */
    int routeCount() {
        return routeCount;
    }

    /** What it holds, to be looked at. */
    RouteBlocks blocks() {
        return blocks;
    }

    /** Makes room for so many blocks. */
    void ensureBlocks(int count) {
        if (count > blocks.count()) {
            blocks = blocks.copy(count);
        }
    }

    /** What it holds, to be changed: no message looks at it. */
    RouteBlocks open() {
        if (blocks.isShared()) {
            blocks = blocks.copy(blocks.count());
        }
        return blocks;
    }

    /** A block that was opened has changed; {@code added} is by how many routes there are more. */
    void changed(int block, int added) {
        routeCount += added;
        blocks.setVersion(block, ++version);
    }

    /** Sets an entry. */
    void set(int destination, int entry) {
        routeCount += count(entry) - count(entry(destination));
        change(destination, entry);
    }

    private static int count(int entry) {
        return RouteTable.isRoute(entry) ? 1 : 0;
    }

    private void change(int destination, int entry) {
        int block = destination >> RouteBlocks.BLOCK_SHIFT;
        ensureBlocks(block + 1);
        open().set(destination, entry);
        changed(block, 0);
    }

    /** The row as a message; it stays as it is now until it is released. */
    RouteTable toMessage(boolean answerWanted, int[] nextHops) {
        return new RouteTable(self, answerWanted, blocks, nextHops, routeCount, version);
    }
}
