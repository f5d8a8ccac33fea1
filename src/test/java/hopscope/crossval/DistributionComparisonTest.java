package hopscope.crossval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.random.Keys;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionComparisonTest {
    private static final double MARGIN = 0.10;

    private static List<double[]> runs(String key, int count, int values, double scale, double spreadOfRuns) {
        RandomStream random = new RandomStream(Keys.of(11, key));
        List<double[]> runs = new ArrayList<>();
        for (int run = 0; run < count; run++) {
            double offset = spreadOfRuns * random.nextGaussian();
            double[] latencies = new double[values];
            for (int i = 0; i < values; i++) {
                latencies[i] = scale * (5 + 15 * random.nextDouble()) + offset;
            }
            runs.add(latencies);
        }
        return runs;
    }

    @Test
    void measuresTheLargestDistance() {
        List<double[]> low = List.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {1, 4});
        List<double[]> high = List.of(new double[] {3, 4}, new double[] {5, 6}, new double[] {6, 7});
        assertThat(DistributionComparison.of(low, high, MARGIN).distance()).isCloseTo(4 / 6.0, within(1e-12));
    }

    @Test
    void findsTheSameDistributionEquivalent() {
        DistributionComparison row =
                DistributionComparison.of(runs("a", 20, 200, 1, 0), runs("b", 10, 200, 1, 0), MARGIN);
        assertThat(row.agreement()).isEqualTo(Agreement.EQUIVALENT);
        assertThat(row.error()).isBetween(0.01, MARGIN);
    }

    @Test
    void rejectsLatenciesThatAreDoubled() {
        DistributionComparison row =
                DistributionComparison.of(runs("a", 20, 200, 2, 0), runs("b", 10, 200, 1, 0), MARGIN);
        assertThat(row.agreement()).isEqualTo(Agreement.DIFFERENT);
        assertThat(row.p()).isLessThan(1e-6);
    }

    @Test
    void widensTheErrorWhereRunsDifferAmongThemselves() {
        double alike = DistributionComparison.of(runs("a", 10, 200, 1, 0), runs("b", 10, 200, 1, 0), MARGIN)
                .error();
        double unlike = DistributionComparison.of(runs("a", 10, 200, 1, 4), runs("b", 10, 200, 1, 4), MARGIN)
                .error();
        assertThat(unlike).isGreaterThan(2 * alike);
    }

    @Test
    void staysUndecidedWithTwoRuns() {
        assertThat(DistributionComparison.of(runs("a", 2, 50, 1, 0), runs("b", 2, 50, 1, 0), MARGIN)
                        .agreement())
                .isEqualTo(Agreement.UNDECIDED);
    }

    @Test
    void givesTheSameFiguresEachTime() {
        DistributionComparison once = DistributionComparison.of(runs("a", 5, 50, 1, 1), runs("b", 5, 50, 1, 1), MARGIN);
        assertThat(DistributionComparison.of(runs("a", 5, 50, 1, 1), runs("b", 5, 50, 1, 1), MARGIN))
                .isEqualTo(once);
    }

    @Test
    void staysUndecidedWhereOneSideIsEmpty() {
        assertThat(DistributionComparison.of(runs("a", 5, 50, 1, 1), List.of(new double[0], new double[0]), MARGIN)
                        .agreement())
                .isEqualTo(Agreement.UNDECIDED);
    }
}
