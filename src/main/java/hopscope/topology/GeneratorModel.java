package hopscope.topology;

import java.util.Locale;

/** The network models that {@link TopologyGenerator} can draw. */
public enum GeneratorModel {
    /** A path. */
    LINE,
    /** A cycle of at least three nodes. */
    RING,
    /** Node 0 in the middle, all others linked to it only. */
    STAR,
    /** Every pair linked. */
    COMPLETE,
    /** A rectangle of rows and columns, four neighbours inside; numbered row by row. */
    GRID,
    /** A grid whose edges are joined; four neighbours everywhere. */
    TORUS,
    /** A tree in which every inner node has the same number of children, filled level by level from node 0. */
    TREE,
    /** G(n, p): every possible link with the same probability, independently (Gilbert 1959; Erdős and Rényi 1959). */
    ERDOS_RENYI,
    /** Growth with preferential attachment (Barabási and Albert, Science 286, 1999). */
    BARABASI_ALBERT,
    /** A ring lattice, links rewired at random (Watts and Strogatz, Nature 393, 1998). */
    WATTS_STROGATZ,
    /** Every node with the same degree, otherwise random (Steger and Wormald 1999). */
    RANDOM_REGULAR;

    /** The name in scenario files and on the command line, such as {@code barabasi-albert}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
