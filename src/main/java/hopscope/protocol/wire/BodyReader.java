package hopscope.protocol.wire;

import java.nio.ByteBuffer;

/**
 * Reads the fields of a body and remembers the first thing that was wrong. After that every field reads as zero, so a
 * decoder needs no checks of its own between the fields.
 */
final class BodyReader {
    /** Ids above this are refused, so that a peer cannot make us allocate tables for nodes that do not exist. */
    static final int MAX_NODE_ID = (1 << 20) - 1;

    private final ByteBuffer in;
    private FrameError error;

    BodyReader(ByteBuffer in) {
        this.in = in;
    }

    int u8() {
        return has(1) ? in.get() & 0xFF : 0;
    }

    int u16() {
        return has(2) ? in.getShort() & 0xFFFF : 0;
    }

    int i32() {
        return has(4) ? in.getInt() : 0;
    }

    long i64() {
        return has(8) ? in.getLong() : 0;
    }

    int nodeId() {
        return inRange(i32(), 0, MAX_NODE_ID);
    }

    int atLeast(int least) {
        return inRange(i32(), least, Integer.MAX_VALUE);
    }

    boolean flag() {
        return inRange(u8(), 0, 1) == 1;
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[has(length) ? length : 0];
        in.get(bytes);
        return bytes;
    }

    /** A number of items to come, each of at least so many bytes; 0 if they cannot all be there. */
    int count(int count, int leastLengthBytes) {
        if (count < 0 || (long) count * leastLengthBytes > in.remaining()) {
            fail(FrameError.BAD_LENGTH);
            return 0;
        }
        return count;
    }

    int inRange(int value, int least, int most) {
        if (value < least || value > most) {
            fail(FrameError.BAD_VALUE);
            return least;
        }
        return value;
    }

    void require(boolean condition) {
        if (!condition) {
            fail(FrameError.BAD_VALUE);
        }
    }

    boolean failed() {
        return error != null;
    }

    FrameError errorAtEnd() {
        if (error == null && in.hasRemaining()) {
            error = FrameError.BAD_LENGTH;
        }
        return error;
    }

    private boolean has(int length) {
        if (error == null && in.remaining() < length) {
            fail(FrameError.BAD_LENGTH);
        }
        return error == null;
    }

    private void fail(FrameError cause) {
        if (error == null) {
            error = cause;
        }
    }
}
