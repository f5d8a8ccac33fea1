package hopscope.selftest;

import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.simulation.QuietObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gossip in lock-step on complete graphs. Node 0 has a leaf; when the link to it is cut, there is one new record, and a
 * node that no longer has a route to the leaf has it. The leaf itself can tell nobody. When the link is mended the old
 * record of the leaf, which lists it, is still there, so that one new record of node 0 is enough again.
 */
final class SpreadRoundsCase implements Case {
    private static final long SECOND = 1_000_000_000L;

    /** Rounds between a cut and a mending, and back: more than any spreading needs. */
    private static final int ROUNDS = 30;

    /** To pull from the leaf, node 0 must draw it: in so many rounds per node it does, but for a chance of e to the -25. */
    private static final int ROUNDS_BEFORE_PER_NODE = 25;

    private static final int MODEL_RUNS = 40_000;

    /** Nodes of a graph, and how often its link is cut. */
    private static final int[][] GRAPHS = {{16, 300}, {32, 150}, {64, 60}, {100, 40}};

    private static final String IN_STEP = """
            name: spread-rounds
            duration: %ds
            topology: {edges: [%s]}
            links: {latency: 10ms}
            protocols: [source-routing]
            routing:
              source-routing: {spread: %s, interval: 1s, jitter: 0%%, start: together}
            faults:
              - {at: %d500ms, flap: {link: [0, %d], period: %ds, count: %d}}
            """;

    @Override
    public Description describe() {
        return new Description(
                "spread-rounds",
                "In lock-step, push, pull and push-pull bring a record to all nodes of a complete graph in so many rounds.",
                "push and pull: Markov chain of how many know (Frieze and Grimmett 1985; Karp et al. 2000); push-pull: an"
                        + " independent model, "
                        + MODEL_RUNS
                        + " runs, its spread included");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        for (int[] graph : GRAPHS) {
            int nodes = graph[0];
            String label = "K_" + nodes + ", ";
            long key = Keys.of(seed, nodes);
            SpreadChain chain = new SpreadChain(nodes);
            rows.add(Row.mean(label + "push: rounds", chain.push(), measured(nodes, graph[1], "push", key)));
            rows.add(Row.mean(label + "pull: rounds", chain.pull(), measured(nodes, graph[1], "pull", key)));
            Sample model = modelled(nodes, key);
            Sample measured = measured(nodes, graph[1], "push-pull", key);
            double error = Math.hypot(model.standardError(), measured.standardError());
            rows.add(new Row(label + "push-pull: rounds", Row.Rule.STATISTICAL, model.mean(), measured.mean(), error));
        }
        return rows;
    }

    private static Sample modelled(int nodes, long seed) {
        PushPullModel model = new PushPullModel(nodes, true, new RandomStream(Keys.of(seed, "model")));
        Sample rounds = new Sample();
        for (int run = 0; run < MODEL_RUNS; run++) {
            rounds.add(model.nextRounds());
        }
        return rounds;
    }

    private static Sample measured(int nodes, int cuts, String spread, long seed) {
        int before = spread.equals("pull") ? ROUNDS_BEFORE_PER_NODE * nodes : 2 * ROUNDS;
        Trial trial =
                Trial.of(IN_STEP, before + 2 * ROUNDS * cuts, edges(nodes), spread, before, nodes, 2 * ROUNDS, cuts);
        Arrivals arrivals = new Arrivals(nodes);
        trial.run(Keys.of(seed, spread), arrivals);
        return arrivals.rounds;
    }

    /** Of the complete graph and the leaf. */
    private static String edges(int nodes) {
        StringBuilder edges = new StringBuilder();
        for (int a = 0; a < nodes; a++) {
            for (int b = a + 1; b < nodes; b++) {
                edges.append('[').append(a).append(", ").append(b).append("], ");
            }
        }
        return edges.append("[0, ").append(nodes).append(']').toString();
    }

    /** Notes for each cut how many rounds later the last node knows of it. */
    private static final class Arrivals extends QuietObserver {
        private final Sample rounds = new Sample();
        private final boolean[] knows;
        private final int leaf;
        private int knowing;
        private long cutRound;
        private long lastRound;

        Arrivals(int nodes) {
            this.leaf = nodes;
            this.knows = new boolean[nodes];
        }

        @Override
        public void linkChanged(long nowNanos, int link, boolean live) {
            if (live) {
                // A node that has missed the news leaves no mean to judge by: that is no pass.
                rounds.add(knowing == leaf ? lastRound - cutRound : Double.NaN);
            } else {
                Arrays.fill(knows, false);
                knowing = 0;
                cutRound = nowNanos / SECOND;
            }
        }

        @Override
        public void routeChanged(
                long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
            if (destination == leaf && distance < 0 && !knows[node]) {
                knows[node] = true;
                knowing++;
                lastRound = nowNanos / SECOND;
            }
        }
    }
}
