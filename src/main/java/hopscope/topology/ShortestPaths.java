package hopscope.topology;

import java.util.Arrays;

/**
 * Exact shortest paths from one node over the live part of a network: breadth-first by hops (Moore 1959) and by cost
 * (Dijkstra 1959). It is the oracle that routing is judged by.
 *
 * <p>The live part is given per call by two arrays of the caller's: {@code linkUp} by link index and {@code nodeUp} by
 * node index. A link counts when it and both its ends are up; a source that is down reaches nothing, itself included.
 *
 * <p>A <em>directed link</em> is a position of {@link Topology#neighbourAt}: position {@code p} among those of node
 * {@code v} is the link from {@code v} to {@code neighbourAt(p)}. Costs are arrays by position, {@code 2·linkCount()}
 * long, so that the two directions may differ. See {@link #symmetric}.
 *
 * <p>Calls allocate nothing: the object owns its work arrays (about 24 bytes per node) and is therefore not
 * thread-safe. The topology is shared.
 */
public final class ShortestPaths {
    /** Distance, in hops or in an {@code int} cost, of a node that cannot be reached. */
    public static final int UNREACHABLE = Integer.MAX_VALUE;

    /** Distance, in a {@code long} cost, of a node that cannot be reached. */
    public static final long UNREACHABLE_COST = Long.MAX_VALUE;

    private final Topology topology;
    private final int[] queue;
    private final long[] work;
    private final DistanceHeap heap;
    private final CostQueue costQueue = new CostQueue();
    private final boolean[] everyLink;
    private final boolean[] everyNode;

    /** Prepares for one network; O(nodes + links). */
    public ShortestPaths(Topology topology) {
        this.topology = topology;
        this.queue = new int[topology.nodeCount()];
        this.work = new long[topology.nodeCount()];
        this.heap = new DistanceHeap(work);
        this.everyLink = filled(topology.linkCount());
        this.everyNode = filled(topology.nodeCount());
    }

    private static boolean[] filled(int length) {
        boolean[] all = new boolean[length];
        Arrays.fill(all, true);
        return all;
    }

    /** Costs by directed link from costs by link, the same both ways; a new array. */
    public static long[] symmetric(Topology topology, long[] costByLink) {
        long[] cost = new long[2 * topology.linkCount()];
        for (int at = 0; at < cost.length; at++) {
            cost[at] = costByLink[topology.linkAt(at)];
        }
        return cost;
    }

    /**
     * Hops from a node to every node when everything is up; O(nodes + links).
     *
     * @param distance by node, filled by this call; {@link #UNREACHABLE} where there is no path
     */
    public void hops(int source, int[] distance) {
        hops(source, everyLink, everyNode, distance);
    }

    /**
     * Hops from a node to every node over the live part; O(nodes + links).
     *
     * @param linkUp by link
     * @param nodeUp by node
     * @param distance by node, filled by this call; {@link #UNREACHABLE} where there is no path
     */
    public void hops(int source, boolean[] linkUp, boolean[] nodeUp, int[] distance) {
        Arrays.fill(distance, 0, topology.nodeCount(), UNREACHABLE);
        if (!nodeUp[source]) {
            return;
        }
        int head = 0;
        int tail = 0;
        distance[source] = 0;
        queue[tail++] = source;
        while (head < tail) {
            int node = queue[head++];
            int next = distance[node] + 1;
            int end = topology.firstNeighbour(node + 1);
            for (int at = topology.firstNeighbour(node); at < end; at++) {
                int neighbour = topology.neighbourAt(at);
                if (distance[neighbour] == UNREACHABLE && nodeUp[neighbour] && linkUp[topology.linkAt(at)]) {
                    distance[neighbour] = next;
                    queue[tail++] = neighbour;
                }
            }
        }
    }

    /**
     * Least cost from a node to every node when everything is up; O((nodes + links)·log nodes).
     *
     * @param cost by directed link, not negative
     * @param distance by node, filled by this call; {@link #UNREACHABLE_COST} where there is no path
     */
    public void costs(int source, long[] cost, long[] distance) {
        costs(source, cost, everyLink, everyNode, distance);
    }

