package hopscope.protocol.reliability;

import hopscope.random.Keys;

/** The messages in the window by id: an open-addressing table with linear probing, never more than half full. */
final class PendingById {
    private PendingMessage[] table = new PendingMessage[32];
    private int size;

    PendingMessage get(long id) {
        return table[indexOf(id)];
    }

    void add(PendingMessage message) {
        if (2 * (size + 1) > table.length) {
            grow();
        }
        table[indexOf(message.id())] = message;
        size++;
    }

    void remove(PendingMessage message) {
        int mask = table.length - 1;
        int gap = indexOf(message.id());
        table[gap] = null;
        size--;
        // Close the gap: move back whatever would no longer be found from its home.
        for (int index = gap + 1 & mask; table[index] != null; index = index + 1 & mask) {
            int home = home(table[index].id());
            if ((index - home & mask) >= (index - gap & mask)) {
                table[gap] = table[index];
                table[index] = null;
                gap = index;
            }
        }
    }

    private int indexOf(long id) {
        int mask = table.length - 1;
        int index = home(id);
        while (table[index] != null && table[index].id() != id) {
            index = index + 1 & mask;
        }
        return index;
    }

    private int home(long id) {
        return (int) Keys.mix(id) & table.length - 1;
    }

    private void grow() {
        PendingMessage[] old = table;
        table = new PendingMessage[2 * old.length];
        for (PendingMessage message : old) {
            if (message != null) {
                table[indexOf(message.id())] = message;
            }
        }
    }
}
