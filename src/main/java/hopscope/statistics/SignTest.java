package hopscope.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The exact sign test: of pairs that differ, how many go one way? With runs that reach something or do not, it is
 * McNemar's test in its exact form.
 */
public final class SignTest {
    private SignTest() {}

    /**
     * How likely so many or more would go this way if both ways were equally likely.
     *
     * @param these pairs that go this way, not negative
     * @param others pairs that go the other way, not negative; ties are counted nowhere
     * @return 1 if there are none
     */
    public static double oneSided(int these, int others) {
        if (these == 0) {
            return 1;
        }
        return 1 - new BinomialDistribution(null, these + others, 0.5).cumulativeProbability(these - 1);
    }

    /** As {@link #oneSided}, for a difference either way: twice the smaller tail, at most 1. */
    public static double twoSided(int these, int others) {
        return Math.min(1, 2 * Math.min(oneSided(these, others), oneSided(others, these)));
    }
}
