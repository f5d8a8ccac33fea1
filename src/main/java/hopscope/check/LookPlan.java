package hopscope.check;

import java.util.ArrayList;
import java.util.List;

/**
 * After how many replications the check looks, and how much of its error rate each look may spend. Looking several times
 * and stopping at what one likes would make errors more frequent than stated. Therefore the looks are fixed beforehand
 * and share the rate in proportion to their sizes; by Bonferroni's inequality all of them together err no more often than
 * stated, and the last one, which has most to go by, keeps half of it.
 *
 * @param sizes numbers of replications, ascending; each is twice the one before but for the last
 * @param errorRate probability of a wrong decision over all looks, above 0, below 1
 */
public record LookPlan(List<Integer> sizes, double errorRate) {
    /** Once in twenty checks of changed but no worse code, at most. */
    public static final double STANDARD_ERROR_RATE = 0.05;

    public LookPlan {
        sizes = List.copyOf(sizes);
    }

    /**
     * Looks from a first size to a cap, at the standard error rate.
     *
     * @param first replications at the first look, at least 1
     * @param cap replications at the last look; the only one if it is not more than {@code first}
     */
    public static LookPlan of(int first, int cap) {
        List<Integer> sizes = new ArrayList<>();
        for (long size = first; size < cap; size *= 2) {
            sizes.add((int) size);
        }
        sizes.add(cap);
        return new LookPlan(sizes, STANDARD_ERROR_RATE);
    }

    /** The error rate that a look may spend; by its index from 0. */
    public double level(int look) {
        double all = sizes.stream().mapToDouble(Integer::doubleValue).sum();
        return errorRate * sizes.get(look) / all;
    }
}
