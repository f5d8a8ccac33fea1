package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayloadTextTest {
    @Test
    void readsTextAndBytes() {
        assertThat(PayloadText.parse("grüß dich")).hasValue("grüß dich".getBytes(StandardCharsets.UTF_8));
        assertThat(PayloadText.parse("0x0102fF")).hasValue(new byte[] {1, 2, -1});
        assertThat(PayloadText.parse("0x")).hasValue(new byte[0]);
        assertThat(PayloadText.parse("0x123")).isEmpty();
        assertThat(PayloadText.parse("0xzz")).isEmpty();
    }

    @Test
    void showsTextAsTextAndTheRestAsBytes() {
        assertThat(show("grüß dich")).isEqualTo("grüß dich");
        assertThat(PayloadText.show(new byte[] {1, 2, 3})).isEqualTo("0x010203");
        assertThat(PayloadText.show(new byte[0])).isEqualTo("0x");
        assertThat(PayloadText.show(new byte[] {(byte) 0xC3})).isEqualTo("0xc3");
        assertThat(show("0x")).as("text that looks like bytes").isEqualTo("0x3078");
        assertThat(show("x".repeat(201))).isEqualTo("x".repeat(200) + "… (201 bytes)");
    }

    @Test
    void letsNobodyControlTheTerminal() {
        assertThat(show("\u001b[2J")).isEqualTo("0x1b5b324a");
        assertThat(show("two\nlines")).startsWith("0x");
        assertThat(PayloadText.oneLine("a\u001b\n\u202eb")).isEqualTo("a\\u001b\\u000a\\u202eb");
    }

    private static String show(String text) {
        return PayloadText.show(text.getBytes(StandardCharsets.UTF_8));
    }
}
