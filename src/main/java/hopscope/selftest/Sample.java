package hopscope.selftest;

/** Mean and spread of numbers as they come, by Welford's recurrence (Technometrics 4, 1962). */
final class Sample {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
    }

    long count() {
        return count;
    }

    /** NaN if there is none. */
    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** Unbiased; NaN if there are fewer than two. */
    double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    /** Of the mean; NaN if there are fewer than two. */
    double standardError() {
        return Math.sqrt(variance() / count);
    }
}
