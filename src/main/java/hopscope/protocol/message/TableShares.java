package hopscope.protocol.message;

/**
 * How many messages may still be looked at that share the blocks of a table with its owner. As long as there are any, the
 * owner must copy before it changes.
 */
public final class TableShares {
    private int count;

    /** Whether there are any. */
    public boolean any() {
        return count != 0;
    }

    void add() {
        count++;
    }

    void remove() {
        count--;
    }
}
