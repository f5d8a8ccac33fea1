package hopscope.simulation;

import java.util.Arrays;

/**
 * What waits before a direction of limited bandwidth: first come, first served; a frame that finds the queue full is
 * dropped (drop-tail). The frame in transmission is not in the queue. Memory grows with what waits.
 */
final class LinkQueue {
    /** What {@link #departureNanos} answers for a frame that finds the queue full. */
    static final long DROPPED = -1;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final long bitsPerSecond;
    private final int framesMax;
    private final long bytesMax;

    /** Of each waiting frame: when its transmission begins, and its bytes. A ring. */
    private long[] starts = new long[8];

    private int[] sizes = new int[8];
    private int head;
    private int count;
    private long waitingBytes;
    private long freeNanos;
    private long waitNanos;

    /**
     * @param bitsPerSecond positive
     * @param framesMax most frames that wait, or negative for no limit
     * @param bytesMax most bytes that wait, or negative for no limit
     */
    LinkQueue(long bitsPerSecond, int framesMax, long bytesMax) {
        this.bitsPerSecond = bitsPerSecond;
        this.framesMax = framesMax;
        this.bytesMax = bytesMax;
    }

    /** When the last bit of a frame that comes now has been sent, or {@link #DROPPED}; times must not go back. */
    long departureNanos(long nowNanos, int bytes) {
        begin(nowNanos);
        boolean waits = freeNanos > nowNanos;
        if (waits && isFullFor(bytes)) {
            return DROPPED;
        }
        long start = Math.max(nowNanos, freeNanos);
        waitNanos = start - nowNanos;
        freeNanos = start + (bytes * 8L * NANOS_PER_SECOND + bitsPerSecond - 1) / bitsPerSecond;
        if (waits) {
            enqueue(start, bytes);
        }
        return freeNanos;
    }

    private boolean isFullFor(int bytes) {
        return framesMax >= 0 && count >= framesMax || bytesMax >= 0 && waitingBytes + bytes > bytesMax;
    }

    /** Takes out what is being sent, or was. */
    private void begin(long nowNanos) {
        while (count > 0 && starts[head] <= nowNanos) {
            waitingBytes -= sizes[head];
            head = (head + 1) % starts.length;
            count--;
        }
    }

    private void enqueue(long start, int bytes) {
        if (count == starts.length) {
            starts = unrolled(starts);
            int[] longer = new int[2 * count];
            for (int i = 0; i < count; i++) {
                longer[i] = sizes[(head + i) % count];
            }
            sizes = longer;
            head = 0;
        }
        int tail = (head + count++) % starts.length;
        starts[tail] = start;
        sizes[tail] = bytes;
        waitingBytes += bytes;
    }

    private long[] unrolled(long[] ring) {
        long[] longer = Arrays.copyOfRange(ring, head, head + 2 * ring.length);
        System.arraycopy(ring, 0, longer, ring.length - head, head);
        return longer;
    }

    /** How long the last frame that was not dropped waits before its transmission begins. */
    long waitNanos() {
        return waitNanos;
    }

    /** Frames that wait, the last one included. */
    int waitingFrames() {
        return count;
    }

    /** Throws away everything that waits or is being sent. */
    void clear() {
        count = 0;
        waitingBytes = 0;
        freeNanos = 0;
    }
}
