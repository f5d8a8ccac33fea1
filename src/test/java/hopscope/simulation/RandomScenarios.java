package hopscope.simulation;

import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small scenarios drawn from a seed: 3 to 12 nodes, lossy links of all latencies, cuts, crashes, both protocols. */
public final class RandomScenarios {
    /** Virtual length of each. */
    public static final int DURATION_MILLIS = 12_000;

    private static final String[] LATENCIES = {
        "0ms",
        "10ms",
        "{distribution: uniform, min: 1ms, max: 80ms}",
        "{distribution: normal, mean: 20ms, sd: 15ms}",
        "{distribution: lognormal, mean: 30ms, sd: 40ms}",
        "{distribution: exponential, min: 2ms, mean: 25ms}",
    };

    private final RandomStream random;
    private final int nodes;
    private final List<int[]> links = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private final boolean silentToo;

    private RandomScenarios(long seed, boolean silentToo) {
        this.silentToo = silentToo;
        this.random = new RandomStream(seed);
        this.nodes = 3 + random.nextInt(10);
    }

    /**
     * A scenario's text.
     *
     * @param trafficStopMillis when the last message is sent at the latest
     */
    public static String text(long seed, int trafficStopMillis) {
        return new RandomScenarios(seed, false).draw(trafficStopMillis);
    }

    /** The same with faults that nobody is told of, nodes that freeze, and a one-way partition. */
    public static String withSilentFaults(long seed) {
        return new RandomScenarios(seed, true).draw(DURATION_MILLIS)
                + "session: {keepalive: 150ms, dead-after: 600ms}\n";
    }

    private String draw(int trafficStopMillis) {
        drawLinks();
        drawFaults();
        String interval = 200 + random.nextInt(800) + "ms";
        int fanout = 1 + random.nextInt(2);
        String metric = random.nextInt(2) == 0 ? "hops" : "latency";
        List<String> edges =
                links.stream().map(link -> "[" + link[0] + ", " + link[1] + "]").toList();
        return String.format(
                Locale.ROOT,
                """
                name: random
                duration: %dms
                topology: {edges: %s, component: keep}
                links: {latency: %s, loss: %d%%}
                routing:
                  hop-limit: 16
                  source-routing: {interval: %s, fanout: %d, metric: %s}
                  distance-vector: {interval: %s, fanout: %d}
                reliability: {window: %d, timeout: 150ms, backoff: 1.5, retries: %d}
                traffic:
                  - {from: any, to: any, rate: 30/s, stop: %dms, payload: 10B}
                faults: %s
                """,
                DURATION_MILLIS,
                edges,
                LATENCIES[random.nextInt(LATENCIES.length)],
                random.nextInt(3) == 0 ? 0 : random.nextInt(40),
                interval,
                fanout,
                metric,
                interval,
                fanout,
                1 + random.nextInt(8),
                random.nextInt(4),
                trafficStopMillis,
                faults);
    }

    /** A random tree, perhaps with a link left out, and some links more. */
    private void drawLinks() {
        boolean[][] linked = new boolean[nodes][nodes];
        for (int node = 1; node < nodes; node++) {
            add(linked, node, random.nextInt(node));
        }
        for (int extra = random.nextInt(nodes + 1); extra > 0; extra--) {
            add(linked, random.nextInt(nodes), random.nextInt(nodes));
        }
    }

    private void add(boolean[][] linked, int a, int b) {
        if (a != b && !linked[a][b]) {
            linked[a][b] = true;
            linked[b][a] = true;
            links.add(new int[] {a, b});
        }
    }

    /** Walks through time, and at each step breaks what is whole or mends what is broken; sometimes several at once. */
    private void drawFaults() {
        boolean[] linkDown = new boolean[links.size()];
        boolean[] nodeDown = new boolean[nodes];
        int millis = 500 + random.nextInt(3_000);
        for (int count = random.nextInt(14); count > 0 && millis < DURATION_MILLIS; count--) {
            if (random.nextInt(3) > 0) {
                int link = random.nextInt(links.size());
                String kind = linkDown[link] ? "link-up" : "link-down";
                linkDown[link] ^= true;
                int[] ends = links.get(link);
                faults.add("{at: " + millis + "ms, " + kind + ": [" + ends[0] + ", " + ends[1] + "]"
                        + (linkDown[link] ? drawn(", silent: true") : "") + "}");
            } else {
                int node = random.nextInt(nodes);
                String kind = nodeDown[node] ? "node-up" : "node-down";
                nodeDown[node] ^= true;
                faults.add("{at: " + millis + "ms, " + kind + ": " + node
                        + (nodeDown[node] ? drawn(", silent: true") + drawn(", state: kept") : "") + "}");
            }
            millis += random.nextInt(4) == 0 ? 0 : random.nextInt(1_500);
        }
        if (silentToo) {
            int node = links.get(0)[0];
            faults.add("{at: 4s, partition: [[" + node + "]], one-way: true}");
            faults.add("{at: 7s, heal: [[" + node + "]]}");
        }
    }

    private String drawn(String modifier) {
        return silentToo && random.nextInt(2) == 0 ? modifier : "";
    }
}
