package hopscope.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final Path VECTORS = Path.of("..", "shared", "reference", "stats-vectors.json");

    private static JsonNode vectors(String name) throws IOException {
        assumeTrue(Files.exists(VECTORS), "the reference vectors are not here: " + VECTORS);
        return new ObjectMapper().readTree(Files.readString(VECTORS)).required(name);
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).asDouble());
        return numbers;
    }

    private static double[] differences(double[] second, double[] first) {
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> second[i] - first[i]);
        return differences;
    }

    @Test
    void agreesWithTheReferenceOnPairedValues() throws IOException {
        JsonNode vector = vectors("paired_common_random_numbers");
        double[] a = numbers(vector.get("A"));
        double[] b = numbers(vector.get("B"));

        MeanDifference paired = MeanDifference.paired(differences(a, b));

        assertThat(paired.difference()).isCloseTo(vector.get("mean_diff").asDouble(), within(1e-12));
        double half = paired.halfWidth(0.95);
        assertThat(paired.difference() - half)
                .isCloseTo(vector.get("paired_ci95").get(0).asDouble(), within(1e-9));
        assertThat(paired.difference() + half)
                .isCloseTo(vector.get("paired_ci95").get(1).asDouble(), within(1e-9));
        assertThat(paired.pTwoSided()).isCloseTo(vector.get("paired_p").asDouble(), within(1e-12));
    }

    @Test
    void agreesWithTheReferenceOnIndependentValues() throws IOException {
        JsonNode vector = vectors("paired_common_random_numbers");
        MeanDifference welch = MeanDifference.welch(numbers(vector.get("B")), numbers(vector.get("A")));

        assertThat(welch.degrees()).isCloseTo(vector.get("welch_df").asDouble(), within(1e-9));
        assertThat(welch.pTwoSided()).isCloseTo(vector.get("welch_unpaired_p").asDouble(), within(1e-9));
    }

    @Test
    void agreesWithTheReferenceOnMannAndWhitney() throws IOException {
        JsonNode vector = vectors("mann_whitney");
        MannWhitney test = MannWhitney.of(numbers(vector.get("x")), numbers(vector.get("y")));

        assertThat(test.u()).isEqualTo(vector.get("U_x").asDouble());
        assertThat(test.p()).isCloseTo(vector.get("p_two_sided_exact").asDouble(), within(1e-12));
        double superiority = vector.get("vargha_delaney_A(y>x)").asDouble();
        assertThat(test.rankBiserial()).isCloseTo(2 * superiority - 1, within(1e-12));
    }

    @Test
    void countsThreeAgainstThreeByHand() {
        // Of the 20 ways to arrange three and three, two are as extreme as this one.
        assertThat(MannWhitney.of(new double[] {1, 2, 3}, new double[] {4, 5, 6})
                        .p())
                .isCloseTo(0.1, within(1e-12));
    }

    @Test
    void approximatesLargeSamplesAsItCountsSmallOnes() {
        double[] first = new double[50];
        double[] second = new double[50];
        Arrays.setAll(first, i -> i * 2.0);
        Arrays.setAll(second, i -> i * 2.0 + 11);
        double exact = MannWhitney.of(first, second).p();
        double[] tied = second.clone();
        tied[49] = tied[48]; // a tie leads to the approximation
        assertThat(MannWhitney.of(first, tied).p()).isCloseTo(exact, within(exact * 0.05));
    }

    @Test
    void findsNothingBetweenValuesThatAreAllEqual() {
        MannWhitney test = MannWhitney.of(new double[] {2, 2, 2}, new double[] {2, 2, 2, 2});
        assertThat(test.p()).isEqualTo(1);
        assertThat(test.rankBiserial()).isZero();
    }

    @Test
    void ranksNeverAboveEveryNumber() {
        MannWhitney test = MannWhitney.of(new double[] {1, 2}, new double[] {3, Double.POSITIVE_INFINITY});
        assertThat(test.rankBiserial()).isEqualTo(1);
    }

    @Test
    void takesADifferenceWithoutSpreadForExact() {
        MeanDifference exact = MeanDifference.paired(new double[] {0.1, 0.1, 0.1});
        assertThat(exact.difference()).isEqualTo(0.1);
        assertThat(exact.halfWidth(0.95)).isZero();
        assertThat(exact.pAbove(0)).isZero();
        assertThat(exact.pAbove(0.1)).isEqualTo(1);
        assertThat(exact.pBelow(0.1)).isEqualTo(1);
        assertThat(MeanDifference.paired(new double[] {0, 0}).pTwoSided()).isEqualTo(1);
        assertThatThrownBy(() -> MeanDifference.paired(new double[] {1})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsSignsExactly() {
        assertThat(SignTest.oneSided(0, 0)).isEqualTo(1);
        assertThat(SignTest.oneSided(5, 0)).isCloseTo(1 / 32.0, within(1e-12));
        // (1 + 5 + 10) / 32 for at least three of five; both ways are then as likely as not.
        assertThat(SignTest.oneSided(3, 2)).isCloseTo(0.5, within(1e-12));
        assertThat(SignTest.twoSided(5, 0)).isCloseTo(1 / 16.0, within(1e-12));
        assertThat(SignTest.twoSided(2, 2)).isEqualTo(1);
    }

    @Test
    void correctsByHolmWhatStaysInOrder() {
        double[] adjusted = Holm.adjusted(new double[] {0.04, 0.01, Double.NaN, 0.03});
        assertThat(adjusted[1]).isCloseTo(0.03, within(1e-12));
        assertThat(adjusted[3]).isCloseTo(0.06, within(1e-12));
        assertThat(adjusted[0]).as("never below a smaller one's").isCloseTo(0.06, within(1e-12));
        assertThat(adjusted[2]).isNaN();
        assertThat(Holm.adjusted(new double[] {0.9, 0.8})).containsExactly(1, 1);
    }

    @Test
    void knowsStudentsQuantiles() {
        // From the printed tables of Student's t.
        assertThat(StudentT.quantile(0.975, 9)).isCloseTo(2.262157, within(1e-5));
        assertThat(StudentT.below(2.262157, 9)).isCloseTo(0.975, within(1e-6));
    }
}
