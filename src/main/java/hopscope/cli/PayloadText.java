package hopscope.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Payloads as people type and read them: text, or bytes as {@code 0x010203}. */
final class PayloadText {
    private static final int SHOWN_BYTES_MAX = 200;
    private static final String HEX = "0x";

    private PayloadText() {}

    /** The bytes of a text in UTF-8, or those of {@code 0x…}; empty for digits that are no whole bytes. */
    static Optional<byte[]> parse(String text) {
        if (!text.startsWith(HEX)) {
            return Optional.of(text.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(HexFormat.of().parseHex(text.substring(HEX.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Text where the bytes are printable text, else {@code 0x…}; a long payload is shortened. */
    static String show(byte[] payload) {
        String shortened = payload.length > SHOWN_BYTES_MAX ? "… (" + payload.length + " bytes)" : "";
        int shown = Math.min(payload.length, SHOWN_BYTES_MAX);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload, 0, shown))
                    .toString();
            if (!text.isEmpty() && text.equals(oneLine(text)) && !text.startsWith(HEX)) {
                return text + shortened;
            }
        } catch (CharacterCodingException e) {
            // Bytes, then.
        }
        return HEX + HexFormat.of().formatHex(payload, 0, shown) + shortened;
    }

    /** What others say may hold line breaks and terminal controls; here it is one harmless line. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean harmless = !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT
                    && c != 0x2028
                    && c != 0x2029;
            line.append(harmless ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c));
        });
        return line.toString();
    }
}
