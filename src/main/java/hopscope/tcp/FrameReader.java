package hopscope.tcp;

import hopscope.protocol.message.Message;
import hopscope.protocol.wire.FrameCodec;
import hopscope.protocol.wire.FrameError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into frames. Memory grows with the bytes that came, not with the length that a header claims.
 * Not thread-safe.
 */
public final class FrameReader {
    private static final int INITIAL_CAPACITY_BYTES = 16 * 1024;
    private static final int LENGTH_OFFSET = 4;
    private static final byte[] BEGIN = {0x48, 0x53, 1};

    /**
     * The next thing in the stream: a message, or what is wrong with a frame, or, without both, the stream's end.
     *
     * @param message the message, or {@code null}
     * @param error what is wrong, or {@code null}
     * @param synced whether the stream can be read on: the end of the frame is known and its bytes were undamaged
     */
    public record Item(Message message, FrameError error, boolean synced) {
        private static final Item END = new Item(null, null, false);

        /** Whether the stream ended between two frames. */
        public boolean isEnd() {
            return message == null && error == null;
        }
    }

    private final InputStream in;
    private final FrameCodec codec = new FrameCodec();
    private byte[] buffer = new byte[INITIAL_CAPACITY_BYTES];
    private int from;
    private int to;
    private int maxBodyLengthBytes;

    /**
     * @param in read to its end; not closed
     * @param maxBodyLengthBytes longer bodies are {@link FrameError#OVERSIZED}; at most the codec's own limit
     */
    public FrameReader(InputStream in, int maxBodyLengthBytes) {
        this.in = in;
        limitBody(maxBodyLengthBytes);
    }

    /** Sets another limit, from the next frame on. */
    public void limitBody(int maxBodyLengthBytes) {
        this.maxBodyLengthBytes = Math.min(maxBodyLengthBytes, FrameCodec.MAX_BODY_LENGTH_BYTES);
    }

    /** Whether the next frame is here as a whole, or is known to be wrong, so that {@link #next} will not wait. */
    public boolean hasNext() {
        int length = frameLength();
        return length < 0 || length <= to - from;
    }

    /** The next item; waits for bytes. After one that is not {@link Item#synced} nothing sensible follows. */
    public Item next() throws IOException {
        int length;
        while ((length = frameLength()) > to - from) {
            if (!fill()) {
                return atFailure();
            }
        }
        if (length < 0) {
            return new Item(null, FrameError.OVERSIZED, false);
        }
        FrameCodec.Decoded decoded = codec.decode(buffer, from, length);
        from += length;
        if (decoded.error() == null) {
            return new Item(decoded.message(), null, true);
        }
        return new Item(null, decoded.error(), isHarmless(decoded.error()));
    }

    /** Whether the frame's checksum was right, so that its length can be believed. */
    private static boolean isHarmless(FrameError error) {
        return error == FrameError.BAD_LENGTH || error == FrameError.BAD_VALUE;
    }

    /** What to make of a failure of the stream: its end, or, inside a frame, a truncated frame. */
    Item atFailure() {
        return to == from ? Item.END : new Item(null, FrameError.TRUNCATED, false);
    }

    /** Length of the frame that begins, as far as it is known; -1 if it is too long. */
    private int frameLength() {
        int have = to - from;
        if (!beginsLikeAFrame(have)) {
            // The decoder names the cause; no more bytes are needed for that than there are in a header.
            return FrameCodec.HEADER_LENGTH_BYTES;
        }
        if (have < FrameCodec.HEADER_LENGTH_BYTES) {
            return FrameCodec.HEADER_LENGTH_BYTES;
        }
        int body = ByteBuffer.wrap(buffer).getInt(from + LENGTH_OFFSET);
        return body < 0 || body > maxBodyLengthBytes ? -1 : FrameCodec.HEADER_LENGTH_BYTES + body;
    }

    private boolean beginsLikeAFrame(int have) {
        int known = Math.min(have, BEGIN.length);
        return Arrays.equals(buffer, from, from + known, BEGIN, 0, known);
    }

    /** Reads what there is, at least one byte; answers whether the stream goes on. */
    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = 0;
        } else if (to == buffer.length) {
            makeRoom();
        }
        int count = in.read(buffer, to, buffer.length - to);
        if (count < 0) {
            return false;
        }
        to += count;
        return true;
    }

    private void makeRoom() {
        if (from > buffer.length / 2) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
        } else {
            int capacity = from == 0 ? 2 * buffer.length : buffer.length;
            buffer = Arrays.copyOfRange(buffer, from, from + capacity);
        }
        to -= from;
        from = 0;
    }
}
