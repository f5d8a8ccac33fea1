package hopscope.protocol.routing;

import java.util.Arrays;

/** Which neighbours are to get every route at the next opportunity, by slot. */
public final class OwedUpdates {
    private boolean[] owed = {};
    private int count;

    /** A neighbour is to get everything; O(1) but for growth. */
    public void add(int slot) {
        if (slot >= owed.length) {
            owed = Arrays.copyOf(owed, Math.max(4, 2 * (slot + 1)));
        }
        count += owed[slot] ? 0 : 1;
        owed[slot] = true;
    }

    /** Every neighbour is to get everything. */
    public void addAll(Neighbours neighbours) {
        for (int i = 0; i < neighbours.count(); i++) {
            add(neighbours.slotAt(i));
        }
    }

    /** Whether a neighbour is to get everything. */
    public boolean contains(int slot) {
        return slot < owed.length && owed[slot];
    }

    /** Takes a neighbour out: it got everything, or it went; answers whether it was to get it. */
    public boolean take(int slot) {
        boolean taken = contains(slot);
        if (taken) {
            owed[slot] = false;
            count--;
        }
        return taken;
    }

    /** Whether nobody is to get anything. */
    public boolean isEmpty() {
        return count == 0;
    }
}
