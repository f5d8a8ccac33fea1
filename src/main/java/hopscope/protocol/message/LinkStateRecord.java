package hopscope.protocol.message;

import java.util.Arrays;
import java.util.StringJoiner;

/** What a node says about its own links: its neighbours with costs, as of a sequence number. Immutable. */
public final class LinkStateRecord {
    /** What {@link #cost} answers for a node that is not listed. */
    public static final int NOT_LISTED = -1;

    private static final int FIXED_LENGTH_BYTES = 4 + 4 + 2;
    private static final int LENGTH_BYTES_PER_NEIGHBOUR = 4 + 4;

    /** Up to so many neighbours are searched one by one. */
    private static final int FEW = 8;

    private final int origin;
    private final int sequence;

    /** Neighbour and cost by turns, in one array: paths are sought by looking at many records, each a visit to memory. */
    private final int[] links;

    /**
     * @param origin the node that speaks
     * @param sequence newer records have larger numbers, from 1
     * @param neighbours ids, strictly ascending, at most 65,535
     * @param costs one per neighbour, at least 1
     */
    public LinkStateRecord(int origin, int sequence, int[] neighbours, int[] costs) {
        this.origin = origin;
        this.sequence = sequence;
        this.links = new int[2 * neighbours.length];
        for (int i = 0; i < neighbours.length; i++) {
            links[2 * i] = neighbours[i];
            links[2 * i + 1] = costs[i];
        }
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
        return links.length >> 1;
    }

    /** The neighbour at an index, ascending by id. */
    public int neighbour(int index) {
        return links[2 * index];
    }

    /** The cost of the link to the neighbour at an index. */
    public int costAt(int index) {
        return links[2 * index + 1];
    }

    /** The cost of the link to a node, or {@link #NOT_LISTED}; O(log degree). */
    public int cost(int node) {
        int from = 0;
        int to = links.length >> 1;
        while (to - from > FEW) {
            int middle = (from + to) >>> 1;
            if (links[2 * middle] <= node) {
                from = middle;
            } else {
                to = middle;
            }
        }
        for (int i = from; i < to; i++) {
            if (links[2 * i] == node) {
                return links[2 * i + 1];
            }
        }
        return NOT_LISTED;
    }

    /** Length of the encoded record in bytes. */
    public int lengthBytes() {
        return lengthBytes(degree());
    }

    /** Length of any encoded record with so many neighbours in bytes. */
    public static int lengthBytes(int degree) {
        return FIXED_LENGTH_BYTES + LENGTH_BYTES_PER_NEIGHBOUR * degree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkStateRecord that
                && origin == that.origin
                && sequence == that.sequence
                && Arrays.equals(links, that.links);
    }

    @Override
    public int hashCode() {
        return 31 * origin + sequence;
    }

    @Override
    public String toString() {
        StringJoiner listed = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < degree(); i++) {
            listed.add(neighbour(i) + ": " + costAt(i));
        }
        return "LinkStateRecord[origin=" + origin + ", sequence=" + sequence + ", costs=" + listed + "]";
    }
}
