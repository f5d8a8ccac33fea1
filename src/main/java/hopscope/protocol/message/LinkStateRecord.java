package hopscope.protocol.message;

import java.util.Arrays;

/** What a node says about its own links: its neighbours with costs, as of a sequence number. Immutable. */
public final class LinkStateRecord {
    /** What {@link #cost} answers for a node that is not listed. */
    public static final int NOT_LISTED = -1;

    private static final int FIXED_LENGTH_BYTES = 4 + 4 + 2;
    private static final int LENGTH_BYTES_PER_NEIGHBOUR = 4 + 4;

    private final int origin;
    private final int sequence;
    private final int[] neighbours;
    private final int[] costs;

    /**
     * @param origin the node that speaks
     * @param sequence newer records have larger numbers, from 1
     * @param neighbours ids, strictly ascending, at most 65,535; owned by the record from now on
     * @param costs one per neighbour, at least 1; owned by the record from now on
     */
    public LinkStateRecord(int origin, int sequence, int[] neighbours, int[] costs) {
        this.origin = origin;
        this.sequence = sequence;
        this.neighbours = neighbours;
        this.costs = costs;
    }

    /** The node that speaks. */
    public int origin() {
        return origin;
    }

    /** Newer records of one origin have larger numbers. */
    public int sequence() {
        return sequence;
    }

    /** Number of neighbours listed. */
    public int degree() {
        return neighbours.length;
    }

    /** The neighbour at an index, ascending by id. */
    public int neighbour(int index) {
        return neighbours[index];
    }

    /** The cost of the link to the neighbour at an index. */
    public int costAt(int index) {
        return costs[index];
    }

    /** The cost of the link to a node, or {@link #NOT_LISTED}; O(log degree). */
    public int cost(int node) {
        int index = Arrays.binarySearch(neighbours, node);
        return index < 0 ? NOT_LISTED : costs[index];
    }

    /** Length of the encoded record in bytes. */
    public int lengthBytes() {
        return FIXED_LENGTH_BYTES + LENGTH_BYTES_PER_NEIGHBOUR * neighbours.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkStateRecord that
                && origin == that.origin
                && sequence == that.sequence
                && Arrays.equals(neighbours, that.neighbours)
                && Arrays.equals(costs, that.costs);
    }

    @Override
    public int hashCode() {
        return 31 * origin + sequence;
    }

    @Override
    public String toString() {
        return "LinkStateRecord[origin=" + origin + ", sequence=" + sequence + ", neighbours="
                + Arrays.toString(neighbours) + ", costs=" + Arrays.toString(costs) + "]";
    }
}
