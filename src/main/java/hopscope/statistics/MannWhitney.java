package hopscope.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The test of Mann and Whitney (1947): do values of the second sample tend to be larger than those of the first? Values
 * may be infinite ("never" is larger than any number); equal ones are ties.
 *
 * @param u pairs (first, second) in which the first is larger, ties as half
 * @param p two-sided: exact for small samples without ties, else by the normal approximation with corrections for ties
 *     and continuity
 * @param rankBiserial share of pairs in which the second is larger less the share in which the first is, −1 … 1
 */
public record MannWhitney(double u, double p, double rankBiserial) {
    /** Up to here counting all arrangements takes milliseconds, and their number fits a double. */
    private static final int EXACT_AT_MOST = 50;

    /**
     * Tests; O(nm) and for small samples O(n²(n + m)²).
     *
     * @param first at least one value, no NaN; not changed
     * @param second likewise
     */
    public static MannWhitney of(double[] first, double[] second) {
        double u = 0;
        for (double a : first) {
            for (double b : second) {
                u += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        double pairs = (double) first.length * second.length;
        double[] pooled = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, pooled, first.length, second.length);
        Arrays.sort(pooled);
        double ties = ties(pooled);
        boolean exact = ties == 0 && Math.max(first.length, second.length) <= EXACT_AT_MOST;
        double p = exact ? exact(u, first.length, second.length) : normal(u, first.length, second.length, ties);
        return new MannWhitney(u, p, 1 - 2 * u / pairs);
    }

    /** Σ(t³ − t) over groups of t equal values. */
    private static double ties(double[] ascending) {
        double sum = 0;
        int start = 0;
        for (int i = 1; i <= ascending.length; i++) {
            if (i == ascending.length || ascending[i] != ascending[start]) {
                double t = i - start;
                sum += t * t * t - t;
                start = i;
            }
        }
        return sum;
    }

    private static double normal(double u, double n, double m, double ties) {
        double count = n + m;
        double variance = n * m / 12 * (count + 1 - ties / (count * (count - 1)));
        if (variance <= 0) {
            return 1;
        }
        double distance = Math.max(0, Math.abs(u - n * m / 2) - 0.5);
        double tail = new NormalDistribution(null, 0, 1).cumulativeProbability(-distance / Math.sqrt(variance));
        return Math.min(1, 2 * tail);
    }

    /** Counts in how many of all ways to choose the ranks of the first sample U is as small, or as large, as this. */
    private static double exact(double u, int n, int m) {
        int largest = n * m;
        double[][] ways = new double[n + 1][largest + 1];
        ways[0][0] = 1;
        // The j-th of the pooled values, if it is the k-th chosen, has j − k values of the second sample below it.
        for (int j = 1; j <= n + m; j++) {
            for (int k = Math.min(j, n); k >= 1; k--) {
                int below = j - k;
                for (int sum = below; below <= m && sum <= largest; sum++) {
                    ways[k][sum] += ways[k - 1][sum - below];
                }
            }
        }
        double all = Arrays.stream(ways[n]).sum();
        int smaller = (int) Math.min(u, largest - u);
        double tail = 0;
        for (int sum = 0; sum <= smaller; sum++) {
            tail += ways[n][sum];
        }
        return Math.min(1, 2 * tail / all);
    }
}
