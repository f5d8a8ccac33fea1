package hopscope.topology;

import java.util.Arrays;

/** Connected components of a network. Every method is O(nodes + links). */
public final class Components {
    private Components() {}

    /** Number of connected components; an isolated node is one. */
    public static int count(Topology topology) {
        int count = 0;
        for (int label : labels(topology)) {
            count = Math.max(count, label + 1);
        }
        return count;
    }

    /**
     * The component of each node.
     *
     * @return one label per node, owned by the caller; components are numbered from 0 by their smallest node
     */
    public static int[] labels(Topology topology) {
        int[] labels = new int[topology.nodeCount()];
        Arrays.fill(labels, -1);
        int[] queue = new int[topology.nodeCount()];
        int count = 0;
        for (int node = 0; node < labels.length; node++) {
            if (labels[node] < 0) {
                spread(topology, node, count++, labels, queue);
            }
        }
        return labels;
    }

    private static void spread(Topology topology, int start, int label, int[] labels, int[] queue) {
        int head = 0;
        int tail = 0;
        labels[start] = label;
        queue[tail++] = start;
        while (head < tail) {
            int node = queue[head++];
            for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
                int neighbour = topology.neighbourAt(at);
                if (labels[neighbour] < 0) {
                    labels[neighbour] = label;
                    queue[tail++] = neighbour;
                }
            }
        }
    }

    /**
     * The component with the most nodes; among equals the one that has the smallest node index. Nodes keep their names,
     * their order and what is known of their links; a connected network is returned as it is.
     */
    public static Topology largest(Topology topology) {
        int[] labels = labels(topology);
        int[] sizes = new int[topology.nodeCount()];
        for (int label : labels) {
            sizes[label]++;
        }
        int largest = 0;
        for (int label = 1; label < sizes.length; label++) {
            if (sizes[label] > sizes[largest]) {
                largest = label;
            }
        }
        boolean connected = sizes.length == 0 || sizes[largest] == topology.nodeCount();
        return connected ? topology : extract(topology, labels, largest);
    }

    private static Topology extract(Topology topology, int[] labels, int wanted) {
        TopologyBuilder builder = new TopologyBuilder();
        int[] index = new int[labels.length];
        for (int node = 0; node < labels.length; node++) {
            index[node] = labels[node] == wanted ? builder.node(topology.name(node)) : -1;
        }
        topology.aliases()
                .forEach((alias, nodes) -> nodes.stream()
                        .filter(node -> index[node] >= 0)
                        .forEach(node -> builder.alias(index[node], alias)));
        for (int link = 0; link < topology.linkCount(); link++) {
            int a = topology.endA(link);
            if (index[a] >= 0) {
                builder.link(index[a], index[topology.endB(link)], topology.latencyNanos(link));
            }
        }
        Topology component = builder.build();
        return topology.facts() == LinkFacts.NONE ? component : component.with(facts(topology, index, component));
    }

    private static LinkFacts facts(Topology topology, int[] index, Topology component) {
        int[] earlier = new int[component.linkCount()];
        for (int link = 0; link < topology.linkCount(); link++) {
            int a = index[topology.endA(link)];
            if (a >= 0) {
                earlier[component.linkBetween(a, index[topology.endB(link)])] = link;
            }
        }
        return topology.facts().of(earlier);
    }
}
