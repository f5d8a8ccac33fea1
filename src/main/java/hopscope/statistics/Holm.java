package hopscope.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction (1979) for several tests at once: rejecting where the adjusted p-value is at most α makes a false
 * rejection anywhere among them with a probability of at most α, whatever depends on what.
 */
public final class Holm {
    private Holm() {}

    /**
     * Adjusted p-values; O(n log n).
     *
     * @param p one for each test; NaN where there was none, which stays NaN and does not count
     * @return a new array in the same order
     */
    public static double[] adjusted(double[] p) {
        List<Integer> order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double[] adjusted = new double[p.length];
        java.util.Arrays.fill(adjusted, Double.NaN);
        double largest = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            int test = order.get(rank);
            largest = Math.max(largest, Math.min(1, (order.size() - rank) * p[test]));
            adjusted[test] = largest;
        }
        return adjusted;
    }
}
