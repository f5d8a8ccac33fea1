package hopscope.random;

/**
 * A small seeded generator: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) with its own bounded and real-valued draws,
 * so that every draw is the same on every JDK. Not for secrets. Not thread-safe; 24 bytes.
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double DOUBLE_UNIT = 0x1.0p-53;

    private long state;

    /** A stream that starts at a key, see {@link Keys}. */
    public RandomStream(long key) {
        this.state = key;
    }

    /** Starts again at another key; lets one object serve many short streams. */
    public void restart(long key) {
        this.state = key;
    }

    /** 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return Keys.mix(state);
    }

    /**
     * What {@link #nextInt} will answer after so many draws of one number each, but for one case in {@code 2^32 / bound}, in
     * which it draws again. Draws nothing.
     *
     * @param bound 1 … 2^31-1
     */
    public int likelyInt(int draws, int bound) {
        return (int) ((Keys.mix(state + (draws + 1) * GOLDEN_GAMMA) >>> 32) * bound >>> 32);
    }

    /**
     * A uniform integer in {@code [0, bound)} without modulo bias (multiply and reject, Lemire 2019).
     *
     * @param bound 1 … 2^31-1
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, not " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        if (Integer.compareUnsigned((int) product, bound) < 0) {
            int threshold = Integer.remainderUnsigned(-bound, bound);
            while (Integer.compareUnsigned((int) product, threshold) < 0) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /** A uniform real in {@code [0, 1)} with 53 random bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * DOUBLE_UNIT;
    }

    /** A standard exponential, mean 1. */
    public double nextExponential() {
        return -StrictMath.log(1.0 - nextDouble());
    }

    /** A standard normal by Box and Muller (1958); takes two draws and keeps none. */
    public double nextGaussian() {
        double radius = StrictMath.sqrt(-2.0 * StrictMath.log(1.0 - nextDouble()));
        return radius * StrictMath.cos(2.0 * StrictMath.PI * nextDouble());
    }

    /** True with the given probability in parts per million. */
    public boolean nextChance(int partsPerMillion) {
        return nextInt(1_000_000) < partsPerMillion;
    }

    /**
     * A duration spread around its centre: uniform in {@code [centre·(1-share), centre·(1+share)]}.
     *
     * @param centreNanos not negative
     * @param share 0 … 1
     */
    public long jittered(long centreNanos, double share) {
        return (long) (centreNanos * (1.0 + share * (2.0 * nextDouble() - 1.0)));
    }
}
