package hopscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import hopscope.scenario.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionTest {
    private static final Repetition RULE = new Repetition(5, 40, Metric.HOPS_MEAN, 0.1);

    @Test
    void looksAtGrowingNumbersUpToTheLargest() {
        assertThat(RULE.looks()).isEqualTo(List.of(5, 8, 12, 17, 26, 38, 40));
        assertThat(new Repetition(2, 4, Metric.HOPS_MEAN, 0.1).looks()).isEqualTo(List.of(2, 3, 4));
        assertThat(Repetition.fixed(7).looks()).isEqualTo(List.of(7));
    }

    @Test
    void takesEqualSamplesForPreciseAndMissingOnesNot() {
        assertThat(RULE.isPrecise(new double[] {3, 3, 3, 3, 3})).isTrue();
        assertThat(RULE.isPrecise(new double[] {3, 3, Double.NaN, 3, 3})).isFalse();
    }

    @Test
    void demandsMoreThanTheIntervalOfASingleLook() {
        // t(4, 0.975) = 2.776: half-width 0.26 of a mean of 3, 8.7 %, which a single look at γ/(1+γ) = 9.1 % would
        // accept.
        double spread = 0.26 / 2.776 * Math.sqrt(5);
        double[] samples = {3 - spread, 3 + spread, 3 - spread, 3 + spread, 3};
        assertThat(RULE.isPrecise(samples)).isFalse();
        assertThat(new Repetition(5, 5, Metric.HOPS_MEAN, 0.1).isPrecise(samples))
                .isTrue();
    }

    /** Law and Kelton's point: the error of the mean at which the rule stops, over many sweeps. */
    @Test
    void errsByMoreThanTheStatedShareInAtMostFivePerCentOfAllCellsInSpiteOfPeeking() {
        int cells = 4_000;
        int wrong = 0;
        int stoppedEarly = 0;
        RandomStream random = new RandomStream(20261122);
        for (int cell = 0; cell < cells; cell++) {
            double[] samples = random(random, 40);
            for (int look : RULE.looks()) {
                double[] seen = java.util.Arrays.copyOf(samples, look);
                if (RULE.isPrecise(seen)) {
                    stoppedEarly += look < 40 ? 1 : 0;
                    double mean = java.util.Arrays.stream(seen).average().orElseThrow();
                    wrong += Math.abs(mean - 10) > 0.1 * 10 ? 1 : 0;
                    break;
                }
            }
        }
        assertThat(stoppedEarly)
                .as("cells that stopped before the largest number")
                .isGreaterThan(cells / 2);
        // 5 % of 4,000 are 200, with a standard deviation of 14.
        assertThat(wrong).isLessThan(200 + 4 * 14);
    }

    private static double[] random(RandomStream random, int count) {
        double[] samples = new double[count];
        for (int i = 0; i < count; i++) {
            samples[i] = 10 + 1.5 * random.nextGaussian();
        }
        return samples;
    }
}
