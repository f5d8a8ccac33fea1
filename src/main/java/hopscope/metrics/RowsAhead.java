package hopscope.metrics;

/**
 * Reads the rows of a node through when many of its routes change one after the other. A batch of link-state records changes
 * routes here and there in rows that have been out of the cache for long; read through, they come at the rate of memory
 * instead of after one wait for each change.
 */
final class RowsAhead {
    /** After so many changes of one node, one after the other, many more are to be expected. */
    private static final int MANY = 32;

    private static final int LINE = 64;

    private int node = -1;
    private int changes;

    /** Nothing that matters, but what nobody keeps need not be read. */
    private int read;

    /**
     * A route of a node changes.
     *
     * @param states of the node's routes
     */
    void changed(int changing, byte[] states, DistanceOracle oracle) {
        if (changing != node) {
            node = changing;
            changes = 0;
        } else if (++changes == MANY) {
            for (int i = 0; i < states.length; i += LINE) {
                read += states[i];
            }
            read += oracle.row(changing).fetch();
        }
    }
}
