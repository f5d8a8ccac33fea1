package hopscope.selftest;

import hopscope.metrics.Measurements;
import hopscope.random.Keys;
import java.util.ArrayList;
import java.util.List;

/**
 * A ring of an odd number of nodes loses one link, after it has learnt all routes. In such a ring every shortest path is
 * the only one, and of the ordered pairs of different nodes exactly (n+1)/(4n) have theirs across a given link.
 */
final class StaleRoutesCase implements Case {
    /** At 16 links, RIP's infinity, a node cannot be reached (RFC 2453, section 2.2). */
    private static final int RIP_LINKS_MAX = 15;

    private static final String CUT = """
            name: stale-routes
            duration: 300s
            topology: {generate: ring, nodes: %d}
            protocols: [%s]
            faults:
              - {at: 150s, link-down: [0, 1]}
            """;

    @Override
    public Description describe() {
        return new Description(
                "stale-routes",
                "After a cut, distance-vector's rule keeps every route over it; the others repair, RIP up to 15 links.",
                "counting shortest paths of a ring; the rule never raises a distance (RFC 1058, section 2.2)");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        for (int nodes : new int[] {5, 11, 21}) {
            double lost = (nodes + 1) / (4.0 * nodes);
            add("distance-vector", nodes, 1 - lost, Keys.of(seed, nodes), rows);
        }
        add("source-routing", 21, 1, Keys.of(seed, 21), rows);
        add("distance-vector-feasible", 21, 1, Keys.of(seed, 21), rows);
        for (int nodes : new int[] {16, 17, 20, 21}) {
            add("distance-vector-rip", nodes, shareWithin(nodes, RIP_LINKS_MAX), Keys.of(seed, nodes), rows);
        }
        return rows;
    }

    /** Share of the pairs of a line that are at most so many links apart. */
    private static double shareWithin(int nodes, int links) {
        int pairs = 0;
        for (int distance = 1; distance <= Math.min(links, nodes - 1); distance++) {
            pairs += nodes - distance;
        }
        return pairs / (nodes * (nodes - 1) / 2.0);
    }

    private static void add(String protocol, int nodes, double expected, long seed, List<Row> rows) {
        Measurements measured = Trial.of(CUT, nodes, protocol).measure(seed);
        int last = measured.series().size() - 1;
        rows.add(Row.exact(
                "ring of " + nodes + ", " + protocol + ": share of pairs that still deliver",
                expected,
                measured.series().get(last).reaching()));
    }
}
