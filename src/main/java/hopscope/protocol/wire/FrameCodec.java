package hopscope.protocol.wire;

import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.FrameType;
import hopscope.protocol.message.Message;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Encodes messages as frames and decodes frames to messages. Total: every message has a frame, and every sequence of
 * bytes is either a message or a {@link FrameError}. Holds a checksum and nothing else; not thread-safe.
 */
public final class FrameCodec {
    /** Length of the frame header. */
    public static final int HEADER_LENGTH_BYTES = 12;

    /** The largest body accepted: a table of 1.6 million routes. */
    public static final int MAX_BODY_LENGTH_BYTES = 16 * 1024 * 1024;

    private static final short MAGIC = 0x4853;
    private static final byte WIRE_VERSION = 1;
    private static final int CHECKSUM_OFFSET = 8;

    private final CRC32C checksum = new CRC32C();

    /**
     * What a frame turned out to be: exactly one of the two is there.
     *
     * @param message the message, or {@code null}
     * @param error what is wrong, or {@code null}
     */
    public record Decoded(Message message, FrameError error) {
        static Decoded of(FrameError error) {
            return new Decoded(null, error);
        }
    }

    /** Length of the frame of a message: header and body. */
    public static int frameLengthBytes(Message message) {
        return HEADER_LENGTH_BYTES + bodyLengthBytes(message);
    }

    /**
     * Length of the body of a message. Asked several times for every frame, so the two kinds that most frames are need no
     * search for the method of an interface.
     */
    public static int bodyLengthBytes(Message message) {
        if (message instanceof DataMessage data) {
            return data.bodyLengthBytes();
        }
        return message instanceof AckMessage ack ? ack.bodyLengthBytes() : message.bodyLengthBytes();
    }

    /** Type of the frame of a message, as quickly. */
    public static FrameType typeOf(Message message) {
        if (message instanceof DataMessage) {
            return FrameType.DATA;
        }
        return message instanceof AckMessage ? FrameType.ACK : message.type();
    }

    /** The frame of a message; a new array. */
    public byte[] encode(Message message) {
        ByteBuffer out = ByteBuffer.allocate(frameLengthBytes(message));
        encode(message, out);
        return out.array();
    }

    /**
     * Puts the frame of a message into a buffer.
     *
     * @param out big-endian, backed by an array, with {@link #frameLengthBytes} left at least
     */
    public void encode(Message message, ByteBuffer out) {
        int start = out.position();
        out.putShort(MAGIC)
                .put(WIRE_VERSION)
                .put((byte) message.type().code())
                .putInt(message.bodyLengthBytes())
                .putInt(0);
        BodyEncoder.encode(message, out);
        int length = out.position() - start;
        if (length != frameLengthBytes(message)) {
            throw new IllegalStateException(message.type() + " is not as long as it computed");
        }
        out.putInt(start + CHECKSUM_OFFSET, checksumOf(out.array(), out.arrayOffset() + start, length));
    }

    /** The message of one whole frame. */
    public Decoded decode(byte[] frame) {
        return decode(frame, 0, frame.length);
    }

    /** The message of the frame that fills {@code length} bytes from {@code offset} on. */
    public Decoded decode(byte[] bytes, int offset, int length) {
        if (length < HEADER_LENGTH_BYTES) {
            return Decoded.of(FrameError.TRUNCATED);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        if (in.getShort() != MAGIC) {
            return Decoded.of(FrameError.BAD_MAGIC);
        }
        if (in.get() != WIRE_VERSION) {
            return Decoded.of(FrameError.BAD_WIRE_VERSION);
        }
        FrameType type = FrameType.ofCode(in.get() & 0xFF);
        if (type == null) {
            return Decoded.of(FrameError.UNKNOWN_TYPE);
        }
        int bodyLength = in.getInt();
        if (bodyLength < 0 || bodyLength > MAX_BODY_LENGTH_BYTES) {
            return Decoded.of(FrameError.OVERSIZED);
        }
        int checksumSent = in.getInt();
        if (bodyLength != in.remaining()) {
            return Decoded.of(bodyLength > in.remaining() ? FrameError.TRUNCATED : FrameError.BAD_LENGTH);
        }
        if (checksumSent != checksumOf(bytes, offset, length)) {
            return Decoded.of(FrameError.BAD_CHECKSUM);
        }
        return decodeBody(type, in);
    }

    private static Decoded decodeBody(FrameType type, ByteBuffer in) {
        BodyReader reader = new BodyReader(in);
        Message message = BodyDecoder.decode(type, reader);
        FrameError error = reader.errorAtEnd();
        return error == null ? new Decoded(message, null) : Decoded.of(error);
    }

    private int checksumOf(byte[] bytes, int offset, int length) {
        checksum.reset();
        checksum.update(bytes, offset, CHECKSUM_OFFSET);
        checksum.update(bytes, offset + HEADER_LENGTH_BYTES, length - HEADER_LENGTH_BYTES);
        return (int) checksum.getValue();
    }
}
