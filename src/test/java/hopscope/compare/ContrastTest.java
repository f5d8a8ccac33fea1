package hopscope.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.compare.Contrast.Test;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class ContrastTest {
    private static final double NONE = Double.NaN;
    private static final Metric LOWER = Metric.CONVERGENCE_OPTIMAL_S;
    private static final Metric HIGHER = Metric.DELIVERY_RATIO;

    private static RunSet set(long firstSeed, double... values) {
        List<RunSet.Run> runs = new ArrayList<>();
        for (double value : values) {
            double[] all = new double[Metric.values().length];
            Arrays.fill(all, value);
            runs.add(new RunSet.Run(firstSeed + runs.size(), all));
        }
        return new RunSet(List.of(), "x", runs);
    }

    private static Contrast contrast(Metric metric, RunSet a, RunSet b) {
        return Contrast.of(new Matching.Pair(List.of(), a, b), metric);
    }

    @org.junit.jupiter.api.Test
    void comparesRunsWithTheSameSeedsInPairs() {
        // The figures of the reference vectors: mean difference 1.65, interval 1.378 to 1.922, p 1.9e-6.
        RunSet a = set(1, 99.1, 98.2, 101.9, 97.5, 98.8, 100.9, 96.0, 100.1);
        RunSet b = set(1, 101.2, 99.8, 103.5, 98.7, 100.9, 102.2, 97.6, 101.8);
        Contrast contrast = contrast(LOWER, a, b);

        assertThat(contrast.test()).isEqualTo(Test.PAIRED_T);
        assertThat(contrast.difference().difference()).isCloseTo(1.65, within(1e-9));
        assertThat(contrast.difference().halfWidth(0.95)).isCloseTo(0.271822, within(1e-6));
        assertThat(contrast.p()).isCloseTo(1.896e-6, within(1e-9));
        assertThat(contrast.effect()).isCloseTo(1.65 / 0.325137, within(1e-4));
        assertThat(List.of(contrast.wins(), contrast.losses(), contrast.ties())).containsExactly(0, 8, 0);
        assertThat(contrast(HIGHER, a, b).wins()).isEqualTo(8);
    }

    @org.junit.jupiter.api.Test
    void pairsBySeedNotByPosition() {
        List<RunSet.Run> runs = new ArrayList<>(set(1, 1, 2, 3, 4).runs());
        java.util.Collections.reverse(runs);
        Contrast contrast = contrast(LOWER, set(1, 1, 2, 3, 4), new RunSet(List.of(), "x", runs));

        assertThat(contrast.difference().difference()).isZero();
        assertThat(contrast.ties()).isEqualTo(4);
    }

    @org.junit.jupiter.api.Test
    void findsExactlyNothingBetweenASetAndItself() {
        for (Metric metric : Metric.values()) {
            Contrast contrast = contrast(metric, set(1, 0.1, 0.7, NONE, 1e9), set(1, 0.1, 0.7, NONE, 1e9));
            assertThat(contrast.difference().difference()).isZero();
            assertThat(contrast.difference().halfWidth(0.95)).isZero();
            assertThat(contrast.effect()).isZero();
            assertThat(contrast.p()).isEqualTo(1);
            assertThat(contrast.ties()).isEqualTo(4);
        }
    }

    @org.junit.jupiter.api.Test
    void ranksRunsOfDifferentSeeds() {
        Contrast contrast = contrast(LOWER, set(1, 12, 15, 14, 10, 13, 18, 11), set(100, 16, 19, 21, 17, 22, 15.5, 20));

        assertThat(contrast.test()).isEqualTo(Test.MANN_WHITNEY);
        assertThat(contrast.p()).isCloseTo(0.004079254, within(1e-9));
        assertThat(contrast.effect()).isCloseTo(2 * 0.93877551 - 1, within(1e-6));
        assertThat(contrast.wins()).isEqualTo(-1);
    }

    @org.junit.jupiter.api.Test
    void takesNeverForWorseThanAnyNumber() {
        RunSet never = set(1, NONE, NONE, NONE, NONE, NONE, NONE, 5, 5);
        RunSet always = set(1, 9, 9, 9, 9, 9, 9, 5, 5);

        Contrast lower = contrast(LOWER, never, always);
        assertThat(lower.test()).isEqualTo(Test.SIGN);
        assertThat(List.of(lower.wins(), lower.losses(), lower.ties())).containsExactly(6, 0, 2);
        assertThat(lower.p()).isCloseTo(2 / 64.0, within(1e-12));
        assertThat(lower.difference().difference())
                .as("of the pairs with two values")
                .isZero();
        assertThat(contrast(HIGHER, never, always).wins()).isEqualTo(6);
        assertThat(contrast(LOWER, set(1, NONE, NONE), set(50, 3, 3)).effect())
                .as("unpaired")
                .isEqualTo(-1);
    }

    @org.junit.jupiter.api.Test
    void testsDifferencesWithoutSpreadByTheirSigns() {
        Contrast contrast = contrast(LOWER, set(1, 1, 2, 3), set(1, 2, 3, 4));
        assertThat(contrast.test()).isEqualTo(Test.SIGN);
        assertThat(contrast.p()).isCloseTo(0.25, within(1e-12));
    }

    @org.junit.jupiter.api.Test
    void concludesOnlyWhatSurvivesTheCorrection() {
        RunSet a = set(1, 1, 2, 3, 4, 5, 6);
        RunSet b = set(1, 1.9, 2.9, 4.1, 5.1, 6, 7);
        Matching matching = new Matching("a", "b", List.of(), List.of(new Matching.Pair(List.of(), a, b)), 0);
        Comparison one = Comparison.of(matching, List.of(LOWER, HIGHER, Metric.EVENTS));

        assertThat(one.conclusion(0)).isEqualTo("A better");
        assertThat(one.conclusion(1)).isEqualTo("B better");
        assertThat(one.conclusion(2)).isEqualTo("differ");
        assertThat(one.adjusted()[0]).isCloseTo(3 * one.contrasts().get(0).p(), within(1e-12));
    }
}
