package hopscope.simulation;

/** Why links do not carry frames: each cause by itself, so that mending one does not mend another. */
final class LinkStates {
    // By link.
    private final boolean[] cut;
    private final boolean[] cutSilently;
    private final int[] partitions;

    /** By direction: partitions that lose its frames without anybody being told. */
    private final int[] mutes;

    LinkStates(int linkCount) {
        cut = new boolean[linkCount];
        cutSilently = new boolean[linkCount];
        partitions = new int[linkCount];
        mutes = new int[2 * linkCount];
    }

    boolean isCut(int link) {
        return cut[link];
    }

    void cut(int link, boolean silently) {
        cut[link] = true;
        cutSilently[link] = silently;
    }

    void mend(int link) {
        cut[link] = false;
    }

    /** Counts a partition in, or out again. */
    void count(FaultTarget.Partition partition, int step) {
        for (int link : partition.links()) {
            partitions[link] += step;
        }
        for (int direction : partition.directions()) {
            mutes[direction] += step;
        }
    }

    /** Whether both ends are told that the link is gone. */
    boolean isKnownDown(int link) {
        return cut[link] && !cutSilently[link] || partitions[link] > 0;
    }

    /** Whether frames get through in one direction, as far as it depends on the link. */
    boolean carries(int direction) {
        int link = direction >> 1;
        return !cut[link] && partitions[link] == 0 && mutes[direction] == 0;
    }
}
