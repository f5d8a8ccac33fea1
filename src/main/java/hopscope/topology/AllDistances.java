package hopscope.topology;

import java.util.Arrays;

/**
 * The shortest distances between all pairs of nodes over the live links of a network, kept right while links come and go.
 * Links cost the same both ways.
 *
 * <p>Changes are noted and taken in together. A few of them are repaired row by row, see {@link RowRepair}, at a cost that
 * grows with what changes; after many of them hop counts are counted anew, see {@link HopsFromMany}.
 *
 * <p>Memory per ordered pair: 1 byte while hops are up to 127, else 2, and 4 where links have costs. Not thread-safe.
 */
public final class AllDistances {
    /** There is no path. */
    public static final int UNREACHABLE = DistanceRow.UNREACHABLE;

    /** Rows are counted anew when more than one link of so many changed; an estimate that timings did not contradict. */
    private static final int LINKS_PER_CHANGE = 64;

    private final Topology topology;

    /** By link; {@code null} if every link costs 1. */
    private final int[] costs;

    private final boolean[] linkUp;
    private final boolean[] isNoted;
    private final DistanceRow[] rows;
    private final RowRepair repair;

    /** Only for hop counts. */
    private final HopsFromMany search;

    private int[] noted = new int[8];
    private int notedCount;

    /** Receives what {@link #update} changed. */
    public interface ChangeSink {
        /** A distance changed; told once for each direction. Either may be {@link AllDistances#UNREACHABLE}. */
        void changed(int source, int node, int oldDistance, int distance);
    }

    /**
     * Distances while everything is up; O(nodes · links) for hop counts, a factor of log nodes more for costs.
     *
     * @param costs by link, at least 1, kept and not to be changed; {@code null} to count hops
     * @throws IllegalArgumentException if a cost is below 1
     * @throws ArithmeticException if a least cost is above 2^31-2
     */
    public AllDistances(Topology topology, int[] costs) {
        this.topology = topology;
        this.costs = costs;
        this.linkUp = new boolean[topology.linkCount()];
        this.isNoted = new boolean[topology.linkCount()];
        this.rows = new DistanceRow[topology.nodeCount()];
        this.repair = new RowRepair(topology, costs, linkUp);
        this.search = costs == null ? new HopsFromMany(topology) : null;
        Arrays.fill(linkUp, true);
        Arrays.setAll(rows, node -> newRow());
        if (costs == null) {
            countHops(null);
        } else {
            computeCosts();
        }
    }

    private DistanceRow newRow() {
        return new DistanceRow(rows.length, costs == null ? 1 : Integer.MAX_VALUE);
    }

    /**
     * Counts all rows anew; 64 rows at a time are there twice.
     *
     * @param sink is told of every distance that is another one; {@code null} for the first time
     */
    private void countHops(ChangeSink sink) {
        DistanceRow[] fresh = new DistanceRow[HopsFromMany.SOURCES];
        Arrays.setAll(fresh, i -> newRow());
        for (int first = 0; first < rows.length; first += HopsFromMany.SOURCES) {
            int count = Math.min(HopsFromMany.SOURCES, rows.length - first);
            search.search(first, count, linkUp, (node, sources, hops) -> {
                for (long left = sources; left != 0; left &= left - 1) {
                    fresh[Long.numberOfTrailingZeros(left)].set(node, hops);
                }
            });
            for (int i = 0; i < count; i++) {
                DistanceRow old = rows[first + i];
                rows[first + i] = fresh[i];
                if (sink != null) {
                    report(first + i, old, sink);
                }
                old.clear();
                fresh[i] = old;
            }
        }
    }

    private void report(int source, DistanceRow old, ChangeSink sink) {
        DistanceRow row = rows[source];
        for (int node = 0; node < rows.length; node++) {
            if (old.get(node) != row.get(node)) {
                sink.changed(source, node, old.get(node), row.get(node));
            }
        }
    }

