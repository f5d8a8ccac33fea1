package hopscope.topology;

import java.util.Arrays;

/**
 * Hops from up to 64 nodes at once: one breadth-first search in which a word of 64 bits says which of the sources have
 * reached a node (Then et al., "The more the merrier: efficient multi-source graph traversal", VLDB 2014). Where
 * distances are small, as in scale-free networks, it costs a tenth of 64 searches; else as much as they do.
 *
 * <p>Calls allocate nothing: the object owns its work arrays, about 32 bytes per node, and is therefore not thread-safe.
 */
public final class HopsFromMany {
    /** Sources of one search at most. */
    public static final int SOURCES = 64;

    private final Topology topology;
    private final long[] seen;
    private final int[] queue;
    private final int[] nextQueue;

    /** By node: sources that reached it in the last step, or in the one before; 0 for a node in neither queue. */
    private final long[] fresh;

    private final long[] nextFresh;

    /** Receives, for each node, the sources that are at the same distance from it. */
    public interface Sink {
        /**
         * Some sources reach a node. Called once for every distance that occurs at the node, nearest first.
         *
         * @param node that is reached
         * @param sources bit i is set for source {@code firstSource + i}
         * @param hops from each of them
         */
        void reached(int node, long sources, int hops);
    }

    /** Prepares for one network; O(nodes). */
    public HopsFromMany(Topology topology) {
        int nodes = topology.nodeCount();
        this.topology = topology;
        this.seen = new long[nodes];
        this.queue = new int[nodes];
        this.nextQueue = new int[nodes];
        this.fresh = new long[nodes];
        this.nextFresh = new long[nodes];
    }

    /**
     * Hops from some nodes, also to themselves, over the links that are up; O((nodes + links) · distances that occur).
     *
     * @param firstSource the smallest of the sources
     * @param count of sources with successive indices, 1 … {@link #SOURCES}
     * @param linkUp by link
     */
    public void search(int firstSource, int count, boolean[] linkUp, Sink sink) {
        Arrays.fill(seen, 0);
        int size = 0;
        for (int i = 0; i < count; i++) {
            int source = firstSource + i;
            seen[source] = 1L << i;
            fresh[source] = 1L << i;
            queue[size++] = source;
            sink.reached(source, 1L << i, 0);
        }
        int[] now = queue;
        int[] next = nextQueue;
        long[] bitsNow = fresh;
        long[] bitsNext = nextFresh;
        for (int hops = 1; size > 0; hops++) {
            int found = step(now, size, bitsNow, next, bitsNext, linkUp);
            for (int i = 0; i < found; i++) {
                int node = next[i];
                seen[node] |= bitsNext[node];
                sink.reached(node, bitsNext[node], hops);
            }
            int[] nodes = now;
            now = next;
            next = nodes;
            long[] bits = bitsNow;
            bitsNow = bitsNext;
            bitsNext = bits;
            size = found;
        }
    }

    /** One step of all searches; empties {@code bitsNow} and answers how many nodes it found. */
    private int step(int[] now, int size, long[] bitsNow, int[] next, long[] bitsNext, boolean[] linkUp) {
        int found = 0;
        for (int i = 0; i < size; i++) {
            int node = now[i];
            long bits = bitsNow[node];
            bitsNow[node] = 0;
            int end = topology.firstNeighbour(node + 1);
            for (int at = topology.firstNeighbour(node); at < end; at++) {
                int neighbour = topology.neighbourAt(at);
                long news = bits & ~seen[neighbour];
                if (news != 0 && linkUp[topology.linkAt(at)]) {
                    if (bitsNext[neighbour] == 0) {
                        next[found++] = neighbour;
                    }
                    bitsNext[neighbour] |= news;
                }
            }
        }
        return found;
    }
}
