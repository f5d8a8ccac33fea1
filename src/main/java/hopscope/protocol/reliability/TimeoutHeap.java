package hopscope.protocol.reliability;

import java.util.Arrays;

/** The messages in the window by deadline, then by id: a binary heap in which each message knows its place. */
final class TimeoutHeap {
    private PendingMessage[] messages = new PendingMessage[16];
    private int size;

    int size() {
        return size;
    }

    /** The message due first, or {@code null}. */
    PendingMessage first() {
        return size == 0 ? null : messages[0];
    }

    void add(PendingMessage message) {
        if (size == messages.length) {
            messages = Arrays.copyOf(messages, 2 * size);
        }
        siftUp(size++, message);
    }

    void remove(PendingMessage message) {
        int index = message.heapIndex;
        PendingMessage last = messages[--size];
        messages[size] = null;
        if (last == message) {
            return;
        }
        if (index > 0 && last.isDueBefore(messages[(index - 1) >>> 1])) {
            siftUp(index, last);
        } else {
            siftDown(index, last);
        }
    }

    private void siftUp(int start, PendingMessage message) {
        int index = start;
        while (index > 0 && message.isDueBefore(messages[(index - 1) >>> 1])) {
            put(index, messages[(index - 1) >>> 1]);
            index = (index - 1) >>> 1;
        }
        put(index, message);
    }

    private void siftDown(int start, PendingMessage message) {
        int index = start;
        int child;
        while ((child = 2 * index + 1) < size) {
            if (child + 1 < size && messages[child + 1].isDueBefore(messages[child])) {
                child++;
            }
            if (!messages[child].isDueBefore(message)) {
                break;
            }
            put(index, messages[child]);
            index = child;
        }
        put(index, message);
    }

    private void put(int index, PendingMessage message) {
        messages[index] = message;
        message.heapIndex = index;
    }
}
