package hopscope.topology;

/** Exact shortest paths on the live part of a network; skeleton. */
public final class ShortestPaths {
    /** Prepares work arrays for one network; O(nodes). */
    public ShortestPaths(Topology topology) {}

    /** Hops from {@code source} over links and nodes that are up; {@link Integer#MAX_VALUE} = unreachable. */
    public void hops(int source, boolean[] linkUp, boolean[] nodeUp, int[] distance) {
        throw new UnsupportedOperationException();
    }
}
