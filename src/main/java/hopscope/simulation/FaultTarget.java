package hopscope.simulation;

/**
 * What faults act on. Every method answers whether there was anything to do: a link that is cut already is not cut again.
 * Links, nodes and directions are numbers of the topology, see {@link Links}.
 */
public interface FaultTarget {
    /** Cuts a link, both ways; if not silently, both ends are told. */
    boolean cut(int link, boolean silent);

    /** Mends a link that was cut. */
    boolean mend(int link);

    /**
     * Stops a node.
     *
     * @param silent whether its neighbours are left to find out
     * @param keepsState whether it freezes and may go on later, instead of losing its memory
     */
    boolean stop(int node, boolean silent, boolean keepsState);

    /** Has a node that is up say that it will go; it takes no messages of its own any more, but forwards on. */
    boolean leave(int node);

    /**
     * Stops a node that has said so; its state is lost.
     *
     * @param silent whether its neighbours are told nothing else
     */
    boolean depart(int node, boolean silent);

    /** Starts a node that was stopped. */
    boolean start(int node);

    /** Separates groups of nodes. */
    boolean separate(Partition partition);

    /** Ends a partition. */
    boolean heal(Partition partition);

    /** Makes links worse. */
    boolean degrade(Degradation degradation);

    /** Ends a degradation. */
    boolean recover(Degradation degradation);

    /** Makes a node's clock run so many parts per million too fast from now on; negative for too slow. */
    boolean skewClock(int node, int ppm);

    /** Sets a node's wall clock ahead, or back if negative. */
    boolean stepClock(int node, long nanos);

    /**
     * Groups of nodes that cannot talk to each other.
     *
     * @param name the same for the same groups
     * @param links links between them, both ways; empty if the partition is silent
     * @param directions directions that lose all frames without anybody being told
     */
    record Partition(String name, int[] links, int[] directions) {}

    /**
     * Links that are worse than usual, both ways.
     *
     * @param links which
     * @param lossPpm loss beside their own, 0 … 1,000,000
     * @param latencyFactorPpm what each latency is multiplied by, in parts per million
     */
    record Degradation(int[] links, int lossPpm, long latencyFactorPpm) {}

    /** What one occurrence of a fault does. */
    @FunctionalInterface
    interface Action {
        /** Does it; answers whether there was anything to do. */
        boolean apply(FaultTarget target);
    }
}
