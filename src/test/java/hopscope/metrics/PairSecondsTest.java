package hopscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PairSecondsTest {
    @Test
    void loseNoNanosecond() {
        RandomStream random = new RandomStream(3);
        PairSeconds sum = new PairSeconds();
        BigInteger exact = BigInteger.ZERO;
        for (int i = 0; i < 10_000; i++) {
            long pairs = random.nextInt(100);
            long nanos = random.nextInt(2_000_000_000);
            sum.add(pairs, nanos);
            exact = exact.add(BigInteger.valueOf(pairs).multiply(BigInteger.valueOf(nanos)));
        }
        // Six digits after the point are what results show.
        assertThat(sum.value()).isEqualTo(new BigDecimal(exact, 9).doubleValue());
    }

    @Test
    void addUpManyTinyPartsWithoutDrift() {
        PairSeconds sum = new PairSeconds();
        for (int i = 0; i < 10_000_000; i++) {
            sum.add(1, 100);
        }
        assertThat(sum.value()).isEqualTo(1.0);
    }

    @Test
    void holdTenThousandNodesForAYear() {
        PairSeconds sum = new PairSeconds();
        long pairs = 10_000L * 9_999;
        long seconds = 365L * 86_400;
        sum.add(pairs, seconds * 1_000_000_000L + 999_999_999L);
        assertThat(sum.value()).isEqualTo(pairs * seconds + pairs * 0.999999999);
    }
}
