package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import hopscope.scenario.LifetimeSpec;
import hopscope.scenario.LifetimeSpec.Distribution;
import hopscope.scenario.TimeSpan;
import java.util.Arrays;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Draws against the distributions of commons-math3, by Kolmogorov and Smirnov at one in ten thousand, with fixed seeds. */
class LifetimesTest {
    private static final int DRAWS = 20_000;
    private static final TimeSpan SECONDS_3 = new TimeSpan(3_000_000_000L);

    private static void compare(LifetimeSpec spec, RealDistribution expected) {
        double[] drawn = new double[DRAWS];
        RandomStream random = new RandomStream(42);
        Arrays.setAll(drawn, i -> Lifetimes.drawNanos(spec, random) / 1e9);
        double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected, drawn, false);
        assertThat(p).as(spec.toString()).isGreaterThan(1e-4);
    }

    @Test
    void areExponentialWithTheMeanGiven() {
        compare(
                new LifetimeSpec(Distribution.EXPONENTIAL, SECONDS_3, null, null, null),
                new ExponentialDistribution(null, 3));
    }

    @Test
    void areWeibullWithTheShapeAndScaleGiven() {
        compare(
                new LifetimeSpec(Distribution.WEIBULL, null, 0.6, SECONDS_3, null),
                new WeibullDistribution(null, 0.6, 3));
    }

    @Test
    void areParetoWithTheShapeAndMinimumGiven() {
        compare(
                new LifetimeSpec(Distribution.PARETO, null, 1.5, null, SECONDS_3),
                new ParetoDistribution(null, 3, 1.5));
    }

    @Test
    void endBeforeTimeDoesHoweverHeavyTheTail() {
        LifetimeSpec heavy = new LifetimeSpec(Distribution.PARETO, null, 0.1, null, SECONDS_3);
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < DRAWS; i++) {
            assertThat(Lifetimes.after(Long.MAX_VALUE / 2, Lifetimes.drawNanos(heavy, random)))
                    .isPositive();
        }
    }
}
