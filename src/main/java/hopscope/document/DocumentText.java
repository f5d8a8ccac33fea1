package hopscope.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Gets a document's characters out of a file, and says clearly why not where it cannot. */
public final class DocumentText {
    /** Far more than any such file; keeps a wrong file name from filling the memory. */
    private static final long SIZE_MAX_BYTES = 10L << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private DocumentText() {}

    /**
     * Reads a whole file of at most 10 MiB.
     *
     * @param expected what the file should be, for messages: {@code a scenario file (YAML)}
     * @return empty if that fails; then problems tell why
     */
    public static Optional<String> read(Path file, String expected, Problems problems) {
        Position nowhere = new Position(file.toString(), 0, 0);
        try {
            if (Files.isDirectory(file)) {
                problems.add(nowhere, "this is a folder", expected);
                return Optional.empty();
            }
            if (Files.isRegularFile(file) && Files.size(file) > SIZE_MAX_BYTES) {
                problems.add(nowhere, "the file is larger than 10 MiB", expected);
                return Optional.empty();
            }
            return decode(file.toString(), Files.readAllBytes(file), expected, problems);
        } catch (NoSuchFileException e) {
            problems.add(nowhere, "there is no such file" + siblingHint(file));
        } catch (IOException e) {
            problems.add(nowhere, "the file cannot be read (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    /** {@code ; did you mean 'x'?} with a file of the same folder, or nothing. */
    public static String siblingHint(Path file) {
        Path name = file.getFileName();
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (name == null || folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            List<String> names = siblings.filter(Files::isRegularFile)
                    .map(sibling -> sibling.getFileName().toString())
                    .sorted()
                    .toList();
            return Suggestion.hint(name.toString(), names);
        } catch (IOException e) {
            // The hint is a courtesy; the missing file itself is reported either way.
            return "";
        }
    }

    /** Decodes UTF-8, with or without a byte order mark. */
    public static Optional<String> decode(String file, byte[] bytes, String expected, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (result.isError()) {
            String octet = String.format(Locale.ROOT, "0x%02X", bytes[in.position()]);
            problems.add(end(file, text), "the byte " + octet + " is not UTF-8 text", expected + " in UTF-8");
            return Optional.empty();
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        return isPrintable(file, text, problems) ? Optional.of(text) : Optional.empty();
    }

    /** Refuses characters that YAML 1.2 (section 5.1, c-printable) does not allow. */
    public static boolean isPrintable(String file, String text, Problems problems) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintable(text, i)) {
                String code = String.format(Locale.ROOT, "U+%04X", (int) text.charAt(i));
                problems.add(
                        end(file, text.substring(0, i)),
                        "the character " + code + " may not stand in YAML",
                        "plain text");
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c == 0x85
                || (c >= 0x20 && c != 0x7F && c < 0x80)
                || (c >= 0xA0 && c < 0xFFFE);
    }

    private static Position end(String file, String text) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        int start = text.lastIndexOf('\n') + 1;
        return new Position(file, line, 1 + text.codePointCount(start, text.length()));
    }
}
