package hopscope.protocol.message;

import java.util.Arrays;

/**
 * The distances of {@value RouteBlocks#BLOCK_LENGTH} destinations side by side in {@code long} words: lanes of 8 bits (32
 * words) or 16 bits (64 words), the first in the lowest bits. The uppermost bit of each lane is 0, so that lanes can be
 * subtracted from each other all at once without borrowing from their neighbours (Lamport, "Multiple Byte Processing with
 * Full-Word Instructions", CACM 18(8), 1975).
 */
public final class DistanceLanes {
    /**
     * The largest distance in a lane of 8 bits. One and two more still fit, so that an offer of one hop more can be compared,
     * and is shorter than {@link #NARROW_NONE}.
     */
    public static final int MAX_NARROW_DISTANCE = 124;

    /** What stands for no route in a lane of 8 bits; two more just do not overflow. */
    public static final int NARROW_NONE = 126;

    private static final int NARROW_WORDS = RouteBlocks.BLOCK_LENGTH / 8;
    private static final int WIDE_WORDS = RouteBlocks.BLOCK_LENGTH / 4;
    /** 1 in each lane of 8 bits. */
    public static final long NARROW_ONES = 0x0101_0101_0101_0101L;

    private static final long WIDE_ONES = 0x0001_0001_0001_0001L;

    private DistanceLanes() {}

    /** Narrow lanes that all stand for no route. */
    static long[] none() {
        long[] lanes = new long[NARROW_WORDS];
        Arrays.fill(lanes, NARROW_NONE * NARROW_ONES);
        return lanes;
    }

    /** Bits of each lane: 8 or 16. */
    public static int bits(long[] lanes) {
        return isNarrow(lanes) ? 8 : 16;
    }

    /** Whether lanes have 8 bits. */
    public static boolean isNarrow(long[] lanes) {
        return lanes.length == NARROW_WORDS;
    }

    /** A word with 1 in each lane. */
    public static long ones(long[] lanes) {
        return isNarrow(lanes) ? NARROW_ONES : WIDE_ONES;
    }

    /** A word with the uppermost bit of each lane. */
    public static long guards(long[] lanes) {
        return ones(lanes) << bits(lanes) - 1;
    }

    /** The distance at a position, or {@link RouteTable#NO_DISTANCE}. */
    public static int get(long[] lanes, int position) {
        if (isNarrow(lanes)) {
            int distance = (int) (lanes[position >> 3] >>> ((position & 7) << 3)) & 0x7F;
            return distance == NARROW_NONE ? RouteTable.NO_DISTANCE : distance;
        }
        return (int) (lanes[position >> 2] >>> ((position & 3) << 4)) & 0x7FFF;
    }

    /** Sets the distance at a position, or {@link RouteTable#NO_DISTANCE}; it must fit. */
    public static void set(long[] lanes, int position, int distance) {
        boolean narrow = isNarrow(lanes);
        int word = narrow ? position >> 3 : position >> 2;
        int shift = narrow ? (position & 7) << 3 : (position & 3) << 4;
        long value = narrow && distance == RouteTable.NO_DISTANCE ? NARROW_NONE : distance;
        long mask = narrow ? 0xFFL : 0xFFFFL;
        lanes[word] = lanes[word] & ~(mask << shift) | value << shift;
    }

    /** The same distances in lanes of 16 bits; new, unless they are so already. */
    public static long[] widened(long[] lanes) {
        if (!isNarrow(lanes)) {
            return lanes;
        }
        long[] wide = new long[WIDE_WORDS];
        for (int position = 0; position < RouteBlocks.BLOCK_LENGTH; position++) {
            set(wide, position, get(lanes, position));
        }
        return wide;
    }
}
