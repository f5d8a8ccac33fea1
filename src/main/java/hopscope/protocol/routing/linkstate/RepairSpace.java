package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RecordCatalogue;
import java.util.Arrays;

/**
 * The room that a router needs while it takes in one input, and not between inputs: what a batch of records replaced, what
 * a repair of the tree touched, which nodes wait to be settled. Besides, what would be the same for all: a copy of the
 * links of records, and how large the network is. Routers that are never at work at the same time, such as those of one
 * simulation, may share one; then it costs a network the room of its largest repair, and not of every node's.
 *
 * <p>Not thread-safe.
 */
public final class RepairSpace {
    /** What waits to be settled. */
    final DistanceQueue queue = new DistanceQueue();

    /** The numbers of records. */
    final RecordCatalogue catalogue = new RecordCatalogue();

    /** The records of a message that are not those that are here, as indices. */
    int[] others = new int[8];

    /** The links of records. */
    final LinkRows rows = new LinkRows();

    /** For those that keep no tree. */
    final RouteSearch search = new RouteSearch(queue);

    /** What a repair touched. */
    final TouchedNodes touched = new TouchedNodes();

    /** Nodes cut off by a repair. */
    int[] orphans = new int[8];

    /** The records of a batch: their origins, and what was there before. */
    int[] origins = new int[8];

    LinkStateRecord[] replaced = new LinkStateRecord[8];

    /** Index + 1 of an origin in the batch, 0 if it is not in it. */
    int[] indexPlusOne = {};

    /** Ids below this have been seen by some router that uses the room. */
    private int idLimit;

    /** A new room, empty. */
    public RepairSpace() {}

    /**
     * How long a table by id is to be made that has become too short for an id: just long enough for all ids seen, so that
     * the routers of a network do not each grow theirs step by step; a little longer for whoever is the first to see one.
     */
    int lengthFor(int id) {
        if (id < idLimit) {
            return idLimit;
        }
        idLimit = id + 1;
        return idLimit + idLimit / 8;
    }

    /** Makes room for one more orphan. */
    void ensureOrphans(int count) {
        if (count == orphans.length) {
            orphans = Arrays.copyOf(orphans, 2 * count);
        }
    }

    /** Makes room for one more record in a batch. */
    void ensureBatch(int size) {
        if (size == origins.length) {
            origins = Arrays.copyOf(origins, 2 * size);
            replaced = Arrays.copyOf(replaced, 2 * size);
        }
    }

    /** Makes room for so many records of a message. */
    void ensureOthers(int count) {
        if (count > others.length) {
            others = new int[count + count / 2];
        }
    }

    /** Makes room for ids below a limit. */
    void ensureIds(int limit) {
        if (limit > indexPlusOne.length) {
            indexPlusOne = Arrays.copyOf(indexPlusOne, limit);
        }
    }
}
