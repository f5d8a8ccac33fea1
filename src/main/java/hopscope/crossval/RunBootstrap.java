package hopscope.crossval;

import hopscope.random.Keys;
import hopscope.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * How far the difference of two cumulative distributions may be off, from runs drawn again with replacement (Efron 1979).
 * Whole runs are drawn, because messages of one run share their routes. The figure bounds the error at every value at
 * once. Deterministic: the draws have a fixed key.
 */
final class RunBootstrap {
    private static final int REPETITIONS = 400;
    private static final double CONFIDENCE = 0.95;

    /** The distributions are looked at in so many places at most. */
    private static final int PLACES = 400;

    private RunBootstrap() {}

    /** The error bound; both sides at least two runs and one value. */
    static double error(List<double[]> simulated, List<double[]> measured) {
        double[] places = places(simulated, measured);
        Shares s = new Shares(simulated, places);
        Shares m = new Shares(measured, places);
        RandomStream random = new RandomStream(Keys.of(1, "crossval"));
        double[] errors = new double[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            double[] deviationS = s.deviation(random);
            double[] deviationM = m.deviation(random);
            for (int place = 0; place < places.length; place++) {
                errors[i] = Math.max(errors[i], Math.abs(deviationM[place] - deviationS[place]));
            }
        }
        Arrays.sort(errors);
        return errors[(int) Math.ceil(CONFIDENCE * REPETITIONS) - 1];
    }

    private static double[] places(List<double[]> simulated, List<double[]> measured) {
        double[] all = java.util.stream.Stream.concat(simulated.stream(), measured.stream())
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        int count = Math.min(PLACES, all.length);
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            places[i] = all[(int) ((long) i * all.length / count)];
        }
        return places;
    }

    /** The cumulative counts of each run at each place. */
    private static final class Shares {
        private final int[][] counts;
        private final int[] totals;
        private final int places;

        /** Drawing from n runs understates the spread by (n − 1)/n. */
        private final double widening;

        Shares(List<double[]> runs, double[] places) {
            this.places = places.length;
            this.counts = new int[runs.size()][places.length];
            this.totals = new int[runs.size()];
            this.widening = Math.sqrt(runs.size() / (runs.size() - 1.0));
            for (int run = 0; run < runs.size(); run++) {
                double[] values = runs.get(run).clone();
                Arrays.sort(values);
                totals[run] = values.length;
                int at = 0;
                for (int place = 0; place < places.length; place++) {
                    while (at < values.length && values[at] <= places[place]) {
                        at++;
                    }
                    counts[run][place] = at;
                }
            }
        }

        /** The shares of runs drawn again less those of all runs, at each place. */
        double[] deviation(RandomStream random) {
            int[] times = new int[totals.length];
            for (int i = 0; i < totals.length; i++) {
                times[random.nextInt(totals.length)]++;
            }
            double[] drawn = shares(times);
            Arrays.fill(times, 1);
            double[] all = shares(times);
            for (int place = 0; place < places; place++) {
                drawn[place] = widening * (drawn[place] - all[place]);
            }
            return drawn;
        }

        private double[] shares(int[] times) {
            double[] shares = new double[places];
            double total = 0;
            for (int run = 0; run < totals.length; run++) {
                total += (double) times[run] * totals[run];
                for (int place = 0; place < places; place++) {
                    shares[place] += (double) times[run] * counts[run][place];
                }
            }
            for (int place = 0; total > 0 && place < places; place++) {
                shares[place] /= total;
            }
            return shares;
        }
    }
}
