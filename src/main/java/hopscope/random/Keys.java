package hopscope.random;

/**
 * Derives independent 64-bit keys, one for each (seed, purpose, entity). A stream that belongs to one entity never
 * changes because another entity is added or draws more.
 */
public final class Keys {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Keys() {}

    /** The key of one purpose under a seed, for example {@code of(seed, "topology")}. */
    public static long of(long seed, String purpose) {
        long key = mix(seed ^ GOLDEN_GAMMA);
        for (int i = 0; i < purpose.length(); i++) {
            key = mix(key + GOLDEN_GAMMA * (purpose.charAt(i) + 1L));
        }
        return key;
    }

    /** The key of one entity of a purpose: a node, a link direction, a frame. */
    public static long of(long purposeKey, long entity) {
        return mix(purposeKey + GOLDEN_GAMMA * (entity + 1));
    }

    /** The 64-bit finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), variant 13 of Stafford. */
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
