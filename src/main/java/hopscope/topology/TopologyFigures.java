package hopscope.topology;

import java.util.ArrayList;
import java.util.List;

/**
 * What is true of a network as a graph. From {@code diameter} on the figures are those of the largest component, see
 * {@link Components#largest}; the ones before describe the whole network.
 *
 * @param nodes number of nodes
 * @param links number of undirected links
 * @param components connected components, isolated nodes included
 * @param largestComponent nodes of the largest component
 * @param largestComponentLinks links of the largest component
 * @param degreeMin least number of neighbours
 * @param degreeMean mean number of neighbours
 * @param degreeMax greatest number of neighbours
 * @param diameter greatest distance between two nodes, in hops
 * @param averageShortestPath mean distance over all ordered pairs of different nodes, in hops; 0 for a single node
 * @param cutNodes nodes whose loss splits the component (articulation points)
 * @param bridges links whose loss splits the component
 * @param hopHistogram ordered pairs at distance 1, 2, … {@code diameter}
 * @param sampledSources nodes from which distances were measured (then the diameter is a lower bound, the mean an
 *     estimate, the histogram of pairs from these nodes), or 0 where it was from all
 */
public record TopologyFigures(
        int nodes,
        int links,
        int components,
        int largestComponent,
        int largestComponentLinks,
        int degreeMin,
        double degreeMean,
        int degreeMax,
        int diameter,
        double averageShortestPath,
        int cutNodes,
        int bridges,
        List<Long> hopHistogram,
        int sampledSources) {
    /** Above this many steps of a search from every node, distances are sampled. */
    private static final long STEPS_MAX = 1_500_000_000;

    /** Keeps its own copy of the histogram. */
    public TopologyFigures {
        hopHistogram = List.copyOf(hopHistogram);
    }

    /** Computes all figures; O(nodes·(nodes + links)), a breadth-first search from every node; bounded by sampling. */
    public static TopologyFigures of(Topology topology) {
        int nodes = topology.nodeCount();
        int degreeMin = nodes == 0 ? 0 : Integer.MAX_VALUE;
        int degreeMax = 0;
        for (int node = 0; node < nodes; node++) {
            degreeMin = Math.min(degreeMin, topology.degree(node));
            degreeMax = Math.max(degreeMax, topology.degree(node));
        }
        Topology largest = Components.largest(topology);
        int sources = Sampling.sources(largest, STEPS_MAX);
        List<Long> histogram = hopHistogram(largest, sources);
        Weaknesses weaknesses = Weaknesses.of(largest);
        return new TopologyFigures(
                nodes,
                topology.linkCount(),
                Components.count(topology),
                largest.nodeCount(),
                largest.linkCount(),
                degreeMin,
                nodes == 0 ? 0 : 2.0 * topology.linkCount() / nodes,
                degreeMax,
                histogram.size(),
                mean(histogram),
                weaknesses.cutNodes(),
                weaknesses.bridges(),
                histogram,
                sources == largest.nodeCount() ? 0 : sources);
    }

    private static List<Long> hopHistogram(Topology connected, int sources) {
        int nodes = connected.nodeCount();
        long[] pairs = new long[nodes];
        int[] distance = new int[nodes];
        ShortestPaths paths = new ShortestPaths(connected);
        for (int i = 0; i < sources; i++) {
            paths.hops(Sampling.source(i, sources, nodes), distance);
            for (int hops : distance) {
                pairs[hops]++;
            }
        }
        List<Long> histogram = new ArrayList<>();
        for (int hops = 1; hops < nodes && pairs[hops] > 0; hops++) {
            histogram.add(pairs[hops]);
        }
        return histogram;
    }

    private static double mean(List<Long> histogram) {
        long pairs = 0;
        long hops = 0;
        for (int index = 0; index < histogram.size(); index++) {
            pairs += histogram.get(index);
            hops += histogram.get(index) * (index + 1);
        }
        return pairs == 0 ? 0 : (double) hops / pairs;
    }
}
