package hopscope.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossingsTest {
    private static final Metric METRIC = Metric.CONVERGENCE_OPTIMAL_S;
    private static final int RUNS = 12;

    private static RunSet set(String label, String protocol, double[] values) {
        List<RunSet.Run> runs = new ArrayList<>();
        for (double value : values) {
            double[] all = new double[Metric.values().length];
            Arrays.fill(all, value);
            runs.add(new RunSet.Run(runs.size(), all));
        }
        return new RunSet(List.of(label), protocol, runs);
    }

    /** B less A at each label is the mean given, with noise, part of which all labels share as under common seeds. */
    private static Comparison compare(RandomStream random, List<String> labels, double[] means, double noise) {
        double[] shared = new double[RUNS];
        Arrays.setAll(shared, i -> noise * random.nextGaussian());
        List<Matching.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            double mean = means[i];
            double[] a = new double[RUNS];
            double[] b = new double[RUNS];
            for (int r = 0; r < RUNS; r++) {
                a[r] = 20 + random.nextGaussian();
                b[r] = a[r] + mean + shared[r] + noise * random.nextGaussian();
            }
            List<String> label = List.of(labels.get(i));
            pairs.add(new Matching.Pair(label, set(labels.get(i), "x", a), set(labels.get(i), "y", b)));
        }
        return Comparison.of(new Matching("x", "y", List.of("links.loss"), pairs, 0), List.of(METRIC));
    }

    @Test
    void namesTheCrossingWithItsInterval() {
        RandomStream random = new RandomStream(Keys.of(3, "one"));
        List<Crossing> crossings = compare(random, List.of("0%", "10%", "20%", "40%"), new double[] {-5, -2, 2, 9}, 0.5)
                .crossings();

        assertThat(crossings).hasSize(1);
        Crossing crossing = crossings.get(0);
        assertThat(crossing.at()).isCloseTo(15, within(1.0));
        assertThat(crossing.low()).isBetween(10.0, crossing.at());
        assertThat(crossing.high()).isBetween(crossing.at(), 20.0);
        assertThat(crossing.betterBelow()).as("lower is better, and B is lower").isEqualTo("B");
        assertThat(crossing.render()).startsWith("convergence_optimal_s: B is better below links.loss = 1");
    }

    @Test
    void givesIntervalsThatHoldTheTrueCrossingAsOftenAsStated() {
        RandomStream random = new RandomStream(Keys.of(3, "coverage"));
        int trials = 2_000;
        int found = 0;
        int covered = 0;
        for (int trial = 0; trial < trials; trial++) {
            List<Crossing> crossings = compare(random, List.of("0", "1", "2", "3"), new double[] {-3, -1, 1, 3}, 1)
                    .crossings();
            for (Crossing crossing : crossings) {
                found++;
                covered += crossing.low() <= 1.5 && 1.5 <= crossing.high() ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(trials * 9 / 10);
        // 95 %, less four standard errors of 2,000 trials.
        assertThat((double) covered / found).isBetween(0.93, 0.975);
    }

    @Test
    void takesChanceForNoCrossing() {
        RandomStream random = new RandomStream(Keys.of(3, "none"));
        int trials = 1_000;
        int found = 0;
        for (int trial = 0; trial < trials; trial++) {
            found += compare(random, List.of("0", "1", "2", "3"), new double[] {2, 0.1, 0.1, 2}, 1)
                            .crossings()
                            .isEmpty()
                    ? 0
                    : 1;
        }
        assertThat(found).isLessThan(trials / 20);
    }

    @Test
    void saysFourDigitsOfAPlace() {
        Crossing crossing = new Crossing(
                "links.loss", "%", List.of("*"), "a", "b", Metric.HOPS_MEAN, 14.612345, 13.2, 0.000123456, "B");
        assertThat(crossing.render())
                .isEqualTo(
                        "hops_mean: B is better below links.loss = 14.61%, A above (95 % interval 13.2% to 0.000123%;"
                                + " A a, B b)");
    }

    @Test
    void readsNumbersWithUnits() {
        assertThat(AxisValues.of(List.of("0", "10%", "2.5%")).byLabel())
                .containsEntry("10%", 10.0)
                .containsEntry("2.5%", 2.5);
        AxisValues times = AxisValues.of(List.of("500ms", "2s", "1min"));
        assertThat(times.unit()).isEqualTo("s");
        assertThat(times.byLabel()).containsEntry("500ms", 0.5).containsEntry("1min", 60.0);
        assertThat(AxisValues.of(List.of("none", "cut"))).isNull();
        assertThat(AxisValues.of(List.of("1KB", "2MB")))
                .as("units that do not fit")
                .isNull();
    }
}
