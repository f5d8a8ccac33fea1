package hopscope.selftest;

import hopscope.metrics.Measurements;
import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One link, drawn at random, fails for good after all routes are known: how many pairs still deliver much later? */
final class OneFailureCase implements Case {
    private static final int RUNS = 100;

    private static final String CUT = """
            name: one-failure
            duration: 120s
            topology: %s
            protocols: [distance-vector]
            %s
            """;

    private static final String FAULT = """
            faults:
              - {at: 60s, link-down: [%s, %s]}
            """;

    /** The fourteen links of the Abilene network as the Internet Topology Zoo has it. */
    private static final String ABILENE = "{edges: [[0, 1], [0, 2], [1, 10], [2, 9], [3, 4], [3, 6], [4, 5], [4, 6],"
            + " [5, 8], [6, 7], [7, 8], [7, 10], [8, 9], [9, 10]]}";

    /**
     * A network and what an independent model of the rule yields: the mean share of pairs that deliver after as many
     * intervals, over so many runs.
     */
    private record Network(String label, String topology, double delivered, int runs) {}

    private static final List<Network> NETWORKS = List.of(
            new Network("ring of 20", "{generate: ring, nodes: 20}", 0.7387, 40),
            new Network("grid 5 x 5", "{generate: grid, rows: 5, columns: 5}", 0.9230, 40),
            new Network("Abilene", ABILENE, 0.8367, 60));

    @Override
    public Description describe() {
        return new Description(
                "one-failure",
                "Share of pairs that distance-vector's rule still delivers after a random link failed.",
                "an independent model of the rule, 40 or 60 runs each; its spread is taken to be that measured here");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < NETWORKS.size(); i++) {
            Network network = NETWORKS.get(i);
            Sample delivered = delivered(network, Keys.of(seed, i));
            double error = Math.sqrt(delivered.variance() * (1.0 / RUNS + 1.0 / network.runs()));
            rows.add(new Row(
                    network.label() + ": share of pairs that still deliver",
                    Row.Rule.STATISTICAL,
                    network.delivered(),
                    delivered.mean(),
                    error));
        }
        return rows;
    }

    private static Sample delivered(Network network, long seed) {
        Topology topology = Trial.of(CUT, network.topology(), "").topology();
        Sample delivered = new Sample();
        for (int run = 0; run < RUNS; run++) {
            long key = Keys.of(seed, run);
            int link = new RandomStream(Keys.of(key, "link")).nextInt(topology.linkCount());
            String fault = String.format(
                    Locale.ROOT, FAULT, topology.name(topology.endA(link)), topology.name(topology.endB(link)));
            Measurements measured = Trial.of(CUT, network.topology(), fault).measure(key);
            delivered.add(measured.series().get(measured.series().size() - 1).reaching());
        }
        return delivered;
    }
}
