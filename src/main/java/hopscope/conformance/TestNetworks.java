package hopscope.conformance;

import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The scenarios of the checks. Their times are multiples of the protocol's interval. */
final class TestNetworks {
    /** Nodes of every network. */
    static final int NODES = 8;

    /** Intervals after which a network that stays as it is must be learned. */
    private static final int STATIC_INTERVALS = 150;

    private static final int FAULTY_INTERVALS = 60;

    private final long intervalNanos;

    TestNetworks(long intervalNanos) {
        this.intervalNanos = intervalNanos;
    }

    /** A network by its shape: ring, line, star, full, or drawn from a seed. */
    static String edges(int shape, RandomStream random) {
        TreeSet<String> edges = new TreeSet<>();
        for (int node = 1; node < NODES; node++) {
            switch (shape) {
                case 0, 1 -> edges.add(edge(node - 1, node));
                case 2 -> edges.add(edge(0, node));
                default -> edges.add(edge(random.nextInt(node), node));
            }
        }
        if (shape == 0) {
            edges.add(edge(0, NODES - 1));
        }
        for (int extra = shape > 2 ? random.nextInt(NODES) : 0; extra > 0; extra--) {
            int a = random.nextInt(NODES - 1);
            edges.add(edge(a, a + 1 + random.nextInt(NODES - 1 - a)));
        }
        return "[" + String.join(", ", edges) + "]";
    }

    private static String edge(int a, int b) {
        return "[" + a + ", " + b + "]";
    }

    private String at(double intervals) {
        return (long) (intervals * intervalNanos) + "ns";
    }

    /** Nothing happens; late, everybody sends everybody a message. */
    String still(String edges, int lossPercent) {
        return String.format(
                Locale.ROOT,
                """
                name: still
                duration: %s
                topology: {edges: %s}
                links: {latency: %s, loss: %d%%}
                reliability: {timeout: %s, retries: 12, backoff: 1, retain: 24h}
                traffic:
                  - {from: each, to: each, start: %s, count: 1, every: %s}
                """,
                at(STATIC_INTERVALS),
                edges,
                at(0.01),
                lossPercent,
                at(1),
                at(STATIC_INTERVALS - 40),
                at(1));
    }

    /** Losses, duplicates, cuts, crashes and freezes, announced or not; drawn from a seed. */
    String faulty(RandomStream random, boolean encoded) {
        String edges = edges(3, random);
        List<String> faults = new ArrayList<>();
        boolean[] down = new boolean[NODES];
        double now = 5;
        while ((now += 6 * random.nextDouble()) < FAULTY_INTERVALS) {
            int node = random.nextInt(NODES);
            String silent = random.nextInt(2) == 0 ? ", silent: true" : "";
            String kept = random.nextInt(3) == 0 ? ", state: kept" : "";
            faults.add(
                    down[node]
                            ? "{at: " + at(now) + ", node-up: " + node + "}"
                            : "{at: " + at(now) + ", node-down: " + node + silent + kept + "}");
            down[node] ^= true;
            String pair = edges.substring(2, edges.indexOf(']'));
            if (random.nextInt(4) == 0) {
                faults.add("{at: " + at(now + 0.5) + ", flap: {link: [" + pair + "], period: " + at(2)
                        + ", duty: 50%, count: 1}}");
                now += 3;
            }
        }
        return String.format(
                Locale.ROOT,
                """
                name: faulty
                duration: %s
                topology: {edges: %s}
                links: {latency: {distribution: uniform, min: %s, max: %s}, loss: %d%%, duplicate: 5%%}
                session: {keepalive: %s, dead-after: %s}
                reliability: {timeout: %s, retries: 4, retain: 24h}
                wire: %s
                traffic:
                  - {from: any, to: any, start: 0s, every: %s}
                faults: [%s]
                """,
                at(FAULTY_INTERVALS + 10),
                edges,
                at(0.001),
                at(0.2),
                random.nextInt(30),
                at(1),
                at(4),
                at(1),
                encoded ? "encoded" : "reference",
                at(0.3),
                String.join(", ", faults));
    }
}
