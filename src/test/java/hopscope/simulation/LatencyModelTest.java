package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.random.RandomStream;
import hopscope.scenario.LatencySpec;
import hopscope.scenario.LatencySpec.Distribution;
import hopscope.scenario.TimeSpan;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
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
}
