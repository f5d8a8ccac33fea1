package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import java.util.Arrays;

/** The records that one input replaced in a database, by origin, with what they were before. */
final class RecordBatch {
    private final LinkStateDatabase database;
    private int[] origins = new int[8];
    private LinkStateRecord[] replaced = new LinkStateRecord[8];
    private int size;

    /** Index + 1 of an origin in this batch, 0 if it is not in it. */
    private int[] indexPlusOne = {};

    RecordBatch(LinkStateDatabase database) {
        this.database = database;
    }

    int size() {
        return size;
    }

    int origin(int index) {
        return origins[index];
    }

    /** Puts a record that is news into the database and notes what it replaces. */
    void put(LinkStateRecord record) {
        LinkStateRecord before = database.get(record.origin());
        database.put(record);
        note(record, before);
    }

    /** Puts a record in the place of one that is there, and nothing into the log; notes what it replaces. */
    void putSilently(LinkStateRecord record) {
        LinkStateRecord before = database.get(record.origin());
        database.putSilently(record);
        note(record, before);
    }

    private void note(LinkStateRecord record, LinkStateRecord before) {
        if (indexPlusOne.length < database.idLimit()) {
            indexPlusOne = Arrays.copyOf(indexPlusOne, database.idLimit());
        }
        if (indexPlusOne[record.origin()] != 0) {
            return;
        }
        if (size == origins.length) {
            origins = Arrays.copyOf(origins, 2 * size);
            replaced = Arrays.copyOf(replaced, 2 * size);
        }
        origins[size] = record.origin();
        replaced[size++] = before;
        indexPlusOne[record.origin()] = size;
    }

    /** The record of a node as it was before the batch, or {@code null}. */
    LinkStateRecord before(int node) {
        int index = node < indexPlusOne.length ? indexPlusOne[node] : 0;
        return index == 0 ? database.get(node) : replaced[index - 1];
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            indexPlusOne[origins[i]] = 0;
            replaced[i] = null;
        }
        size = 0;
    }
}