    private void computeCosts() {
        int[] directed = new int[2 * costs.length];
        for (int at = 0; at < directed.length; at++) {
            directed[at] = costs[topology.linkAt(at)];
            if (directed[at] < 1) {
                throw new IllegalArgumentException("a link costs " + directed[at]);
            }
        }
        boolean[] nodeUp = new boolean[rows.length];
        Arrays.fill(nodeUp, true);
        ShortestPaths paths = new ShortestPaths(topology);
        int[] distances = new int[rows.length];
        for (int source = 0; source < rows.length; source++) {
            paths.costs(source, directed, linkUp, nodeUp, distances);
            for (int node = 0; node < rows.length; node++) {
                int distance = distances[node];
                rows[source].set(node, distance == ShortestPaths.UNREACHABLE ? UNREACHABLE : distance);
            }
        }
    }

    static int narrowed(long distance) {
        if (distance >= Integer.MAX_VALUE) {
            throw new ArithmeticException("a shortest path costs " + distance + ", more than an int holds");
        }
        return (int) distance;
    }

    /** Distance between two nodes, 0 from a node to itself, or {@link #UNREACHABLE}; as of the last {@link #update}. O(1). */
    public int distance(int source, int node) {
        return rows[source].get(node);
    }

    /** The distances from a node to all, as of the last {@link #update}; valid until the next, and not to be changed. O(1). */
    public DistanceRow row(int source) {
        return rows[source];
    }

    /** Whether links changed since the last {@link #update}. */
    public boolean isBehind() {
        return notedCount != 0;
    }

    /** Notes that a link came or went. */
    public void setLink(int link, boolean up) {
        if (linkUp[link] == up) {
            return;
        }
        linkUp[link] = up;
        isNoted[link] ^= true;
        if (isNoted[link]) {
            addNoted(link);
        }
    }

    private void addNoted(int link) {
        if (notedCount == noted.length) {
            noted = Arrays.copyOf(noted, 2 * notedCount);
        }
        noted[notedCount++] = link;
    }

    /**
     * Takes in the links noted and reports every distance that changed. For a few links O(nodes · links noted) and, for
     * each row, what {@link RowRepair} needs; for many at most O(nodes · (nodes + links)) for hop counts.
     */
    public void update(ChangeSink sink) {
        int count = 0;
        for (int i = 0; i < notedCount; i++) {
            // A link noted twice, or an even number of times, stands in the list more than once, or is as it was.
            if (isNoted[noted[i]]) {
                isNoted[noted[i]] = false;
                noted[count++] = noted[i];
            }
        }
        notedCount = 0;
        if (count > 0) {
            if (costs == null && (long) count * LINKS_PER_CHANGE > linkUp.length + LINKS_PER_CHANGE) {
                countHops(sink);
            } else {
                repairRows(count, sink);
            }
        }
    }

    private void repairRows(int count, ChangeSink sink) {
        boolean[] affected = new boolean[rows.length];
        for (int i = 0; i < count; i++) {
            markAffected(noted[i], affected);
        }
        for (int source = 0; source < rows.length; source++) {
            if (affected[source]) {
                repair.repair(source, rows[source], noted, count, sink);
            }
        }
    }

    /**
     * A link that goes matters to a row only if it lies on a shortest path there, one that comes only if it offers a
     * shorter one. Judged by the old distances, this holds for several changes at once, too.
     */
    private void markAffected(int link, boolean[] affected) {
        DistanceRow toA = rows[topology.endA(link)];
        DistanceRow toB = rows[topology.endB(link)];
        int cost = costs == null ? 1 : costs[link];
        for (int row = 0; row < affected.length; row++) {
            int a = toA.get(row);
            int b = toB.get(row);
            int difference = Math.abs(a - b);
            boolean oneReached = (a == UNREACHABLE) != (b == UNREACHABLE);
            affected[row] |= oneReached || (linkUp[link] ? difference > cost : difference == cost);
        }
    }
}
