package hopscope.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.random.RandomStream;
import org.junit.jupiter.api.Test;

class FixedDecimalsTest {
    @Test
    void writesWholeNumbersWithoutAPoint() {
        assertThat(FixedDecimals.text(0)).isEqualTo("0");
        assertThat(FixedDecimals.text(-0.0)).isEqualTo("0");
        assertThat(FixedDecimals.text(1000)).isEqualTo("1000");
        assertThat(FixedDecimals.text(1e15)).isEqualTo("1000000000000000");
    }

    @Test
    void writesAtMostSixDecimalsWithoutAnExponent() {
        assertThat(FixedDecimals.text(1.5)).isEqualTo("1.5");
        assertThat(FixedDecimals.text(1.0 / 3)).isEqualTo("0.333333");
        assertThat(FixedDecimals.text(2.0 / 3)).isEqualTo("0.666667");
        assertThat(FixedDecimals.text(1e-7)).isEqualTo("0");
        assertThat(FixedDecimals.text(-12.25)).isEqualTo("-12.25");
    }

    @Test
    void writesNothingForNoValueAndRefusesInfinity() {
        assertThat(FixedDecimals.text(Double.NaN)).isEmpty();
        assertThat(FixedDecimals.decimal(Double.NaN)).isNull();
        assertThatThrownBy(() -> FixedDecimals.text(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsBackWhatItRounded() {
        long seed = 20260304;
        RandomStream random = new RandomStream(seed);
        for (int i = 0; i < 10_000; i++) {
            double value = FixedDecimals.rounded((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(14)));
            assertThat(Double.parseDouble(FixedDecimals.text(value)))
                    .as("seed %d, draw %d", seed, i)
                    .isEqualTo(value);
        }
    }

    @Test
    void neverRoundsAShareUpToAll() {
        assertThat(FixedDecimals.roundedShare(0.99999999)).isEqualTo(0.999999);
        assertThat(FixedDecimals.roundedShare(1)).isEqualTo(1);
        assertThat(FixedDecimals.roundedShare(0.5)).isEqualTo(0.5);
    }
}
