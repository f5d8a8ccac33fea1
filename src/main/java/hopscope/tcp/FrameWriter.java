package hopscope.tcp;

import hopscope.protocol.message.Message;
import hopscope.protocol.wire.FrameCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * The frames that wait to be written to one connection, bounded in bytes. The node's thread offers and never waits; the
 * connection's writer thread encodes and writes, many small frames at once.
 */
final class FrameWriter {
    private static final int CHUNK_LENGTH_BYTES = 64 * 1024;

    private final int maxQueuedBytes;
    private final Object lock = new Object();
    private ArrayDeque<Message> waiting = new ArrayDeque<>();
    private ArrayDeque<Message> taken = new ArrayDeque<>();
    private int queuedBytes;
    private boolean finishing;

    FrameWriter(int maxQueuedBytes) {
        this.maxQueuedBytes = maxQueuedBytes;
    }

    /** Queues a frame; answers {@code false} if it was dropped because too much is waiting. */
    boolean offer(Message message) {
        int length = FrameCodec.frameLengthBytes(message);
        synchronized (lock) {
            // A frame longer than the bound may pass when nothing else waits: a large table must be able to.
            if (finishing || (queuedBytes > 0 && queuedBytes + (long) length > maxQueuedBytes)) {
                return false;
            }
            queuedBytes += length;
            if (waiting.isEmpty()) {
                lock.notifyAll();
            }
            waiting.add(message);
            return true;
        }
    }

    /** Bytes of frames offered and not yet handed to the system. */
    int queuedBytes() {
        synchronized (lock) {
            return queuedBytes;
        }
    }

    /** Takes no more frames; {@link #writeTo} returns when all are written. */
    void finish() {
        synchronized (lock) {
            finishing = true;
            lock.notifyAll();
        }
    }

    /** Writes frames as they come, until {@link #finish}, a failure of the stream, or an interrupt. */
    void writeTo(OutputStream out) throws IOException, InterruptedException {
        FrameCodec codec = new FrameCodec();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_LENGTH_BYTES);
        while (take()) {
            Message message;
            while ((message = taken.poll()) != null) {
                int length = FrameCodec.frameLengthBytes(message);
                if (length > chunk.remaining()) {
                    flush(chunk, out);
                }
                if (length > chunk.capacity()) {
                    out.write(codec.encode(message));
                    release(length);
                } else {
                    codec.encode(message, chunk);
                }
            }
            flush(chunk, out);
        }
    }

    private boolean take() throws InterruptedException {
        synchronized (lock) {
            while (waiting.isEmpty()) {
                if (finishing) {
                    return false;
                }
                lock.wait();
            }
            ArrayDeque<Message> swap = taken;
            taken = waiting;
            waiting = swap;
            return true;
        }
    }

    private void flush(ByteBuffer chunk, OutputStream out) throws IOException {
        if (chunk.position() > 0) {
            out.write(chunk.array(), 0, chunk.position());
            release(chunk.position());
            chunk.clear();
        }
    }

    private void release(int length) {
        synchronized (lock) {
            queuedBytes -= length;
        }
    }
}
