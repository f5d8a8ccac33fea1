package hopscope.simulation;

/** The standard normal distribution, to about 15 digits, the same on every JDK. */
final class StandardNormal {
    /** Below 2^-53, what {@code RandomStream} can draw, no score lies farther out. */
    static final double SCORE_MAX = 8.6;

    private static final double SERIES_UP_TO = 3;
    private static final int FRACTION_DEPTH = 120;
    private static final int BISECTIONS = 60;

    /** The count of scores that is asked for most: they are computed once, a quarter of a million evaluations. */
    static final int USUAL_COUNT = 4_096;

    /** Filled when first used. */
    private static final class Usual {
        private static final double[] SCORES = computeScores(USUAL_COUNT);
    }

    private StandardNormal() {}

    /** Probability to be at most {@code z}; accurate in both tails. */
    static double share(double z) {
        if (z < -SERIES_UP_TO) {
            return tail(-z);
        }
        if (z > SERIES_UP_TO) {
            return 1 - tail(z);
        }
        // Marsaglia, Evaluating the normal distribution (Journal of Statistical Software 11, 2004).
        double term = z;
        double sum = z;
        for (int i = 3; sum + term != sum; i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return 0.5 + sum * density(z);
    }

    /** Probability to be above {@code z} from 3 on: Laplace's continued fraction. */
    private static double tail(double z) {
        double fraction = z;
        for (int i = FRACTION_DEPTH; i > 0; i--) {
            fraction = z + i / fraction;
        }
        return density(z) / fraction;
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    }

    /** The score that a share lies at or below; by bisection, so not for each frame. */
    static double score(double share) {
        double low = -SCORE_MAX;
        double high = SCORE_MAX;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (share(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * Scores that stand for equal shares of the distribution: the middles of {@code count} of them, ascending.
     *
     * @return not to be changed
     */
    static double[] scores(int count) {
        return count == USUAL_COUNT ? Usual.SCORES : computeScores(count);
    }

    private static double[] computeScores(int count) {
        double[] scores = new double[count];
        for (int i = 0; i < count; i++) {
            scores[i] = score((i + 0.5) / count);
        }
        return scores;
    }
}
