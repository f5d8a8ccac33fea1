package hopscope.protocol.message;

import java.util.Arrays;

/**
 * Distances by destination, side by side in {@code long} words: lanes of 8 bits or 16 bits, the first of each word in its lowest
 * bits. The uppermost bit of each lane is 0, so that lanes can be subtracted from each other all at once without borrowing
 * from their neighbours (Lamport, "Multiple Byte Processing with Full-Word Instructions", CACM 18(8), 1975).
 */
public final class DistanceLanes {
    /** Bits of a narrow lane. */
    public static final int NARROW = 8;

    /** Bits of a wide lane: any distance fits. */
    public static final int WIDE = 16;

    /**
     * The largest distance in a lane of 8 bits. One and two more still fit, so that an offer of one hop more can be compared,
     * and is shorter than {@link #NARROW_NONE}.
     */
    public static final int MAX_NARROW_DISTANCE = 124;

    /** What stands for no route in a lane of 8 bits; two more just do not overflow. */
    public static final int NARROW_NONE = 126;

    /** 1 in each lane of 8 bits. */
    public static final long NARROW_ONES = 0x0101_0101_0101_0101L;

    private static final long WIDE_ONES = 0x0001_0001_0001_0001L;

    private DistanceLanes() {}

    /** Lanes that all stand for no route. */
    public static long[] none(int lanes, int bits) {
        long[] words = new long[wordOf(lanes, bits)];
        Arrays.fill(words, noneWord(bits));
        return words;
    }

    private static long noneWord(int bits) {
        return bits == NARROW ? NARROW_NONE * NARROW_ONES : RouteTable.NO_DISTANCE * WIDE_ONES;
    }

    /** A longer copy; what is added stands for no route. */
    static long[] copy(long[] words, int lanes, int bits) {
        long[] copy = Arrays.copyOf(words, wordOf(lanes, bits));
        Arrays.fill(copy, words.length, copy.length, noneWord(bits));
        return copy;
    }

    /** The word that holds a lane. */
    public static int wordOf(int lane, int bits) {
        return bits == NARROW ? lane >> 3 : lane >> 2;
    }

    /** A word with 1 in each lane. */
    public static long ones(int bits) {
        return bits == NARROW ? NARROW_ONES : WIDE_ONES;
    }

    /** A word with the uppermost bit of each lane. */
    public static long guards(int bits) {
        return ones(bits) << bits - 1;
    }

    /** The distance in a lane, or {@link RouteTable#NO_DISTANCE}. */
    public static int get(long[] words, int bits, int lane) {
        if (bits == NARROW) {
            int distance = (int) (words[lane >> 3] >>> ((lane & 7) << 3)) & 0x7F;
            return distance == NARROW_NONE ? RouteTable.NO_DISTANCE : distance;
        }
        return (int) (words[lane >> 2] >>> ((lane & 3) << 4)) & 0x7FFF;
    }

    /** Sets the distance in a lane, or {@link RouteTable#NO_DISTANCE}; it must fit. */
    public static void set(long[] words, int bits, int lane, int distance) {
        int word = wordOf(lane, bits);
        int shift = bits == NARROW ? (lane & 7) << 3 : (lane & 3) << 4;
        long value = bits == NARROW && distance == RouteTable.NO_DISTANCE ? NARROW_NONE : distance;
        long mask = (1L << bits) - 1;
        words[word] = words[word] & ~(mask << shift) | value << shift;
    }

    /** Whether a distance fits a narrow lane. */
    public static boolean fitsNarrow(int distance) {
        return distance <= MAX_NARROW_DISTANCE || distance == RouteTable.NO_DISTANCE;
    }
}
