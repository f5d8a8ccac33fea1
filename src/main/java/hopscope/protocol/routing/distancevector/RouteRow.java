package hopscope.protocol.routing.distancevector;

import hopscope.protocol.message.RouteTable;
import java.util.Arrays;

/**
 * A node's packed row of routes, shared with the messages that carry it until it is changed (copy on write). Layout of
 * an entry: see {@link RouteTable}.
 */
final class RouteRow {
    private static final int INITIAL_CAPACITY = 8;

    private final int self;
    private int[] entries;
    private boolean shared;
    private int routeCount;
    private long version = RouteTable.NO_VERSION + 1;

    RouteRow(int self) {
        this.self = self;
        this.entries = new int[Math.max(INITIAL_CAPACITY, self + 1)];
        Arrays.fill(entries, RouteTable.NO_ROUTE);
        // Distance 0 to oneself: no neighbour can ever offer less, so merging needs no special case.
        entries[self] = 0;
    }

    /** The packed entry of a destination. */
    int entry(int destination) {
        return destination < entries.length ? entries[destination] : RouteTable.NO_ROUTE;
    }

    /** Routes in the row, without the one to oneself. */
    int routeCount() {
        return routeCount;
    }

    /** Makes room for destinations below {@code length}. */
    void ensureLength(int length) {
        if (length > entries.length) {
            int old = entries.length;
            // Rows grow towards the number of nodes, which is about the largest id seen: no room to spare.
            entries = Arrays.copyOf(entries, length);
            Arrays.fill(entries, old, length, RouteTable.NO_ROUTE);
            shared = false;
        }
    }

    /** Sets an entry. */
    void set(int destination, int entry) {
        ensureLength(destination + 1);
        if (shared) {
            entries = entries.clone();
            shared = false;
        }
        routeCount += count(entry) - count(entries[destination]);
        entries[destination] = entry;
        version++;
    }

    private static int count(int entry) {
        return RouteTable.isRoute(entry) ? 1 : 0;
    }

    /** The row as a message; it stays as it is now. */
    RouteTable toMessage(boolean answerWanted, int[] nextHops) {
        shared = true;
        return new RouteTable(self, answerWanted, entries, nextHops, routeCount, version);
    }
}
