package hopscope.protocol.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** What a routing protocol of a plugin says to its neighbour: bytes that mean something to that protocol alone. */
public final class ExtensionMessage implements Message {
    /** Far below the largest frame, as with all that is told in one message. */
    public static final int MAX_BODY_LENGTH_BYTES = 4 * 1024 * 1024;

    private static final int FIXED_LENGTH_BYTES = 4 + 4;

    private final int protocolCode;
    private final byte[] body;

    /**
     * @param protocolCode see {@link #codeOf}; a node of another protocol drops what it does not know
     * @param body at most {@value #MAX_BODY_LENGTH_BYTES} bytes; owned by the message from now on, and not to be changed
     */
    public ExtensionMessage(int protocolCode, byte[] body) {
        if (body.length > MAX_BODY_LENGTH_BYTES) {
            throw new IllegalArgumentException(
                    "a body of " + body.length + " bytes, expected at most " + MAX_BODY_LENGTH_BYTES);
        }
        this.protocolCode = protocolCode;
        this.body = body;
    }

    /** A code to tell protocols apart: CRC-32 of the name in UTF-8. */
    public static int codeOf(String protocol) {
        CRC32 crc = new CRC32();
        crc.update(protocol.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    /** Which protocol's it is. */
    public int protocolCode() {
        return protocolCode;
    }

    /** The bytes; not to be changed. */
    public byte[] body() {
        return body;
    }

    @Override
    public FrameType type() {
        return FrameType.EXTENSION;
    }

    @Override
    public int bodyLengthBytes() {
        return FIXED_LENGTH_BYTES + body.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExtensionMessage that
                && protocolCode == that.protocolCode
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * protocolCode + Arrays.hashCode(body);
    }
}
