package hopscope.topology;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An undirected simple graph of nodes and links, as compact arrays. Immutable.
 *
 * <p>Nodes are indices {@code 0 … nodeCount()-1}; links are indices {@code 0 … linkCount()-1}. Nodes keep the names the
 * user knows them by. There are no self-loops and no parallel links: {@link TopologyBuilder} merges and drops them and
 * says so.
 */
public final class Topology {
    /** {@link #latencyNanos(int)} of a link whose source gave no latency. */
    public static final long NO_LATENCY = -1;

    private final String[] names;
    private final int[] endA;
    private final int[] endB;
    private final long[] latencyNanos;

    /** Neighbours of node v: {@code neighbours[offsets[v] … offsets[v+1]-1]}, ascending; links beside them. */
    private final int[] offsets;

    private final int[] neighbours;
    private final int[] links;
    private final Map<String, Integer> indexByName;
    private final Map<String, List<Integer>> nodesByAlias;
    private final LinkFacts facts;

    /**
     * @param names one per node, distinct
     * @param endA smaller end of each link
     * @param endB larger end of each link
     * @param latencyNanos one-way latency of each link, or {@link #NO_LATENCY}
     * @param nodesByAlias other names and their nodes, at least one each
     */
    Topology(List<String> names, int[] endA, int[] endB, long[] latencyNanos, Map<String, List<Integer>> nodesByAlias) {
        this.nodesByAlias = nodesByAlias;
        this.facts = LinkFacts.NONE;
        this.names = names.toArray(new String[0]);
        this.endA = endA.clone();
        this.endB = endB.clone();
        this.latencyNanos = latencyNanos.clone();
        this.offsets = new int[this.names.length + 1];
        this.neighbours = new int[2 * endA.length];
        this.links = new int[2 * endA.length];
        this.indexByName = new HashMap<>();
        for (int node = 0; node < this.names.length; node++) {
            if (indexByName.put(this.names[node], node) != null) {
                throw new IllegalArgumentException("two nodes are named " + this.names[node]);
            }
        }
        fillAdjacency();
    }

    private Topology(Topology same, LinkFacts facts) {
        this.names = same.names;
        this.endA = same.endA;
        this.endB = same.endB;
        this.latencyNanos = same.latencyNanos;
        this.offsets = same.offsets;
        this.neighbours = same.neighbours;
        this.links = same.links;
        this.indexByName = same.indexByName;
        this.nodesByAlias = same.nodesByAlias;
        this.facts = facts;
    }

    /** The same network about whose links more is known. */
    public Topology with(LinkFacts known) {
        return new Topology(this, known);
    }

    /** What is known of the links beyond their latencies. */
    public LinkFacts facts() {
        return facts;
    }

    private void fillAdjacency() {
        for (int link = 0; link < endA.length; link++) {
            offsets[endA[link] + 1]++;
            offsets[endB[link] + 1]++;
        }
        for (int node = 0; node < names.length; node++) {
            offsets[node + 1] += offsets[node];
        }
        int[] fill = Arrays.copyOf(offsets, names.length);
        // Two passes in link order, links being sorted by (a, b), leave every neighbour list ascending.
        for (int link = 0; link < endA.length; link++) {
            place(fill, endB[link], endA[link], link);
        }
        for (int link = 0; link < endA.length; link++) {
            place(fill, endA[link], endB[link], link);
        }
    }

    private void place(int[] fill, int node, int neighbour, int link) {
        neighbours[fill[node]] = neighbour;
        links[fill[node]++] = link;
    }

    /** Number of nodes. */
    public int nodeCount() {
        return names.length;
    }

    /** Number of undirected links. */
    public int linkCount() {
        return endA.length;
    }

    /** The user's name of a node. */
    public String name(int node) {
        return names[node];
    }

    /**
     * Index of the node so named; else of the only node that has this as another name, such as its id or label in a
     * file; else -1.
     */
    public int indexOf(String name) {
        Integer index = indexByName.get(name);
        if (index != null) {
            return index;
        }
        List<Integer> nodes = nodesByAlias.getOrDefault(name, List.of());
        return nodes.size() == 1 ? nodes.get(0) : -1;
    }

    /** The nodes that have this as another name, ascending; more than one make the name ambiguous. */
    public List<Integer> nodesWithAlias(String alias) {
        return nodesByAlias.getOrDefault(alias, List.of());
    }

    /** All other names and their nodes; unmodifiable. Only for lookups: their order means nothing. */
    Map<String, List<Integer>> aliases() {
        return nodesByAlias;
    }

    /** All node names by index; a copy. */
    public List<String> names() {
        return List.of(names);
    }

    /** The end of a link with the smaller index. */
    public int endA(int link) {
        return endA[link];
    }

    /** The end of a link with the larger index. */
    public int endB(int link) {
        return endB[link];
    }

    /** One-way latency that the source gave for this link, in nanoseconds, or {@link #NO_LATENCY}. */
    public long latencyNanos(int link) {
        return latencyNanos[link];
    }

    /** Number of neighbours of a node. */
    public int degree(int node) {
        return offsets[node + 1] - offsets[node];
    }

    /** Position of the first neighbour of {@code node} in {@link #neighbourAt} and {@link #linkAt}. */
    public int firstNeighbour(int node) {
        return offsets[node];
    }

    /** The neighbour at a position from {@code firstNeighbour(v)} up to, not including, {@code firstNeighbour(v+1)}. */
    public int neighbourAt(int position) {
        return neighbours[position];
    }

    /** The link to {@link #neighbourAt} of the same position. */
    public int linkAt(int position) {
        return links[position];
    }

    /** The link between two nodes, or -1; O(log degree). */
    public int linkBetween(int a, int b) {
        int position = Arrays.binarySearch(neighbours, offsets[a], offsets[a + 1], b);
        return position < 0 ? -1 : links[position];
    }
}
