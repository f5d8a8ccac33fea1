package hopscope.topology;

import hopscope.random.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects nodes and links and builds a {@link Topology} whose link order depends on the graph only, never on the order
 * of the calls. Self-loops are dropped and parallel links merged (the smallest given latency wins); both are counted.
 */
public final class TopologyBuilder {
    private final Map<String, Integer> indexByName = new LinkedHashMap<>();
    private final Map<Ends, Long> latencyByEnds = new HashMap<>();
    private final Map<String, List<Integer>> nodesByAlias = new LinkedHashMap<>();
    private int selfLoops;
    private int parallelLinks;

    /** The ends of a link, the smaller first. Hashed well: packed longs of a dense graph would collide. */
    private record Ends(int a, int b) {
        static Ends of(long packed) {
            return new Ends((int) (packed >>> 32), (int) packed);
        }

        long packed() {
            return (long) a << 32 | b;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Ends that && a == that.a && b == that.b;
        }

        @Override
        public int hashCode() {
            return (int) Keys.mix(packed());
        }
    }

    /** Adds a node unless one of that name is there; answers its index. */
    public int node(String name) {
        Integer index = indexByName.putIfAbsent(name, indexByName.size());
        return index == null ? indexByName.size() - 1 : index;
    }

    /** Gives a node another name to be found by; several nodes may share one, and nodes' own names go first. */
    public TopologyBuilder alias(int node, String alias) {
        nodesByAlias.computeIfAbsent(alias, fresh -> new ArrayList<>(1)).add(node);
        return this;
    }

    /** Adds {@code count} nodes named {@code 0 … count-1}. */
    public TopologyBuilder nodes(int count) {
        for (int i = 0; i < count; i++) {
            node(Integer.toString(i));
        }
        return this;
    }

    /** Adds a link without a latency of its own. */
    public TopologyBuilder link(int a, int b) {
        return link(a, b, Topology.NO_LATENCY);
    }

    /**
     * Adds a link.
     *
     * @param latencyNanos one-way latency, or {@link Topology#NO_LATENCY}
     */
    public TopologyBuilder link(int a, int b, long latencyNanos) {
        if (a < 0 || b < 0 || a >= indexByName.size() || b >= indexByName.size()) {
            throw new IllegalArgumentException("link " + a + "-" + b + " between unknown nodes");
        }
        if (a == b) {
            selfLoops++;
            return this;
        }
        Ends ends = new Ends(Math.min(a, b), Math.max(a, b));
        Long known = latencyByEnds.get(ends);
        if (known == null) {
            latencyByEnds.put(ends, latencyNanos);
        } else {
            parallelLinks++;
            latencyByEnds.put(ends, smallerGiven(known, latencyNanos));
        }
        return this;
    }

    private static long smallerGiven(long first, long second) {
        if (first == Topology.NO_LATENCY || second == Topology.NO_LATENCY) {
            return Math.max(first, second);
        }
        return Math.min(first, second);
    }

    /** Self-loops dropped so far. */
    public int selfLoops() {
        return selfLoops;
    }

    /** Parallel links merged so far. */
    public int parallelLinks() {
        return parallelLinks;
    }

    /** Builds the graph; the builder may be used on. */
    public Topology build() {
        long[] ends = latencyByEnds.keySet().stream().mapToLong(Ends::packed).toArray();
        Arrays.sort(ends);
        int[] endA = new int[ends.length];
        int[] endB = new int[ends.length];
        long[] latencyNanos = new long[ends.length];
        for (int link = 0; link < ends.length; link++) {
            endA[link] = (int) (ends[link] >>> 32);
            endB[link] = (int) ends[link];
            latencyNanos[link] = latencyByEnds.get(Ends.of(ends[link]));
        }
        List<String> names = new ArrayList<>(indexByName.keySet());
        Map<String, List<Integer>> aliases = new LinkedHashMap<>();
        nodesByAlias.forEach((alias, nodes) -> aliases.put(alias, List.copyOf(nodes)));
        return new Topology(names, endA, endB, latencyNanos, Collections.unmodifiableMap(aliases));
    }
}
