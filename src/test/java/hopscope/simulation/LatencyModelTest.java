package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.random.RandomStream;
import hopscope.scenario.EmpiricalLatency;
import hopscope.scenario.LatencySpec;
import hopscope.scenario.LatencySpec.Distribution;
import hopscope.scenario.TimeSpan;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Large samples of fixed seed against the distributions of commons-math. */
class LatencyModelTest {
    private static final int SAMPLE = 20_000;
    private static final long SEED = 20_260_101;

    /** With fixed seeds this is decided once; 1 in 1,000 is the chance that a right model would have failed then. */
    private static final double SIGNIFICANCE = 0.001;

    private static TimeSpan ms(double millis) {
        return new TimeSpan((long) (millis * 1e6));
    }

    private static double[] sampleMillis(LatencyModel model) {
        RandomStream random = new RandomStream(SEED);
        double[] sample = new double[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            long nanos = model.drawNanos(random);
            assertThat(nanos).isNotNegative();
            sample[i] = nanos / 1e6;
        }
        return sample;
    }

    private static void follows(RealDistribution expected, double[] sample) {
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected, sample))
                .isGreaterThan(SIGNIFICANCE);
        DescriptiveStatistics statistics = new DescriptiveStatistics(sample);
        double error = Math.sqrt(expected.getNumericalVariance() / SAMPLE);
        assertThat(statistics.getMean()).isCloseTo(expected.getNumericalMean(), within(4 * error));
    }

    @Test
    void isAlwaysTheSameWhenConstant() {
        LatencySpec spec = LatencySpec.constant(ms(10));
        LatencyModel model = LatencyModel.of(spec);
        assertThat(sampleMillis(model)).containsOnly(10.0);
        assertThat(spec.nominalNanos()).isEqualTo(10_000_000);
    }

    @Test
    void isUniform() {
        LatencySpec spec = new LatencySpec(Distribution.UNIFORM, null, ms(5), ms(20), null, null);
        LatencyModel model = LatencyModel.of(spec);
        follows(new UniformRealDistribution(5, 20), sampleMillis(model));
        assertThat(spec.nominalNanos()).isEqualTo(12_500_000);
    }

    @Test
    void isUniformOverASinglePoint() {
        LatencySpec spec = new LatencySpec(Distribution.UNIFORM, null, ms(5), ms(5), null, null);
        LatencyModel model = LatencyModel.of(spec);
        assertThat(sampleMillis(model)).containsOnly(5.0);
    }

    @Test
    void isExponentialAboveItsFloor() {
        LatencySpec spec = new LatencySpec(Distribution.EXPONENTIAL, null, ms(3), null, ms(8), null);
        LatencyModel model = LatencyModel.of(spec);
        double[] sample = sampleMillis(model);
        for (int i = 0; i < SAMPLE; i++) {
            sample[i] -= 3;
        }
        follows(new ExponentialDistribution(8), sample);
        assertThat(spec.nominalNanos()).isEqualTo(11_000_000);
    }

    /** Mean and standard deviation are those of the latency itself, not of its logarithm. */
    @Test
    void isLognormalWithTheMeanAndDeviationOfTheLatency() {
        LatencySpec spec = new LatencySpec(Distribution.LOGNORMAL, null, null, null, ms(30), ms(15));
        LatencyModel model = LatencyModel.of(spec);
        double variance = Math.log(1 + 0.25);
        LogNormalDistribution expected = new LogNormalDistribution(Math.log(30) - variance / 2, Math.sqrt(variance));
        assertThat(expected.getNumericalMean()).isCloseTo(30, within(1e-9));
        assertThat(Math.sqrt(expected.getNumericalVariance())).isCloseTo(15, within(1e-9));
        follows(expected, sampleMillis(model));
        assertThat(spec.nominalNanos()).isEqualTo(30_000_000);
    }

    @Test
    void isNormalWhereNothingIsCutOff() {
        LatencySpec spec = new LatencySpec(Distribution.NORMAL, null, null, null, ms(50), ms(5));
        LatencyModel model = LatencyModel.of(spec);
        follows(new NormalDistribution(50, 5), sampleMillis(model));
    }

    /** Given that it is at least 0, the probability to be below x is (Φ(x) − Φ(0)) / (1 − Φ(0)): uniform once applied. */
    @Test
    void isNormalTruncatedAtZero() {
        LatencySpec spec = new LatencySpec(Distribution.NORMAL, null, null, null, ms(10), ms(12));
        LatencyModel model = LatencyModel.of(spec);
        NormalDistribution whole = new NormalDistribution(10, 12);
        double below = whole.cumulativeProbability(0);
        assertThat(below).isGreaterThan(0.2);
        double[] shares = sampleMillis(model);
        for (int i = 0; i < SAMPLE; i++) {
            shares[i] = (whole.cumulativeProbability(shares[i]) - below) / (1 - below);
        }
        follows(new UniformRealDistribution(0, 1), shares);
        assertThat(spec.nominalNanos()).as("the mean without truncation").isEqualTo(10_000_000);
    }

    private static LatencySpec gamma(double floor, double mean, double sd) {
        TimeSpan min = floor == 0 ? null : ms(floor);
        return new LatencySpec(Distribution.GAMMA, null, min, null, ms(mean), ms(sd));
    }

    @Test
    void isGammaAboveItsFloor() {
        for (double sd : new double[] {2, 10, 30, 60}) {
            LatencySpec spec = gamma(3, 20, sd);
            double shape = 20 * 20 / (sd * sd);
            double[] sample = sampleMillis(LatencyModel.of(spec));
            for (int i = 0; i < SAMPLE; i++) {
                // Whole nanoseconds: latencies of a shape far below 1 crowd at the floor.
                sample[i] = Math.max(sample[i] - 3, 0) + 5e-7;
            }
            GammaDistribution expected = new GammaDistribution(shape, 20 / shape);
            if (sd <= 20) {
                follows(expected, sample);
            }
            assertThat(new DescriptiveStatistics(sample).getMean()).isCloseTo(20, within(4 * sd / Math.sqrt(SAMPLE)));
            assertThat(spec.nominalNanos()).isEqualTo(23_000_000);
        }
    }

    @Test
    void hasTheQuantilesOfGamma() {
        for (double sd : new double[] {0.7, 5, 20, 50}) {
            double shape = 20 * 20 / (sd * sd);
            GammaDistribution expected = new GammaDistribution(shape, 20 / shape);
            LatencyQuantiles quantiles = LatencyQuantiles.of(gamma(0, 20, sd));
            NormalDistribution normal = new NormalDistribution();
            for (double share : new double[] {0.01, 0.1, 0.5, 0.9, 0.99, 0.9999}) {
                double exact = expected.inverseCumulativeProbability(share);
                assertThat(quantiles.at(normal.inverseCumulativeProbability(share)) / 1e6)
                        .as("sd %s, share %s", sd, share)
                        .isCloseTo(exact, within(2e-3 * exact + 1e-6));
            }
        }
    }

    @Test
    void isParetoFromItsSmallestOn() {
        LatencySpec spec = new LatencySpec(Distribution.PARETO, null, ms(5), null, null, null, 4.5, null, null, null);
        follows(new ParetoDistribution(5, 4.5), sampleMillis(LatencyModel.of(spec)));
        assertThat(spec.nominalNanos() / 1e6).isCloseTo(5 * 4.5 / 3.5, within(1e-6));
    }

    @Test
    void staysFiniteInTheHeaviestTail() {
        LatencySpec spec =
                new LatencySpec(Distribution.PARETO, null, ms(1e9), null, null, null, 1.01, null, null, null);
        LatencyModel model = LatencyModel.of(spec);
        RandomStream random = new RandomStream(SEED);
        for (int i = 0; i < SAMPLE; i++) {
            assertThat(model.drawNanos(random)).isBetween(0L, 365L * 86_400_000_000_000L);
        }
    }

    @Test
    void drawsSamplesAsOftenAsTheyOccur() {
        EmpiricalLatency samples =
                new EmpiricalLatency(new long[] {1_000_000, 2_000_000, 2_000_000, 10_000_000}, new double[0]);
        LatencySpec spec =
                new LatencySpec(Distribution.EMPIRICAL, null, null, null, null, null, null, "f", null, samples);
        double[] sample = sampleMillis(LatencyModel.of(spec));
        double error = 4 * Math.sqrt(0.25 * 0.75 / SAMPLE);
        assertThat(Arrays.stream(sample).filter(x -> x == 1).count() / (double) SAMPLE)
                .isCloseTo(0.25, within(error));
        assertThat(Arrays.stream(sample).filter(x -> x == 2).count() / (double) SAMPLE)
                .isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(SAMPLE)));
        assertThat(Arrays.stream(sample).filter(x -> x == 10).count() / (double) SAMPLE)
                .isCloseTo(0.25, within(error));
        assertThat(spec.nominalNanos()).isEqualTo(3_750_000);
    }

    @Test
    void drawsAlongADistributionFunction() {
        EmpiricalLatency points =
                new EmpiricalLatency(new long[] {2_000_000, 4_000_000, 10_000_000}, new double[] {0, 0.5, 1});
        LatencySpec spec =
                new LatencySpec(Distribution.EMPIRICAL, null, null, null, null, null, null, "f", null, points);
        double[] shares = sampleMillis(LatencyModel.of(spec));
        for (int i = 0; i < SAMPLE; i++) {
            shares[i] = shares[i] < 4 ? (shares[i] - 2) / 4 : 0.5 + (shares[i] - 4) / 12;
        }
        follows(new UniformRealDistribution(0, 1), shares);
        assertThat(spec.nominalNanos()).isEqualTo(5_000_000);
    }

    /** Scores reach every distribution: the quantile at the score of a share is that of commons-math. */
    @Test
    void hasTheQuantilesOfEveryDistribution() {
        double variance = Math.log(1.25);
        Map<LatencySpec, RealDistribution> all = Map.of(
                new LatencySpec(Distribution.UNIFORM, null, ms(5), ms(20), null, null),
                new UniformRealDistribution(5, 20),
                new LatencySpec(Distribution.NORMAL, null, null, null, ms(50), ms(5)),
                new NormalDistribution(50, 5),
                new LatencySpec(Distribution.LOGNORMAL, null, null, null, ms(30), ms(15)),
                new LogNormalDistribution(Math.log(30) - variance / 2, Math.sqrt(variance)),
                new LatencySpec(Distribution.EXPONENTIAL, null, null, null, ms(8), null),
                new ExponentialDistribution(8),
                new LatencySpec(Distribution.PARETO, null, ms(5), null, null, null, 2.5, null, null, null),
                new ParetoDistribution(5, 2.5));
        NormalDistribution normal = new NormalDistribution();
        all.forEach((spec, expected) -> {
            LatencyQuantiles quantiles = LatencyQuantiles.of(spec);
            for (double share : new double[] {0.001, 0.05, 0.3, 0.5, 0.95, 0.999, 0.999999}) {
                double exact = expected.inverseCumulativeProbability(share);
                assertThat(quantiles.at(normal.inverseCumulativeProbability(share)) / 1e6)
                        .as("%s, share %s", spec.distribution(), share)
                        .isCloseTo(exact, within(5e-4 * exact));
            }
        });
    }

    @Test
    void knowsTheNormalDistributionFarOut() {
        NormalDistribution normal = new NormalDistribution();
        for (double z = -8; z <= 8; z += 0.125) {
            double expected = normal.cumulativeProbability(z);
            assertThat(StandardNormal.share(z)).as("z %s", z).isCloseTo(expected, within(1e-11 * expected + 1e-25));
            if (z <= 5) {
                assertThat(StandardNormal.score(StandardNormal.share(z))).isCloseTo(z, within(1e-8));
            }
        }
    }
}
