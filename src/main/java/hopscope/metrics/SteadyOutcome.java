package hopscope.metrics;

import java.util.List;

/**
 * The part of a run after its warm-up.
 *
 * @param warmUpSeconds how long the warm-up took; NaN if it was not over before the end
 * @param measuredSeconds how long the run went on; NaN likewise
 * @param intervals confidence intervals by batch means; none if the warm-up was not over
 */
public record SteadyOutcome(double warmUpSeconds, double measuredSeconds, List<Interval> intervals) {
    public SteadyOutcome {
        intervals = List.copyOf(intervals);
    }

    /**
     * The mean of a quantity in this run alone, see {@link hopscope.statistics.BatchMeans}.
     *
     * @param quantity its name in results
     * @param unit its unit, {@code 1} for a ratio
     * @param batches number of batches
     * @param batchSize observations in each: messages, or thousandths of the run; 0 for fewer observations than batches
     * @param mean of the batches; NaN for none
     * @param halfWidth half the width of the 95 % confidence interval
     * @param lagOneCorrelation of neighbouring batches
     * @param pIndependent how probable so much of it is if there were none
     */
    public record Interval(
            String quantity,
            String unit,
            int batches,
            int batchSize,
            double mean,
            double halfWidth,
            double lagOneCorrelation,
            double pIndependent) {
        /** Below this probability, batches are taken to depend on each other. */
        private static final double LEVEL = 0.05;

        static Interval none(String quantity, String unit, int batches) {
            return new Interval(quantity, unit, batches, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }

        /** Whether the batches are too short for the interval to be trusted. */
        public boolean isCorrelated() {
            return pIndependent < LEVEL;
        }
    }
}
