package hopscope.results;

/**
 * How far the messages of one protocol went, over all its runs.
 *
 * @param protocol name of its entry in the scenario
 * @param counts {@code counts[h]}: messages first delivered over h links; may be empty. Owned by this record, not to be
 *     changed
 */
public record HopCounts(String protocol, long[] counts) {
    /** Messages in all. */
    public long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }
}
