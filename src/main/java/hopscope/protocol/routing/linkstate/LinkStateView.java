package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;
import java.util.List;

/**
 * What every node of a network knows when nothing has happened for long: a record of each node, from 0 up without gaps, and
 * the name of each node's arrival log. Immutable; shared by all nodes that begin with it.
 */
public final class LinkStateView {
    private final LinkStateRecord[] records;
    private final long[] logIds;

    /**
     * @param records the record of each node, at the index that is its id
     * @param logIds incarnation of each node's log, see {@link LinkStateCore#logId}
     */
    public LinkStateView(List<LinkStateRecord> records, long[] logIds) {
        this.records = records.toArray(new LinkStateRecord[0]);
        this.logIds = logIds.clone();
    }

    /** Number of nodes. */
    public int size() {
        return records.length;
    }

    /** Record of a node, or {@code null} for an id that is none's. */
    public LinkStateRecord record(int node) {
        return node < records.length ? records[node] : null;
    }

    /** Incarnation of a node's log. */
    public long logId(int node) {
        return logIds[node];
    }
}
