package hopscope.crossval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.random.Keys;
import hopscope.random.RandomStream;
import org.junit.jupiter.api.Test;

class MeanComparisonTest {
    private static final Margin ONE = new Margin(0, 1);
    private static final int TRIALS = 2_000;

    private static double[] normal(RandomStream random, int n, double mean, double sd) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = mean + sd * random.nextGaussian();
        }
        return values;
    }

    /** How often so many runs with these means come to a verdict. */
    private static double rate(Agreement wanted, double difference, double sdReal, int runs) {
        RandomStream random = new RandomStream(Keys.of(7, "rates"));
        int hits = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] simulated = normal(random, 5 * runs, 10, 1);
            double[] real = normal(random, runs, 10 + difference, sdReal);
            hits += MeanComparison.of(simulated, real, ONE).agreement() == wanted ? 1 : 0;
        }
        return (double) hits / TRIALS;
    }

    @Test
    void agreesWithAWorkedExampleOfWelch() {
        double[] simulated = {27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4};
        double[] real = {27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.0, 23.9};
        MeanComparison row = MeanComparison.of(simulated, real, new Margin(0, 5));
        double difference = row.difference();
        double error = Math.sqrt((variance(simulated) + variance(real)) / 15);
        assertThat(difference).isCloseTo(2.7667, within(1e-3));
        // Student's t for 27.7 degrees of freedom at 95 % lies between those of 27 and 28: 1.7033 and 1.7011.
        assertThat((row.high() - row.low()) / 2 / error).isBetween(1.7011, 1.7033);
        assertThat(row.agreement()).isEqualTo(Agreement.EQUIVALENT);
        assertThat(row.p()).isLessThan(MeanComparison.LEVEL);
    }

    private static double variance(double[] values) {
        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        return java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    @Test
    void findsEqualMeansEquivalentMostOfTheTime() {
        assertThat(rate(Agreement.EQUIVALENT, 0, 1, 15)).isGreaterThan(0.9);
    }

    @Test
    void takesMeansAMarginApartForEquivalentAtTheStatedLevelAtMost() {
        // At the margin itself a false "equivalent" comes in 5 of 100; three standard errors of 2,000 trials are 1.5.
        assertThat(rate(Agreement.EQUIVALENT, 1, 1, 15)).isBetween(0.035, 0.065);
        assertThat(rate(Agreement.EQUIVALENT, -1, 0.5, 15)).isBetween(0.035, 0.065);
    }

    @Test
    void callsMeansWithinTheMarginDifferentAtTheStatedLevelAtMost() {
        assertThat(rate(Agreement.DIFFERENT, 1, 1, 15)).isBetween(0.035, 0.065);
        assertThat(rate(Agreement.DIFFERENT, 0.5, 1, 15)).isLessThan(0.01);
    }

    @Test
    void findsMeansFarApartDifferent() {
        assertThat(rate(Agreement.DIFFERENT, 2.5, 1, 10)).isGreaterThan(0.95);
    }

    @Test
    void staysUndecidedWithFewRunsOfMuchSpread() {
        assertThat(rate(Agreement.UNDECIDED, 0, 5, 3)).isGreaterThan(0.9);
    }

    @Test
    void decidesWithoutSpread() {
        assertThat(MeanComparison.of(new double[] {5, 5, 5}, new double[] {6, 6, 6}, ONE)
                        .agreement())
                .isEqualTo(Agreement.EQUIVALENT);
        assertThat(MeanComparison.of(new double[] {5, 5, 5}, new double[] {6.5, 6.5, 6.5}, ONE)
                        .agreement())
                .isEqualTo(Agreement.DIFFERENT);
    }

    @Test
    void staysUndecidedWithTwoRuns() {
        assertThat(MeanComparison.of(new double[] {5, 5, 5}, new double[] {5, 5}, ONE)
                        .agreement())
                .isEqualTo(Agreement.UNDECIDED);
    }

    @Test
    void rejectsValuesThatAreMissingOnOneSideOnly() {
        double[] real = new double[8];
        java.util.Arrays.fill(real, Double.NaN);
        double[] simulated = {1, 2, 3, 4, 5, 6, 7, 8};
        assertThat(MeanComparison.of(simulated, real, ONE).agreement()).isEqualTo(Agreement.DIFFERENT);
        assertThat(MeanComparison.of(real, simulated, ONE).agreement()).isEqualTo(Agreement.DIFFERENT);
    }

    @Test
    void toleratesAFewMissingValues() {
        double[] real = {4, 4, 4, 4, Double.NaN};
        double[] simulated = {4, 4, 4, 4, 4};
        MeanComparison row = MeanComparison.of(simulated, real, ONE);
        assertThat(row.agreement()).isEqualTo(Agreement.EQUIVALENT);
        assertThat(row.measured().missing()).isEqualTo(1);
    }

    @Test
    void takesTheLargerOfShareAndFloor() {
        assertThat(new Margin(0.1, 2).around(100)).isEqualTo(10);
        assertThat(new Margin(0.1, 2).around(-3)).isEqualTo(2);
    }
}
