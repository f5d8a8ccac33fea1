package hopscope.topology;

/** From how many and from which nodes distances are measured where all would take too long. */
final class Sampling {
    private static final int SOURCES_MIN = 32;

    private Sampling() {}

    /** All nodes, or as many as take about {@code stepsMax} steps. */
    static int sources(Topology topology, long stepsMax) {
        int nodes = topology.nodeCount();
        long stepsEach = (long) nodes + 2L * topology.linkCount();
        long affordable = Math.max(SOURCES_MIN, stepsMax / Math.max(1, stepsEach));
        return (int) Math.min(nodes, affordable);
    }

    /** The i-th of some sources, spread evenly over the nodes' order. */
    static int source(int i, int sources, int nodes) {
        return (int) ((long) i * nodes / sources);
    }
}
