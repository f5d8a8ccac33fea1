package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    @Test
    void findsQuantilesWithinItsBuckets() {
        RandomStream random = new RandomStream(4);
        for (double scale : new double[] {1, 100, 1e5, 1e9, 1e15}) {
            LatencyHistogram histogram = new LatencyHistogram();
            long[] all = new long[10_000];
            double sum = 0;
            for (int i = 0; i < all.length; i++) {
                all[i] = (long) (scale * random.nextExponential());
                sum += all[i];
                histogram.add(all[i]);
            }
            Arrays.sort(all);
            assertThat(histogram.meanMillis()).isCloseTo(sum / all.length / 1e6, within(1e-9 * scale));
            for (double share : new double[] {0.01, 0.5, 0.95, 1}) {
                double exact = all[(int) Math.ceil(share * all.length) - 1];
                assertThat(histogram.quantileMillis(share) * 1e6)
                        .as("scale %s share %s", scale, share)
                        .isCloseTo(exact, within(0.016 * exact + 1));
            }
        }
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(new LatencyHistogram().meanMillis()).isNaN();
        assertThat(new LatencyHistogram().quantileMillis(0.5)).isNaN();
    }

    @Test
    void holdsTheLongestTimes() {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.add(Long.MAX_VALUE);
        histogram.add(0);
        assertThat(histogram.quantileMillis(1) * 1e6).isCloseTo(Long.MAX_VALUE, within(1e17));
    }
}
