package hopscope.protocol.wire;

import hopscope.protocol.message.RouteTable;
import java.util.Arrays;

/** Reads a distance-vector table into packed form, giving slots to next hops in the order in which they appear. */
final class RouteTableDecoder {
    private static final int ENTRY_LENGTH_BYTES = 10;
    private static final int NO_SLOT = -1;

    private final BodyReader in;
    private int[] row = {};
    private int[] nextHops = {};
    private int[] slotOfNextHop = {};
    private int slots;

    private RouteTableDecoder(BodyReader in) {
        this.in = in;
    }

    static RouteTable decode(BodyReader in) {
        return new RouteTableDecoder(in).table();
    }

    private RouteTable table() {
        boolean answerWanted = in.flag();
        int owner = in.nodeId();
        int count = in.count(in.i32(), ENTRY_LENGTH_BYTES);
        int previous = -1;
        for (int i = 0; i < count && !in.failed(); i++) {
            int destination = in.nodeId();
            int nextHop = in.nodeId();
            int distance = in.inRange(in.u16(), 1, RouteTable.MAX_DISTANCE);
            // Strictly ascending destinations: none twice, and the largest comes last.
            in.require(destination > previous && destination != owner && nextHop != owner);
            previous = destination;
            if (!in.failed()) {
                put(destination, distance << 16 | slotOf(nextHop));
            }
        }
        int[] exactRow = Arrays.copyOf(row, previous + 1);
        return new RouteTable(owner, answerWanted, exactRow, nextHops, count, RouteTable.NO_VERSION);
    }

    private void put(int destination, int entry) {
        if (destination >= row.length) {
            int old = row.length;
            row = Arrays.copyOf(row, Math.max(destination + 1, 2 * old));
            Arrays.fill(row, old, row.length, RouteTable.NO_ROUTE);
        }
        row[destination] = entry;
    }

    private int slotOf(int nextHop) {
        if (nextHop >= slotOfNextHop.length) {
            int old = slotOfNextHop.length;
            slotOfNextHop = Arrays.copyOf(slotOfNextHop, Math.max(nextHop + 1, 2 * old));
            Arrays.fill(slotOfNextHop, old, slotOfNextHop.length, NO_SLOT);
        }
        if (slotOfNextHop[nextHop] == NO_SLOT) {
            in.require(slots <= RouteTable.SLOT_MASK);
            if (in.failed()) {
                return 0;
            }
            if (slots == nextHops.length) {
                nextHops = Arrays.copyOf(nextHops, Math.max(8, 2 * slots));
            }
            nextHops[slots] = nextHop;
            slotOfNextHop[nextHop] = slots++;
        }
        return slotOfNextHop[nextHop];
    }
}
