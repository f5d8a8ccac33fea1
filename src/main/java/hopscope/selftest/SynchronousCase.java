package hopscope.selftest;

import hopscope.random.Keys;
import hopscope.scenario.Metric;
import hopscope.topology.TopologyFigures;
import java.util.ArrayList;
import java.util.List;

/**
 * All nodes tell all neighbours their tables at once, again and again. Before the first round a node knows distances up
 * to 1, and each round brings what is one link farther, so that a network of diameter D needs D-1 rounds.
 *
 * <p>A frame takes more than half an interval: an answer comes after the next round has begun, and what it tells is what
 * that round tells too. With short latencies an answer would carry, within one round, news over two links.
 */
final class SynchronousCase implements Case {
    private static final String IN_STEP = """
            name: synchronous
            duration: 60s
            topology: %s
            links: {latency: 600ms}
            protocols: [distance-vector]
            routing:
              distance-vector: {interval: 1s, fanout: 1000, jitter: 0%%, start: together}
            """;

    /** Rounds are due at 1, 2, … s; links are up after two latencies, 1.2 s, so that the first one tells nobody. */
    private static final int EMPTY_ROUNDS = 1;

    private static final String[][] NETWORKS = {
        {"line of 20", "{generate: line, nodes: 20}"},
        {"ring of 21", "{generate: ring, nodes: 21}"},
        {"star of 20", "{generate: star, nodes: 20}"},
        {"grid 7 x 7", "{generate: grid, rows: 7, columns: 7}"},
        {"torus 10 x 10", "{generate: torus, rows: 10, columns: 10}"},
        {"binary tree of 63", "{generate: tree, nodes: 63, branching: 2}"},
        {"scale-free network of 100", "{generate: barabasi-albert, nodes: 100, attach: 2, seed: 1}"}
    };

    @Override
    public Description describe() {
        return new Description(
                "synchronous-rounds",
                "Distance-vector in lock-step has every shortest route after diameter - 1 rounds, not earlier, not later.",
                "Bellman 1958, Ford 1956; induction over rounds");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < NETWORKS.length; i++) {
            Trial trial = Trial.of(IN_STEP, NETWORKS[i][1]);
            double convergedSeconds = trial.measure(Keys.of(seed, i)).value(Metric.CONVERGENCE_OPTIMAL_S);
            int diameter = TopologyFigures.of(trial.topology()).diameter();
            rows.add(Row.exact(
                    NETWORKS[i][0] + ", diameter " + diameter + ": rounds",
                    diameter - 1.0,
                    Math.floor(convergedSeconds) - EMPTY_ROUNDS));
        }
        return rows;
    }
}
