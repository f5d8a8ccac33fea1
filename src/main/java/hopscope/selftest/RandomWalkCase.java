package hopscope.selftest;

import hopscope.random.Keys;
import hopscope.simulation.QuietObserver;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages for unknown destinations. Nobody gossips, so nodes know their neighbours only; a message walks until it
 * meets a neighbour of its destination.
 */
final class RandomWalkCase implements Case {
    private static final int[] LINKS = {8, 16, 32, 64, 128, 255};

    private static final String SILENT = """
            name: random-walk
            duration: 70s
            topology: %s
            links: {latency: 1ms}
            protocols: [distance-vector]
            routing:
              hop-limit: %d
              distance-vector: {interval: 24h}
            reliability: {window: 65536, timeout: 1h, retries: 0}
            traffic:
              - {from: %d, to: %d, start: 1s, every: 10ms, count: 5000}
            """;

    /** A network, between which nodes messages go, and how many links they may cross. */
    private record Walk(String label, String topology, int hopLimit, int source, int destination) {}

    private static final List<Walk> WALKS = List.of(
            new Walk("ring of 8, hop limit 8", "{generate: ring, nodes: 8}", 8, 0, 4),
            new Walk("ring of 20, opposite nodes", "{generate: ring, nodes: 20}", 255, 0, 10),
            new Walk("torus 10 x 10, opposite nodes", "{generate: torus, rows: 10, columns: 10}", 255, 0, 55),
            new Walk("line of 20, end to end", "{generate: line, nodes: 20}", 255, 0, 19));

    @Override
    public Description describe() {
        return new Description(
                "random-walk",
                "A message for a destination that distance-vector does not know walks at random: the share that arrives"
                        + " within so many links.",
                "Markov chain of the walk (Lovász, Random walks on graphs, 1993); rule 4 of the routing table");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < WALKS.size(); i++) {
            addRows(WALKS.get(i), Keys.of(seed, i), rows);
        }
        return rows;
    }

    private static void addRows(Walk walk, long seed, List<Row> rows) {
        Trial trial = Trial.of(SILENT, walk.topology(), walk.hopLimit(), walk.source(), walk.destination());
        Arrivals arrivals = new Arrivals(walk.hopLimit());
        trial.run(seed, arrivals);
        for (int links : LINKS) {
            double expected = RandomWalkChain.arrival(trial.topology(), walk.destination(), links, true)[walk.source()];
            if (links > walk.hopLimit() || expected == 0) {
                continue;
            }
            rows.add(Row.share(
                    walk.label() + ", share within " + links + " links",
                    expected,
                    arrivals.within(links),
                    arrivals.accepted));
        }
    }

    /** Counts messages by the links they crossed. */
    private static final class Arrivals extends QuietObserver {
        private final long[] byHops;
        private long accepted;

        Arrivals(int hopLimit) {
            byHops = new long[hopLimit + 1];
        }

        @Override
        public void accepted(long nowNanos, int node, long id, int destination) {
            accepted++;
        }

        @Override
        public void delivered(long nowNanos, int node, int source, long id, int hops) {
            byHops[hops]++;
        }

        long within(int links) {
            long sum = 0;
            for (int hops = 0; hops <= links; hops++) {
                sum += byHops[hops];
            }
            return sum;
        }
    }
}
