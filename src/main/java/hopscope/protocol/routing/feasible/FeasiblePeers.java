package hopscope.protocol.routing.feasible;

import hopscope.protocol.Deadline;
import hopscope.protocol.message.FeasibleUpdate;
import hopscope.protocol.routing.Neighbours;
import java.util.Arrays;

/**
 * What the neighbours told of their routes, by slot. Whole rows are kept as they came, shared with their sender, and copied
 * only when a change of a few routes is to be written into them.
 */
final class FeasiblePeers {
    private static final long[] NOTHING = {};
    private static final int NOT_HEARD = -1;

    private final Neighbours neighbours;
    private long[][] rows = {};
    private boolean[] owned = {};
    private long[] versions = {};

    /** The neighbour's own sequence number, or {@link #NOT_HEARD}. */
    private int[] sequences = {};

    /** When the neighbour sent all its routes, or {@link Deadline#NONE}. */
    private long[] heardNanos = {};

    private long[] incarnations = {};
    private long[] earlierIncarnations = {};

    FeasiblePeers(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** A neighbour came: it has told nothing yet; O(1) but for growth. */
    void connect(int slot) {
        if (slot >= rows.length) {
            int capacity = Math.max(4, 2 * (slot + 1));
            rows = Arrays.copyOf(rows, capacity);
            owned = Arrays.copyOf(owned, capacity);
            versions = Arrays.copyOf(versions, capacity);
            sequences = Arrays.copyOf(sequences, capacity);
            heardNanos = Arrays.copyOf(heardNanos, capacity);
            incarnations = Arrays.copyOf(incarnations, capacity);
            earlierIncarnations = Arrays.copyOf(earlierIncarnations, capacity);
        }
        forget(slot);
    }

    /** Forgets what a neighbour told, but not which life of it told that. */
    void forget(int slot) {
        rows[slot] = NOTHING;
        owned[slot] = false;
        versions[slot] = FeasibleUpdate.NO_VERSION;
        sequences[slot] = NOT_HEARD;
        heardNanos[slot] = Deadline.NONE;
    }

    /** The life of the neighbour that is known, 0 for none. */
    long incarnation(int slot) {
        return incarnations[slot];
    }

    /** Whether something comes from a life of the neighbour that is over. */
    boolean isEarlierLife(int slot, long incarnation) {
        return incarnation == earlierIncarnations[slot];
    }

    void setIncarnation(int slot, long incarnation) {
        earlierIncarnations[slot] = incarnations[slot];
        incarnations[slot] = incarnation;
    }

    /** Takes a neighbour's own sequence number; answers whether it is news. */
    boolean noteSequence(int slot, int sequence) {
        boolean news = sequence > sequences[slot];
        sequences[slot] = Math.max(sequence, sequences[slot]);
        return news;
    }

    /** The packed route of a neighbour to a destination as it told it last. */
    long entry(int slot, int destination) {
        if (neighbours.id(slot) == destination) {
            return sequences[slot] == NOT_HEARD ? FeasibleUpdate.NO_ROUTE : FeasibleUpdate.entry(sequences[slot], 0);
        }
        long[] row = rows[slot];
        return destination < row.length ? row[destination] : FeasibleUpdate.NO_ROUTE;
    }

    /** All routes of a neighbour as it told them last; not to be changed. */
    long[] row(int slot) {
        return rows[slot];
    }

    /** Whether an update is the one that was taken last, with nothing changed since. */
    boolean repeats(int slot, FeasibleUpdate update) {
        return update.version() != FeasibleUpdate.NO_VERSION && update.version() == versions[slot];
    }

    void setRow(int slot, FeasibleUpdate everything) {
        rows[slot] = everything.row();
        owned[slot] = false;
        versions[slot] = everything.version();
    }

    void setEntry(int slot, int destination, long entry) {
        versions[slot] = FeasibleUpdate.NO_VERSION;
        int length = rows[slot].length;
        if (destination >= length) {
            rows[slot] = Arrays.copyOf(rows[slot], destination + 1 + destination / 8);
            Arrays.fill(rows[slot], length, rows[slot].length, FeasibleUpdate.NO_ROUTE);
            owned[slot] = true;
        } else if (!owned[slot]) {
            rows[slot] = rows[slot].clone();
            owned[slot] = true;
        }
        rows[slot][destination] = entry;
    }

    /** When the neighbour sent all its routes, or {@link Deadline#NONE} if it told nothing since it came. */
    long heardNanos(int slot) {
        return heardNanos[slot];
    }

    void noteHeard(int slot, long nowNanos, boolean everything) {
        if (everything || heardNanos[slot] == Deadline.NONE) {
            heardNanos[slot] = nowNanos;
        }
    }
}
