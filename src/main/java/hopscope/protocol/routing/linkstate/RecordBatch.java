package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;

/** The records that one input replaced in a database, by origin, with what they were before. */
final class RecordBatch {
    private final LinkStateDatabase database;
    private final RepairSpace space;
    private int size;
    private boolean hasReplaced;

    /** So many of the first records can be found by origin; the others replaced nothing, and are entered when one is sought. */
    private int indexed;

    /** A batch with a room of its own. */
    RecordBatch(LinkStateDatabase database) {
        this(database, new RepairSpace());
    }

    /**
     * @param space used from the first record until {@link #clear}
     */
    RecordBatch(LinkStateDatabase database, RepairSpace space) {
        this.database = database;
        this.space = space;
    }

    int size() {
        return size;
    }

    int origin(int index) {
        return space.origins[index];
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

    /** The database has just begun with a view: notes all its records. */
    void noteAll(LinkStateView view) {
        for (int node = 0; node < view.size(); node++) {
            note(view.record(node), null);
        }
    }

    /** The same for the first record of an origin, by its number in the database's catalogue. */
    void putFirst(int origin, int number) {
        database.putFirst(origin, number);
        space.ensureBatch(size);
        space.origins[size++] = origin;
    }

    private void note(LinkStateRecord record, LinkStateRecord before) {
        index();
        if (space.indexPlusOne[record.origin()] != 0) {
            return;
        }
        hasReplaced |= before != null;
        space.ensureBatch(size);
        space.origins[size] = record.origin();
        space.replaced[size++] = before;
        space.indexPlusOne[record.origin()] = size;
        indexed = size;
    }

    private void index() {
        space.ensureIds(database.idLimit());
        while (indexed < size) {
            int origin = space.origins[indexed++];
            space.indexPlusOne[origin] = indexed;
        }
    }

    /** Whether one of the records took the place of another. */
    boolean hasReplaced() {
        return hasReplaced;
    }

    /** Whether a record of a node is in it. */
    boolean contains(int node) {
        index();
        return node < space.indexPlusOne.length && space.indexPlusOne[node] != 0;
    }

    /** The record of a node as it was before the batch, or {@code null}. */
    LinkStateRecord before(int node) {
        if (indexed < size) {
            index();
        }
        int index = node < space.indexPlusOne.length ? space.indexPlusOne[node] : 0;
        return index == 0 ? database.get(node) : space.replaced[index - 1];
    }

    void clear() {
        for (int i = 0; i < indexed; i++) {
            space.indexPlusOne[space.origins[i]] = 0;
            space.replaced[i] = null;
        }
        size = 0;
        indexed = 0;
        hasReplaced = false;
    }
}
