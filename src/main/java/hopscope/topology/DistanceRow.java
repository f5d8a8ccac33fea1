package hopscope.topology;

import java.util.Arrays;

/**
 * The distances from one node to all: a byte each while that is enough, then two or four. Changed by {@link AllDistances}
 * only.
 */
public final class DistanceRow {
    /** There is no path. */
    static final int UNREACHABLE = -1;

    /** Exactly one of the three is there. */
    private byte[] bytes;

    private short[] shorts;

    private int[] ints;

    /**
     * All unreachable.
     *
     * @param largest distance that it will have to hold, as far as is known; larger ones make it grow
     */
    DistanceRow(int nodes, int largest) {
        if (largest <= Byte.MAX_VALUE) {
            bytes = new byte[nodes];
        } else if (largest <= Short.MAX_VALUE) {
            shorts = new short[nodes];
        } else {
            ints = new int[nodes];
        }
        clear();
    }

    /** Distance to a node, or {@link AllDistances#UNREACHABLE}; O(1). */
    public int get(int node) {
        if (bytes != null) {
            return bytes[node];
        }
        return shorts != null ? shorts[node] : ints[node];
    }

    /**
     * Reads it through, once for each line of memory, so that it is in the cache when entries are looked at here and there.
     *
     * @return nothing that matters
     */
    public int fetch() {
        int all = 0;
        for (int i = 0; bytes != null && i < bytes.length; i += 64) {
            all += bytes[i];
        }
        for (int i = 0; shorts != null && i < shorts.length; i += 32) {
            all += shorts[i];
        }
        for (int i = 0; ints != null && i < ints.length; i += 16) {
            all += ints[i];
        }
        return all;
    }

    /** O(1), but O(nodes) the first time that a distance does not fit. */
    void set(int node, int distance) {
        if (bytes != null && distance <= Byte.MAX_VALUE) {
            bytes[node] = (byte) distance;
        } else {
            setLarge(node, distance);
        }
    }

    private void setLarge(int node, int distance) {
        if (bytes != null) {
            shorts = new short[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                shorts[i] = bytes[i];
            }
            bytes = null;
        }
        if (shorts != null && distance > Short.MAX_VALUE) {
            ints = new int[shorts.length];
            for (int i = 0; i < shorts.length; i++) {
                ints[i] = shorts[i];
            }
            shorts = null;
        }
        if (shorts != null) {
            shorts[node] = (short) distance;
        } else {
            ints[node] = distance;
        }
    }

    /** Makes every node unreachable. */
    void clear() {
        if (bytes != null) {
            Arrays.fill(bytes, (byte) UNREACHABLE);
        } else if (shorts != null) {
            Arrays.fill(shorts, (short) UNREACHABLE);
        } else {
            Arrays.fill(ints, UNREACHABLE);
        }
    }
}
