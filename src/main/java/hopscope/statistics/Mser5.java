package hopscope.statistics;

/**
 * Where the initial transient of a series ends, by the rule MSER-5: the series is averaged in batches of five, and so many
 * batches are cut off at its beginning that the standard error of the mean of the rest is smallest (K. Preston White, M.
 * Cobb and S. Spratt, "A comparison of five steady-state truncation heuristics for simulation", Winter Simulation
 * Conference 2000). At most half of the batches may go: a minimum at that end says that the series has not settled.
 *
 * @param cut observations to leave out at the beginning, a multiple of five
 * @param isSettled whether the minimum lies within the range searched, not at its end
 */
public record Mser5(int cut, boolean isSettled) {
    /** Observations of a batch. */
    public static final int BATCH = 5;

    /** With fewer, the sum of squares of the few batches that are left would be a matter of luck. */
    private static final int FEWEST_BATCHES = 10;

    /**
     * Applies the rule; O(n).
     *
     * @param series in order; not changed. Observations after the last whole batch do not count. One of fewer than 50 has
     *     not settled
     */
    public static Mser5 of(double[] series) {
        int batches = series.length / BATCH;
        if (batches < FEWEST_BATCHES) {
            return new Mser5(0, false);
        }
        double[] means = new double[batches];
        for (int b = 0; b < batches; b++) {
            double sum = 0;
            for (int i = 0; i < BATCH; i++) {
                sum += series[b * BATCH + i];
            }
            means[b] = sum / BATCH;
        }
        int best = smallest(means);
        return new Mser5(best * BATCH, best < batches / 2);
    }

    /** How many batches to cut: at most half; the fewest of those that are equally good. */
    private static int smallest(double[] means) {
        int batches = means.length;
        double mean = 0;
        double squares = 0;
        double[] statistics = new double[batches / 2 + 1];
        for (int k = batches - 1; k >= 0; k--) {
            // Welford's update from the end: exact differences instead of the difference of two large sums.
            int count = batches - k;
            double before = means[k] - mean;
            mean += before / count;
            squares += before * (means[k] - mean);
            if (k <= batches / 2) {
                statistics[k] = squares / ((double) count * count);
            }
        }
        int best = 0;
        for (int k = 1; k < statistics.length; k++) {
            best = statistics[k] < statistics[best] ? k : best;
        }
        return best;
    }
}
