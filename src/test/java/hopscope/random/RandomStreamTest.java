package hopscope.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int DRAWS = 200_000;

    /** A fixed seed: the probability below is that of a bad generator passing for good, not of a flaky test. */
    private static final double LEAST_P_VALUE = 0.001;

    @Test
    void drawsWhatThePublishedGeneratorDraws() {
        // The first outputs of SplitMix64 for the seeds 0 and 1234567, as its authors' reference code prints them.
        RandomStream zero = new RandomStream(0);
        assertThat(zero.nextLong()).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(zero.nextLong()).isEqualTo(0x6E789E6AA1B965F4L);
        assertThat(zero.nextLong()).isEqualTo(0x06C45D188009454FL);
        RandomStream other = new RandomStream(1234567);
        assertThat(Long.toUnsignedString(other.nextLong())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(other.nextLong())).isEqualTo("3203168211198807973");
    }

    @Test
    void drawsTheSameValuesOnEveryJdk() {
        RandomStream random = new RandomStream(42);
        assertThat(random.nextInt(1_000_000)).isEqualTo(741564);
        assertThat(random.nextDouble()).isEqualTo(0.1599103928769201);
        assertThat(random.nextExponential()).isEqualTo(0.3265630772662666);
        assertThat(random.nextGaussian()).isEqualTo(0.8924703926908311);
        assertThat(random.jittered(1_000_000_000L, 0.1)).isEqualTo(1073645615L);
        assertThat(random.nextLong()).isEqualTo(4028864712777624925L);
    }

    @Test
    void startsAgainAtAKey() {
        RandomStream random = new RandomStream(9);
        long first = random.nextLong();
        random.nextGaussian();
        random.restart(9);
        assertThat(random.nextLong()).isEqualTo(first);
    }

    @Test
    void tellsALaterDrawWithoutDrawing() {
        RandomStream random = new RandomStream(5);
        for (int bound : new int[] {1, 2, 3, 7, 1_000}) {
            for (int draws = 0; draws < 3; draws++) {
                int likely = random.likelyInt(draws, bound);
                for (int i = 0; i < draws; i++) {
                    random.nextDouble();
                }
                assertThat(random.nextInt(bound)).isEqualTo(likely);
            }
        }
    }

    @Test
    void staysWithinTheBound() {
        RandomStream random = new RandomStream(3);
        for (int bound : new int[] {1, 2, 3, 7, 1 << 16, (1 << 30) + 1, Integer.MAX_VALUE}) {
            for (int i = 0; i < 2_000; i++) {
                assertThat(random.nextInt(bound)).isBetween(0, bound - 1);
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(0));
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(-5));
    }

    @Test
    void drawsEveryIntegerAboutEquallyOften() {
        for (int bound : new int[] {2, 3, 10, 97}) {
            RandomStream random = new RandomStream(bound);
            long[] counts = new long[bound];
            for (int i = 0; i < DRAWS; i++) {
                counts[random.nextInt(bound)]++;
            }
            assertUniform(counts);
        }
    }

    @Test
    void favoursNoPartOfABoundThatDoesNotDivideThePowerOfTwo() {
        // 2^32 is 8/3 of this bound: without the rejection, two remainders of three would have 3 chances and one 2.
        int bound = 3 << 29;
        RandomStream random = new RandomStream(11);
        long[] counts = new long[3];
        for (int i = 0; i < DRAWS; i++) {
            counts[random.nextInt(bound) % 3]++;
        }
        assertUniform(counts);
    }

    @Test
    void drawsRealsAboutEquallyOftenFromEveryPartOfTheUnitInterval() {
        RandomStream random = new RandomStream(5);
        long[] counts = new long[64];
        for (int i = 0; i < DRAWS; i++) {
            double draw = random.nextDouble();
            assertThat(draw >= 0 && draw < 1).isTrue();
            counts[(int) (draw * counts.length)]++;
        }
        assertUniform(counts);
    }

    private static void assertUniform(long[] counts) {
        double[] expected = new double[counts.length];
        Arrays.fill(expected, 1);
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts))
                .as("counts %s", Arrays.toString(counts))
                .isGreaterThan(LEAST_P_VALUE);
    }

    @Test
    void drawsExponentialsWithMeanAndDeviationOne() {
        RandomStream random = new RandomStream(6);
        DescriptiveStatistics draws = new DescriptiveStatistics();
        for (int i = 0; i < DRAWS; i++) {
            draws.addValue(random.nextExponential());
        }
        assertThat(draws.getMin()).isGreaterThanOrEqualTo(0);
        assertThat(draws.getMax()).isFinite();
        // Four standard errors: 1/sqrt(n) of the mean; the deviation's is larger, sqrt(2/n).
        assertThat(Math.abs(draws.getMean() - 1)).isLessThan(4 / Math.sqrt(DRAWS));
        assertThat(Math.abs(draws.getStandardDeviation() - 1)).isLessThan(4 * Math.sqrt(2.0 / DRAWS));
    }

    @Test
    void drawsNormalsWithTheMomentsOfTheStandardNormal() {
        RandomStream random = new RandomStream(7);
        DescriptiveStatistics draws = new DescriptiveStatistics();
        for (int i = 0; i < DRAWS; i++) {
            draws.addValue(random.nextGaussian());
        }
        assertThat(Math.abs(draws.getMean())).isLessThan(4 / Math.sqrt(DRAWS));
        assertThat(Math.abs(draws.getVariance() - 1)).isLessThan(4 * Math.sqrt(2.0 / DRAWS));
        assertThat(Math.abs(draws.getSkewness())).isLessThan(4 * Math.sqrt(6.0 / DRAWS));
        assertThat(Math.abs(draws.getKurtosis())).isLessThan(4 * Math.sqrt(24.0 / DRAWS));
    }

    @Test
    void takesChancesAsOftenAsTold() {
        RandomStream random = new RandomStream(8);
        int taken = 0;
        for (int i = 0; i < DRAWS; i++) {
            assertThat(random.nextChance(0)).isFalse();
            assertThat(random.nextChance(1_000_000)).isTrue();
            taken += random.nextChance(250_000) ? 1 : 0;
        }
        assertThat(Math.abs(taken / (double) DRAWS - 0.25)).isLessThan(4 * Math.sqrt(0.25 * 0.75 / DRAWS));
    }

    @Test
    void spreadsADurationByNoMoreThanItsShare() {
        RandomStream random = new RandomStream(10);
        DescriptiveStatistics draws = new DescriptiveStatistics();
        for (int i = 0; i < 10_000; i++) {
            draws.addValue(random.jittered(1_000_000, 0.2));
            assertThat(random.jittered(1_000_000, 0)).isEqualTo(1_000_000);
        }
        assertThat(draws.getMin()).isBetween(800_000.0, 801_000.0);
        assertThat(draws.getMax()).isBetween(1_199_000.0, 1_200_000.0);
    }
}
