package hopscope.check;

import hopscope.scenario.Metric;
import hopscope.scenario.Metric.Better;
import hopscope.statistics.MeanDifference;
import hopscope.statistics.SignTest;
import java.util.Arrays;

/**
 * What the runs say about one metric of one protocol, before anything is decided.
 *
 * <p>Replication r of the baseline and of now met the same network, faults and arrivals, so they are compared in pairs:
 * what both have in common takes no part in the spread. Where a change of behaviour leaves nothing in common, pairs are as
 * good as independent samples. If nothing changed but the dice, both members of a pair have the same distribution and
 * their difference is symmetric about 0, however skewed the metric is: the case in which the t-test is at its most
 * faithful.
 *
 * @param measure what is weighed
 * @param before mean in the baseline
 * @param after mean now
 * @param identical whether every run has the same value
 * @param lost pairs that had a value and have none now
 * @param won pairs that had none and have one now
 * @param worsening mean difference of the pairs with two values, positive if it got worse; {@code null} for fewer than two
 *     such pairs, and for a metric without direction
 * @param margin how much worse still counts as equivalent, in the metric's unit
 * @param pWorse small if the runs speak for "worse by more than the margin"; 1 where nothing speaks for it
 * @param pNoWorse small if they speak for "worse by less than the margin, or better"
 */
record Evidence(
        Measure measure,
        Mean before,
        Mean after,
        boolean identical,
        int lost,
        int won,
        MeanDifference worsening,
        double margin,
        double pWorse,
        double pNoWorse) {

    /** Which metric it is, of the whole run or of a fault. */
    Metric metric() {
        return measure.metric();
    }

    /**
     * Weighs a measure.
     *
     * @param before by replication, NaN where there is no value
     * @param after likewise, as many
     */
    static Evidence of(Measure measure, double[] before, double[] after, double margin) {
        Metric metric = measure.metric();
        Mean old = Mean.of(before);
        Mean now = Mean.of(after);
        boolean identical = Arrays.equals(before, after);
        if (identical || metric.better() == Better.NEITHER) {
            return new Evidence(measure, old, now, identical, 0, 0, null, margin, 1, 0);
        }
        int lost = 0;
        int won = 0;
        double[] worse = new double[before.length];
        int pairs = 0;
        for (int r = 0; r < before.length; r++) {
            double change = metric.better() == Better.LOWER ? after[r] - before[r] : before[r] - after[r];
            if (!Double.isNaN(change)) {
                worse[pairs++] = change;
            } else if (!Double.isNaN(before[r])) {
                lost++;
            } else if (!Double.isNaN(after[r])) {
                won++;
            }
        }
        MeanDifference worsening = pairs < 2 ? null : MeanDifference.paired(Arrays.copyOf(worse, pairs));
        double pWorse = pWorse(worsening, pairs, margin);
        if (lost + won > 0) {
            // Two ways to be worse, each with half of the metric's share of errors.
            pWorse = Math.min(1, 2 * Math.min(pWorse, SignTest.oneSided(lost, won)));
        }
        double pNoWorse = lost > won ? 1 : pNoWorse(worsening, pairs, margin);
        return new Evidence(measure, old, now, false, lost, won, worsening, margin, pWorse, pNoWorse);
    }

    private static double pWorse(MeanDifference worsening, int pairs, double margin) {
        return worsening == null ? 1 : atLeastBySigns(worsening, worsening.pAbove(margin), pairs);
    }

    private static double pNoWorse(MeanDifference worsening, int pairs, double margin) {
        if (worsening == null) {
            return pairs == 0 ? 0 : 1; // without any pair, what was won speaks for itself
        }
        if (worsening.standardError() == 0 && worsening.difference() == 0) {
            return 0;
        }
        return atLeastBySigns(worsening, worsening.pBelow(margin), pairs);
    }

    /** Differences that are all the same have no spread to test by; their signs still have a probability. */
    private static double atLeastBySigns(MeanDifference worsening, double p, int pairs) {
        return worsening.standardError() == 0 ? Math.max(p, SignTest.oneSided(pairs, 0)) : p;
    }
}
