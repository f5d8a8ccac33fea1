package hopscope.check;

/**
 * The mean of one metric over runs.
 *
 * @param value of the runs that have one; NaN if none has
 * @param count runs with a value
 * @param missing runs without
 */
public record Mean(double value, int count, int missing) {
    /** The mean of samples, NaN for a missing one. */
    static Mean of(double[] samples) {
        double sum = 0;
        int count = 0;
        for (double sample : samples) {
            if (!Double.isNaN(sample)) {
                sum += sample;
                count++;
            }
        }
        return new Mean(count == 0 ? Double.NaN : sum / count, count, samples.length - count);
    }

    /** Runs in all. */
    public int runs() {
        return count + missing;
    }
}
