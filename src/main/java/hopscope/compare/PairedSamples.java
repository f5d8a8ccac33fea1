package hopscope.compare;

import hopscope.scenario.Metric;
import java.util.Map;
import java.util.TreeMap;

/**
 * One metric of two sets, by seed: the runs that met the same draws (common random numbers).
 *
 * @param seeds ascending
 * @param a values of side A in the order of the seeds, NaN where there is none
 * @param b values of side B likewise
 */
record PairedSamples(long[] seeds, double[] a, double[] b) {
    /** Two seeds in common are needed for a spread; one will do where there is no more. */
    private static final int FEWEST = 2;

    /** The runs whose seeds both sides have; {@code null} if there are too few, or a side has a seed twice. */
    static PairedSamples of(RunSet a, RunSet b, Metric metric) {
        Map<Long, Double> bySeedA = bySeed(a, metric);
        Map<Long, Double> bySeedB = bySeed(b, metric);
        if (bySeedA.size() < a.runs().size() || bySeedB.size() < b.runs().size()) {
            return null;
        }
        bySeedA.keySet().retainAll(bySeedB.keySet());
        int count = bySeedA.size();
        if (count < Math.min(FEWEST, Math.max(a.runs().size(), b.runs().size())) || count == 0) {
            return null;
        }
        PairedSamples samples = new PairedSamples(new long[count], new double[count], new double[count]);
        int i = 0;
        for (Map.Entry<Long, Double> entry : bySeedA.entrySet()) {
            samples.seeds[i] = entry.getKey();
            samples.a[i] = entry.getValue();
            samples.b[i++] = bySeedB.get(entry.getKey());
        }
        return samples;
    }

    private static Map<Long, Double> bySeed(RunSet set, Metric metric) {
        Map<Long, Double> values = new TreeMap<>();
        set.runs().forEach(run -> values.put(run.seed(), run.values()[metric.ordinal()]));
        return values;
    }

    /** B less A of the pairs that have both values, by seed. */
    Map<Long, Double> differences() {
        Map<Long, Double> differences = new TreeMap<>();
        for (int i = 0; i < seeds.length; i++) {
            double difference = b[i] - a[i];
            if (!Double.isNaN(difference)) {
                differences.put(seeds[i], difference);
            }
        }
        return differences;
    }
}
