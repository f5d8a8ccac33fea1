package hopscope.selftest;

import hopscope.simulation.NetworkView;
import hopscope.simulation.QuietObserver;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counting to infinity: a link fails, and nodes believe each other's old distances, one more in each round. Split horizon
 * and triggered updates are off, as in the published courses; all nodes update together.
 */
final class CountToInfinityCase implements Case {
    private static final int INFINITY = 16;
    private static final long SECOND = 1_000_000_000L;

    /** Updates are due at 1, 2, … s; the link fails half-way after the thirtieth. */
    private static final int ROUNDS_BEFORE = 30;

    private static final String UPDATES = """
            name: count-to-infinity
            duration: %ds
            topology: {edges: [%s]}
            links: {latency: 10ms}
            protocols: [distance-vector-rip]
            routing:
              distance-vector-rip:
                {interval: 1s, jitter: 0%%, start: together, updates: periodic, split-horizon: none, infinity: 16}
            faults:
              - {at: %d500ms, link-down: %s}
            """;

    /**
     * The network of RFC 1058: B = 0, A = 1, C = 2, D = 3, and the target behind D = 4. The link of cost 10 between C and D
     * is ten links in a row. B is the first so that of the updates of one round its own, that of the next hop of A and C,
     * comes first.
     */
    private static final String RFC_1058 = "[0, 1], [1, 2], [0, 2], [0, 3], [3, 4],"
            + " [2, 5], [5, 6], [6, 7], [7, 8], [8, 9], [9, 10], [10, 11], [11, 12], [12, 13], [13, 3]";

    /** Distances of A, B and C by round, as printed there. */
    private static final int[][] RFC_1058_COURSE = {
        {3, INFINITY, 3},
        {4, 4, 4},
        {5, 5, 5},
        {6, 6, 6},
        {7, 7, 7},
        {8, 8, 8},
        {9, 9, 9},
        {10, 10, 10},
        {11, 11, 11},
        {12, 12, 11}
    };

    @Override
    public Description describe() {
        return new Description(
                "count-to-infinity",
                "Without split horizon, distances grow by one a round: the course in a published network, and on a line of"
                        + " three nodes.",
                "RFC 1058, section 2.2, with its table; the line by hand");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        published(seed, rows);
        line(seed, rows);
        return rows;
    }

    private static void published(long seed, List<Row> rows) {
        Course course = course(RFC_1058, "[0, 3]", 4, seed);
        for (int round = 0; round < RFC_1058_COURSE.length; round++) {
            int[] expected = RFC_1058_COURSE[round];
            String label = "RFC 1058, round " + round + ": distance of ";
            rows.add(Row.exact(label + "A", expected[0], course.at(round, 1)));
            rows.add(Row.exact(label + "B", expected[1], course.at(round, 0)));
            rows.add(Row.exact(label + "C", expected[2], course.at(round, 2)));
        }
        rows.add(Row.exact("RFC 1058: rounds until nothing changes", 9, course.lastRound()));
    }

    /** Nodes 0, 1 and 2 in a row; 2 is lost, and one of the others always believes that the other has a way. */
    private static void line(long seed, List<Row> rows) {
        Course course = course("[0, 1], [1, 2]", "[1, 2]", 2, seed);
        int equal = 0;
        for (int round = 0; round < INFINITY - 2; round++) {
            int believer = round % 2;
            equal += course.at(round, believer) == round + 2 && course.at(round, 1 - believer) == INFINITY ? 1 : 0;
        }
        rows.add(Row.exact("line of 3: rounds in which one node believes, at round + 2", INFINITY - 2.0, equal));
        rows.add(Row.exact("line of 3: rounds until both know", 14, course.lastRound()));
    }

    private static Course course(String edges, String lost, int target, long seed) {
        Course course = new Course(target);
        Trial.of(UPDATES, 2 * ROUNDS_BEFORE, edges, ROUNDS_BEFORE, lost).run(seed, course);
        return course;
    }

    /** The distances of all nodes to one after each round since the fault. */
    private static final class Course extends QuietObserver {
        private final int target;
        private final List<int[]> rounds = new ArrayList<>();
        private int[] distances;

        Course(int target) {
            this.target = target;
        }

        @Override
        public void begin(NetworkView network) {
            Topology topology = network.topology();
            distances = new int[topology.nodeCount()];
            Arrays.fill(distances, INFINITY);
        }

        @Override
        public void routeChanged(
                long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
            if (destination == target) {
                fillUpTo((int) (nowNanos / SECOND) - ROUNDS_BEFORE);
                distances[node] = distance < 0 ? INFINITY : distance;
            }
        }

        /** Notes the rounds that are over. */
        private void fillUpTo(int round) {
            while (rounds.size() < round) {
                rounds.add(distances.clone());
            }
        }

        @Override
        public void end(long nowNanos) {
            fillUpTo((int) (nowNanos / SECOND) - ROUNDS_BEFORE);
        }

        int at(int round, int node) {
            return rounds.get(round)[node];
        }

        /** The last round in which a distance changed. */
        int lastRound() {
            int last = 0;
            for (int round = 1; round < rounds.size(); round++) {
                last = Arrays.equals(rounds.get(round), rounds.get(round - 1)) ? last : round;
            }
            return last;
        }
    }
}
