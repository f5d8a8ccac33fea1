package hopscope.protocol.reliability;

import java.util.Arrays;

/**
 * The messages in the window by deadline, then by id: a binary heap in which each message knows its place. The deadlines
 * stand in an array beside it, so that comparing them does not touch the messages.
 */
final class TimeoutHeap {
    private static final int INITIAL_CAPACITY = 16;

    private PendingMessage[] messages = new PendingMessage[INITIAL_CAPACITY];
    private long[] deadlines = new long[INITIAL_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    /** The message due first, or {@code null}. */
    PendingMessage first() {
        return size == 0 ? null : messages[0];
    }

    /** When that message is due; only when there is one. */
    long firstDeadlineNanos() {
        return deadlines[0];
    }

    void add(PendingMessage message, long deadlineNanos) {
        if (size == messages.length) {
            messages = Arrays.copyOf(messages, 2 * size);
            deadlines = Arrays.copyOf(deadlines, 2 * size);
        }
        siftUp(size++, message, deadlineNanos);
    }

    void remove(PendingMessage message) {
        int index = message.heapIndex;
        PendingMessage last = messages[--size];
        messages[size] = null;
        if (last == message) {
            return;
        }
        long deadline = deadlines[size];
        if (index > 0 && isBefore(deadline, last, (index - 1) >>> 1)) {
            siftUp(index, last, deadline);
        } else {
            siftDown(index, last, deadline);
        }
    }

    private boolean isBefore(long deadlineNanos, PendingMessage message, int index) {
        return isBefore(deadlineNanos, message, deadlines[index], messages[index]);
    }

    private void siftUp(int start, PendingMessage message, long deadlineNanos) {
        int index = start;
        while (index > 0 && isBefore(deadlineNanos, message, (index - 1) >>> 1)) {
            int parent = (index - 1) >>> 1;
            put(index, messages[parent], deadlines[parent]);
            index = parent;
        }
        put(index, message, deadlineNanos);
    }

    private void siftDown(int start, PendingMessage message, long deadlineNanos) {
        int index = start;
        int child;
        while ((child = 2 * index + 1) < size) {
            if (child + 1 < size && isBefore(deadlines[child + 1], messages[child + 1], child)) {
                child++;
            }
            if (!isBefore(deadlines[child], messages[child], deadlineNanos, message)) {
                break;
            }
            put(index, messages[child], deadlines[child]);
            index = child;
        }
        put(index, message, deadlineNanos);
    }

    private static boolean isBefore(long deadlineNanos, PendingMessage message, long otherNanos, PendingMessage other) {
        return deadlineNanos < otherNanos || deadlineNanos == otherNanos && message.id() < other.id();
    }

    private void put(int index, PendingMessage message, long deadlineNanos) {
        messages[index] = message;
        deadlines[index] = deadlineNanos;
        message.heapIndex = index;
    }
}