    /**
     * Least cost from a node to every node over the live part; O((nodes + links)·log nodes).
     *
     * @param cost by directed link, not negative
     * @param linkUp by link
     * @param nodeUp by node
     * @param distance by node, filled by this call; {@link #UNREACHABLE_COST} where there is no path
     * @throws IllegalArgumentException if a cost is negative
     * @throws ArithmeticException if a path costs more than a long holds
     */
    public void costs(int source, long[] cost, boolean[] linkUp, boolean[] nodeUp, long[] distance) {
        search(source, cost, null, linkUp, nodeUp);
        System.arraycopy(work, 0, distance, 0, topology.nodeCount());
    }

    /**
     * As {@link #costs(int, long[], boolean[], boolean[], long[])} with costs and distances that fit an int.
     *
     * @param cost by directed link, not negative
     * @param distance by node, filled by this call; {@link #UNREACHABLE} where there is no path
     * @throws IllegalArgumentException if a cost is negative
     * @throws ArithmeticException if a least cost is above 2^31-2
     */
    public void costs(int source, int[] cost, boolean[] linkUp, boolean[] nodeUp, int[] distance) {
        if (!searchNarrow(source, cost, linkUp, nodeUp, distance)) {
            search(source, null, cost, linkUp, nodeUp);
            for (int node = 0; node < work.length; node++) {
                distance[node] = work[node] == UNREACHABLE_COST ? UNREACHABLE : narrowed(work[node]);
            }
        }
    }

    /**
     * The search in ints; a node that became cheaper is put into the queue again instead of being moved up.
     *
     * @return false if it met a path that costs more than an int holds, so that longs must tell whether that matters
     */
    private boolean searchNarrow(int source, int[] cost, boolean[] linkUp, boolean[] nodeUp, int[] distance) {
        Arrays.fill(distance, 0, topology.nodeCount(), UNREACHABLE);
        if (!nodeUp[source]) {
            return true;
        }
        distance[source] = 0;
        costQueue.begin(largest(cost));
        costQueue.add(0, source);
        while (costQueue.next()) {
            int node = costQueue.node();
            int least = costQueue.distance();
            int end = least == distance[node] ? topology.firstNeighbour(node + 1) : 0;
            for (int at = topology.firstNeighbour(node); at < end; at++) {
                int neighbour = topology.neighbourAt(at);
                int candidate = least + checked(cost[at]);
                if (candidate < 0 || candidate == UNREACHABLE) {
                    return false;
                }
                if (candidate < distance[neighbour] && nodeUp[neighbour] && linkUp[topology.linkAt(at)]) {
                    distance[neighbour] = candidate;
                    costQueue.add(candidate, neighbour);
                }
            }
        }
        return true;
    }

    private static int largest(int[] cost) {
        int largest = 0;
        for (int each : cost) {
            largest = Math.max(largest, each);
        }
        return largest;
    }

    private static int checked(int cost) {
        if (cost < 0) {
            throw new IllegalArgumentException("negative cost " + cost);
        }
        return cost;
    }

    private static int narrowed(long distance) {
        if (distance >= UNREACHABLE) {
            throw new ArithmeticException("a shortest path costs " + distance + ", more than an int holds");
        }
        return (int) distance;
    }

    /** Fills {@link #work}; exactly one of the two cost arrays is given. */
    private void search(int source, long[] longCost, int[] intCost, boolean[] linkUp, boolean[] nodeUp) {
        Arrays.fill(work, UNREACHABLE_COST);
        if (!nodeUp[source]) {
            return;
        }
        work[source] = 0;
        heap.clear();
        heap.pushOrDecrease(source);
        while (!heap.isEmpty()) {
            int node = heap.pop();
            int end = topology.firstNeighbour(node + 1);
            for (int at = topology.firstNeighbour(node); at < end; at++) {
                int neighbour = topology.neighbourAt(at);
                if (nodeUp[neighbour] && linkUp[topology.linkAt(at)]) {
                    relax(node, neighbour, longCost != null ? longCost[at] : intCost[at]);
                }
            }
        }
    }

    private void relax(int node, int neighbour, long cost) {
        if (cost < 0) {
            throw new IllegalArgumentException("negative cost " + cost + " from node " + node + " to " + neighbour);
        }
        long candidate = Math.addExact(work[node], cost);
        if (candidate < work[neighbour]) {
            work[neighbour] = candidate;
            heap.pushOrDecrease(neighbour);
        }
    }
}
