package hopscope.experiment;

import hopscope.random.RandomStream;
import hopscope.topology.ShortestPaths;
import hopscope.topology.Topology;
import java.util.Arrays;

/**
 * The distance-vector rule in forty lines, without nodes, links or frames: fixed phases, no latency, no loss. A node that
 * asks several neighbours does so in one of two ways. One exchange after the other: each is finished before the next
 * begins, and whoever has no more neighbours than that asks them in the order of their ids. Or all at once: then what
 * the first answers does not reach the second in the same round.
 */
final class GossipModel {
    private static final int UNKNOWN = Integer.MAX_VALUE / 2;

    private final Topology topology;
    private final int fanout;
    private final boolean allAtOnce;
    private final RandomStream random;
    private final int[][] distances;
    private final int[][] shortest;

    private GossipModel(Topology topology, int fanout, boolean allAtOnce, long seed) {
        int nodes = topology.nodeCount();
        this.topology = topology;
        this.fanout = fanout;
        this.allAtOnce = allAtOnce;
        this.random = new RandomStream(seed);
        this.distances = new int[nodes][nodes];
        this.shortest = new int[nodes][nodes];
        ShortestPaths paths = new ShortestPaths(topology);
        for (int node = 0; node < nodes; node++) {
            paths.hops(node, shortest[node]);
            for (int other = 0; other < nodes; other++) {
                distances[node][other] = shortest[node][other] <= 1 ? shortest[node][other] : UNKNOWN;
            }
        }
    }

    /**
     * Runs until all distances are right.
     *
     * @return the times, in intervals, when all pairs were known and when all distances were right
     */
    static double[] times(Topology topology, int fanout, boolean allAtOnce, long seed) {
        return new GossipModel(topology, fanout, allAtOnce, seed).run();
    }

    private double[] run() {
        int nodes = distances.length;
        double[] phases = new double[nodes];
        Arrays.setAll(phases, node -> random.nextDouble());
        Integer[] order = new Integer[nodes];
        Arrays.setAll(order, node -> node);
        Arrays.sort(order, (a, b) -> Double.compare(phases[a], phases[b]));
        double known = isComplete(false) ? 0 : -1;
        double optimal = isComplete(true) ? 0 : -1;
        for (int round = 0; optimal < 0; round++) {
            for (int node : order) {
                boolean changed = tick(node);
                if (changed && known < 0 && isComplete(false)) {
                    known = round + phases[node];
                }
                if (changed && optimal < 0 && isComplete(true)) {
                    optimal = round + phases[node];
                }
            }
        }
        return new double[] {known, optimal};
    }

    private boolean tick(int node) {
        int[] partners = draw(node);
        boolean changed = false;
        if (allAtOnce) {
            int[] asked = distances[node].clone();
            for (int partner : partners) {
                changed |= merge(partner, asked);
            }
            for (int partner : partners) {
                changed |= merge(node, distances[partner]);
            }
        } else {
            for (int partner : partners) {
                changed |= merge(partner, distances[node]);
                changed |= merge(node, distances[partner]);
            }
        }
        return changed;
    }

    private int[] draw(int node) {
        int degree = topology.degree(node);
        int[] neighbours = new int[degree];
        Arrays.setAll(neighbours, i -> topology.neighbourAt(topology.firstNeighbour(node) + i));
        if (!allAtOnce && degree <= fanout) {
            return neighbours;
        }
        int count = Math.min(fanout, degree);
        for (int i = 0; i < count; i++) {
            int pick = i + random.nextInt(degree - i);
            int drawn = neighbours[pick];
            neighbours[pick] = neighbours[i];
            neighbours[i] = drawn;
        }
        return Arrays.copyOf(neighbours, count);
    }

    private boolean merge(int node, int[] theirs) {
        boolean changed = false;
        for (int destination = 0; destination < theirs.length; destination++) {
            if (theirs[destination] + 1 < distances[node][destination]) {
                distances[node][destination] = theirs[destination] + 1;
                changed = true;
            }
        }
        return changed;
    }

    private boolean isComplete(boolean optimal) {
        for (int node = 0; node < distances.length; node++) {
            for (int other = 0; other < distances.length; other++) {
                if (distances[node][other] >= UNKNOWN || optimal && distances[node][other] != shortest[node][other]) {
                    return false;
                }
            }
        }
        return true;
    }
}
