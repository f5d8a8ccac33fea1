package hopscope.protocol.routing.linkstate;

import java.util.Arrays;

/**
 * An array of ints, none negative, with one special value besides, that takes 16 bits for each as long as all fit: hop counts
 * and the ids of all but very large networks do. A network of n nodes holds n² of each.
 */
final class SmallInts {
    private static final char SPECIAL = 0xFFFF;

    private final int special;

    /** Exactly one of the two is there. */
    private char[] narrow = {};

    private int[] wide;

    /**
     * @param special stands for nothing; what new entries are
     */
    SmallInts(int special) {
        this.special = special;
    }

    int length() {
        return wide == null ? narrow.length : wide.length;
    }

    int get(int index) {
        if (wide != null) {
            return wide[index];
        }
        char value = narrow[index];
        return value == SPECIAL ? special : value;
    }

    void set(int index, int value) {
        if (wide == null && value != special && value >= SPECIAL) {
            widen();
        }
        if (wide == null) {
            narrow[index] = value == special ? SPECIAL : (char) value;
        } else {
            wide[index] = value;
        }
    }

    private void widen() {
        int[] all = new int[narrow.length];
        Arrays.setAll(all, this::get);
        wide = all;
        narrow = null;
    }

    /** Makes it longer. */
    void grow(int length) {
        int old = length();
        if (wide == null) {
            narrow = Arrays.copyOf(narrow, length);
            Arrays.fill(narrow, old, length, SPECIAL);
        } else {
            wide = Arrays.copyOf(wide, length);
            Arrays.fill(wide, old, length, special);
        }
    }
}
