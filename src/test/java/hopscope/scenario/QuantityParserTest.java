package hopscope.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.document.BadValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityParserTest {
    @ParameterizedTest
    @CsvSource({
        "0s, 0, 0s",
        "1ns, 1, 1ns",
        "1.5us, 1500, 1500ns",
        "20 ms, 20000000, 20ms",
        "0.000000001s, 1, 1ns",
        "2min, 120000000000, 120s",
        "8760h, 31536000000000000, 31536000s",
    })
    void readsDurationsExactlyAndWritesThemBack(String text, long nanos, String written) throws BadValue {
        TimeSpan span = QuantityParser.timeSpan(text);
        assertThat(span.nanos()).isEqualTo(nanos);
        assertThat(QuantityFormat.text(span)).isEqualTo(written);
        assertThat(QuantityParser.timeSpan(written)).isEqualTo(span);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "s", "1", "1.s", ".5s", "1,5s", "-0s", "8760.0001h", "0.1ns", "1S", "1ms2", "١s", "0x1s"
            })
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> QuantityParser.timeSpan(text))
                .isInstanceOf(BadValue.class)
                .hasMessageContaining("expected");
    }

    @Test
    void readsRatesOfEveryUnit() throws BadValue {
        assertThat(QuantityParser.rate("2/ms").perSecond()).isEqualTo(2000);
        assertThat(QuantityParser.rate("0.5 / s").perSecond()).isEqualTo(0.5);
        assertThat(QuantityParser.rate("90/min").perSecond()).isEqualTo(1.5);
        assertThat(QuantityParser.rate("36/h").perSecond()).isEqualTo(0.01);
    }

    @Test
    void readsPayloadsUpToTheLargestFrame() throws BadValue {
        assertThat(QuantityParser.payload("0B").lengthBytes()).isZero();
        assertThat(QuantityParser.payload("1.5KiB").lengthBytes()).isEqualTo(1536);
        assertThat(QuantityParser.payload("65535B").lengthBytes()).isEqualTo(65_535);
        assertThatThrownBy(() -> QuantityParser.payload("65536B")).isInstanceOf(BadValue.class);
    }

    @Test
    void readsProbabilitiesAsNumbersOrPerCent() throws BadValue {
        assertThat(QuantityParser.probability("10%")).isEqualTo(QuantityParser.probability("0.1"));
        assertThat(QuantityParser.probability("0").value()).isZero();
        assertThat(QuantityParser.probability("100%").value()).isEqualTo(1);
    }
}
