package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file in memory, unpacked if it came as gzip. Text is UTF-8, or UTF-16 where a byte order mark says so, or ISO-8859-1
 * where it is not valid UTF-8, as in some older collections.
 */
final class NetworkFile {
    /** The largest file that is read: a hundred times the largest of the usual collections of real networks. */
    static final long BYTES_MAX = 64L << 20;

    private static final int HEAD_CHARACTERS = 1 << 16;

    private final String name;
    private final byte[] bytes;
    private String text;

    private NetworkFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** @param expected what the file should be, such as {@code a GraphML file} */
    static NetworkFile of(Path path, String expected) throws TopologyFormatException {
        try {
            if (Files.isDirectory(path)) {
                throw refused("this is a folder, expected " + expected);
            }
            long size = Files.size(path);
            if (size > BYTES_MAX) {
                throw refused("the file has " + size + " bytes, at most " + BYTES_MAX + " are read");
            }
            if (!Files.isRegularFile(path)) {
                throw refused("this is not a regular file, expected " + expected);
            }
            Path last = path.getFileName();
            return unpacked(last == null ? "" : last.toString(), Files.readAllBytes(path));
        } catch (NoSuchFileException missing) {
            throw refused("there is no such file");
        } catch (AccessDeniedException denied) {
            throw refused("the file may not be read");
        } catch (IOException broken) {
            throw refused("the file cannot be read: " + broken.getMessage());
        }
    }

    private static NetworkFile unpacked(String name, byte[] bytes) throws TopologyFormatException {
        if (!Compression.isGzip(bytes)) {
            Compression.refuseArchive(bytes);
            return new NetworkFile(name, bytes);
        }
        byte[] inside = Compression.unpacked(bytes, BYTES_MAX);
        Compression.refuseArchive(inside);
        return new NetworkFile(name.replaceFirst("(?i)\\.gz$", ""), inside);
    }

    static NetworkFile of(String name, byte[] bytes) {
        return new NetworkFile(name, bytes.clone());
    }

    String name() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    String text() {
        if (text == null) {
            text = decoded();
        }
        return text;
    }

    String head() {
        String all = text();
        return all.substring(0, Math.min(HEAD_CHARACTERS, all.length()));
    }

    private String decoded() {
        String decoded;
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        if (mark == 0xfeff || mark == 0xfffe) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            decoded = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    private static TopologyFormatException refused(String message) {
        return new TopologyFormatException(message, 0, 0);
    }
}
