package hopscope.topology;

import java.util.List;

/**
 * What a network file says beyond nodes and links. Arrays are shared and not to be changed; those by link follow
 * {@link Topology}'s links, those by node its nodes.
 *
 * @param format label of the file's format, or empty
 * @param weightUnit of the weights, with their origin, or empty where there are none
 * @param weights by link, not negative; empty where not all links have one
 * @param geographic whether coordinates are degrees, else they are a plane's
 * @param x by node, degrees east or a plane's x; NaN where unknown; empty where no node has one
 * @param y by node, degrees north or a plane's y, downwards; as {@code x}
 * @param jitterNanos by link, or -1
 * @param lossPpm by link, parts per million, or -1
 * @param bandwidthBps by link, bits per second, or -1
 * @param latenciesGiven links whose latency is the file's
 * @param latenciesOfDistance links whose latency was computed from a length
 * @param notes what was repaired or assumed beyond the counts of the {@link ImportReport}, sentences for people
 */
public record TopologyAttributes(
        String format,
        String weightUnit,
        double[] weights,
        boolean geographic,
        double[] x,
        double[] y,
        long[] jitterNanos,
        int[] lossPpm,
        long[] bandwidthBps,
        int latenciesGiven,
        int latenciesOfDistance,
        List<String> notes) {
    private static final double[] NONE = {};

    /** Keeps its own copy of the notes. */
    public TopologyAttributes {
        notes = List.copyOf(notes);
    }

    /**
     * Only the coordinates, of the nodes of a part of the network; found by their names. O(nodes).
     *
     * @param whole that these are the attributes of
     * @param part whose nodes are all in it
     */
    public TopologyAttributes ofNodes(Topology whole, Topology part) {
        if (x.length == 0) {
            return none(part);
        }
        double[] partX = new double[part.nodeCount()];
        double[] partY = new double[part.nodeCount()];
        for (int node = 0; node < part.nodeCount(); node++) {
            int from = whole.indexOf(part.name(node));
            partX[node] = x[from];
            partY[node] = y[from];
        }
        return new TopologyAttributes(
                format, "", NONE, geographic, partX, partY, new long[0], new int[0], new long[0], 0, 0, List.of());
    }

    /** Of a network about which nothing more is known; O(links). */
    public static TopologyAttributes none(Topology topology) {
        int given = 0;
        for (int link = 0; link < topology.linkCount(); link++) {
            given += topology.latencyNanos(link) == Topology.NO_LATENCY ? 0 : 1;
        }
        return new TopologyAttributes(
                "", "", NONE, false, NONE, NONE, new long[0], new int[0], new long[0], given, 0, List.of());
    }
}
