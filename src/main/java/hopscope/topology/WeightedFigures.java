package hopscope.topology;

import java.util.Arrays;

/**
 * Distances by the weights of a file, over the largest component.
 *
 * @param unit of the weights, and where they come from
 * @param diameter greatest least distance between two nodes
 * @param averageShortestPath mean least distance over all ordered pairs of different nodes
 * @param sampledSources nodes from which distances were measured, or 0 where it was from all
 */
public record WeightedFigures(String unit, double diameter, double averageShortestPath, int sampledSources) {
    /** Weights are counted in this part of their unit, or coarser where sums would not fit. */
    private static final double PARTS = 1e9;

    private static final double SUM_MAX = 4e18;

    /** Above this many steps of a search from every node, distances are sampled. */
    private static final long STEPS_MAX = 100_000_000;

    /**
     * Measures a network; O(nodes·(nodes + links)·log nodes), bounded by sampling.
     *
     * @return {@code null} if the file gives no weights, or only to some links
     */
    public static WeightedFigures of(ImportedTopology imported) {
        TopologyAttributes attributes = imported.attributes();
        if (attributes.weights().length == 0) {
            return null;
        }
        Topology largest = Components.largest(imported.topology());
        double parts = Math.min(
                PARTS, SUM_MAX / (1 + Arrays.stream(attributes.weights()).sum()));
        long[] cost = ShortestPaths.symmetric(largest, costs(imported, largest, parts));
        int nodes = largest.nodeCount();
        int sources = Sampling.sources(largest, STEPS_MAX);
        ShortestPaths paths = new ShortestPaths(largest);
        long[] distance = new long[nodes];
        long most = 0;
        double sum = 0;
        for (int i = 0; i < sources; i++) {
            paths.costs(Sampling.source(i, sources, nodes), cost, distance);
            for (long each : distance) {
                most = Math.max(most, each);
                sum += each / parts;
            }
        }
        double pairs = (double) sources * (nodes - 1);
        return new WeightedFigures(
                attributes.weightUnit(), most / parts, pairs == 0 ? 0 : sum / pairs, sources == nodes ? 0 : sources);
    }

    private static long[] costs(ImportedTopology imported, Topology largest, double parts) {
        Topology whole = imported.topology();
        long[] costs = new long[largest.linkCount()];
        for (int link = 0; link < costs.length; link++) {
            int a = whole.indexOf(largest.name(largest.endA(link)));
            int b = whole.indexOf(largest.name(largest.endB(link)));
            costs[link] = Math.round(imported.attributes().weights()[whole.linkBetween(a, b)] * parts);
        }
        return costs;
    }
}
