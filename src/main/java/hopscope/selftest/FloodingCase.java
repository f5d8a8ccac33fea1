package hopscope.selftest;

import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.Message;
import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.simulation.QuietObserver;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One new record, told at once to all neighbours but the one that brought it. Node 0 has a leaf, whose link is cut: that
 * makes one new record that can spread, and a node that no longer has a route to the leaf has it.
 */
final class FloodingCase implements Case {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int LATENCY_MAX_NANOS = 40_000_000;

    private static final String FLOODING = """
            name: flooding
            duration: 60s
            topology: {edges: [%s]}
            protocols: [source-routing]
            routing:
              source-routing: {spread: flooding}
            faults:
              - {at: 40s, link-down: [0, %d]}
            """;

    /** The Abilene network of the Internet Topology Zoo; latencies are great-circle distances at 200 km per ms. */
    private static final String ABILENE = "[0, 1, 5729194ns], [0, 2, 1642456ns], [1, 10, 1316626ns],"
            + " [2, 9, 4359638ns], [3, 4, 5693011ns], [3, 6, 8205591ns], [4, 5, 2515786ns], [4, 6, 7517978ns],"
            + " [5, 8, 11033813ns], [6, 7, 4459030ns], [7, 8, 5209743ns], [7, 10, 3653239ns], [8, 9, 5637800ns],"
            + " [9, 10, 3438022ns]";

    /** A network, and whether its links get latencies drawn at random or keep the same one. */
    private record Network(String label, String topology, boolean isDrawn) {}

    private static final List<Network> NETWORKS = List.of(
            new Network("Abilene", "{edges: [" + ABILENE + "]}", false),
            new Network("line of 20", "{generate: line, nodes: 20}", true),
            new Network("ring of 21", "{generate: ring, nodes: 21}", true),
            new Network("binary tree of 63", "{generate: tree, nodes: 63, branching: 2}", true),
            new Network("grid 7 x 7", "{generate: grid, rows: 7, columns: 7}", true),
            new Network("torus 10 x 10, equal latencies", "{generate: torus, rows: 10, columns: 10}", false),
            new Network("complete graph of 30", "{generate: complete, nodes: 30}", true),
            new Network(
                    "scale-free network of 100", "{generate: barabasi-albert, nodes: 100, attach: 2, seed: 1}", true));

    @Override
    public Description describe() {
        return new Description(
                "flooding",
                "A record that is flooded crosses links 2m - (n - 1) times and is everywhere after the shortest latency.",
                "each node but the origin leaves out one link, the one by which the record came first (RFC 2328, section 13)");
    }

    @Override
    public List<Row> run(long seed) {
        List<Row> rows = new ArrayList<>();
        for (Network network : NETWORKS) {
            addRows(network, Keys.of(seed, network.label()), rows);
        }
        return rows;
    }

    private static void addRows(Network network, long seed, List<Row> rows) {
        Topology bare = Trial.of("{name: bare, duration: 1s, topology: %s}", network.topology())
                .topology();
        int nodes = bare.nodeCount();
        Trial trial = Trial.of(FLOODING, edges(bare, network.isDrawn(), seed), nodes);
        Flood flood = new Flood(nodes);
        trial.run(seed, flood);
        long[] shortest = shortestNanos(trial.topology(), nodes);
        int inTime = 0;
        for (int node = 1; node < nodes; node++) {
            inTime += flood.arrivalNanos[node] == shortest[node] ? 1 : 0;
        }
        String label = network.label() + ", " + bare.linkCount() + " links: ";
        rows.add(Row.exact(label + "transmissions", 2.0 * bare.linkCount() - (nodes - 1), flood.transmissions));
        rows.add(Row.exact(label + "nodes reached at the shortest latency", nodes - 1.0, inTime));
        rows.add(Row.exact(label + "last arrival (ms)", lastMillis(shortest), lastMillis(flood.arrivalNanos)));
    }

    private static double lastMillis(long[] nanos) {
        return Arrays.stream(nanos).max().orElseThrow() / NANOS_PER_MILLI;
    }

    /** The links of a network, each with a latency, and one more to a leaf. */
    private static String edges(Topology topology, boolean isDrawn, long seed) {
        RandomStream random = new RandomStream(Keys.of(seed, "latencies"));
        StringBuilder edges = new StringBuilder();
        for (int link = 0; link < topology.linkCount(); link++) {
            long own = topology.latencyNanos(link) > 0 ? topology.latencyNanos(link) : 10_000_000;
            long nanos = isDrawn ? 1 + random.nextInt(LATENCY_MAX_NANOS) : own;
            edges.append(
                    String.format(Locale.ROOT, "[%d, %d, %dns], ", topology.endA(link), topology.endB(link), nanos));
        }
        return edges.append("[0, ")
                .append(topology.nodeCount())
                .append(", 1ms]")
                .toString();
    }

    /** Shortest latencies from node 0 to the first so many nodes (Bellman 1958). */
    private static long[] shortestNanos(Topology topology, int nodes) {
        long[] nanos = new long[topology.nodeCount()];
        Arrays.fill(nanos, Long.MAX_VALUE / 2);
        nanos[0] = 0;
        for (int round = 0; round < nodes; round++) {
            for (int link = 0; link < topology.linkCount(); link++) {
                int a = topology.endA(link);
                int b = topology.endB(link);
                nanos[a] = Math.min(nanos[a], nanos[b] + topology.latencyNanos(link));
                nanos[b] = Math.min(nanos[b], nanos[a] + topology.latencyNanos(link));
            }
        }
        return Arrays.copyOf(nanos, nodes);
    }

    /** Counts how often records are sent after the cut, and notes when each node has heard of it. */
    private static final class Flood extends QuietObserver {
        private final long[] arrivalNanos;
        private boolean isCut;
        private long cutNanos;
        private long transmissions;

        Flood(int nodes) {
            arrivalNanos = new long[nodes];
        }

        @Override
        public void linkChanged(long nowNanos, int link, boolean live) {
            isCut = true;
            cutNanos = nowNanos;
        }

        @Override
        public void transmitted(long nowNanos, int node, Message message) {
            if (isCut && message instanceof LinkStateGossip gossip) {
                transmissions += gossip.recordCount();
            }
        }

        @Override
        public void routeChanged(
                long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
            if (isCut && destination == arrivalNanos.length && distance < 0) {
                arrivalNanos[node] = nowNanos - cutNanos;
            }
        }
    }
}
