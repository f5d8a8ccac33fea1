package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopscope.protocol.TinyNetwork;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.node.RouterFactory;
import hopscope.random.RandomStream;
import hopscope.topology.Topology;
import hopscope.topology.format.LatencySource;
import hopscope.topology.format.ReadSettings;
import hopscope.topology.format.TopologyFiles;
import hopscope.topology.format.TopologyFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What travels in each mode of spreading, and what flooding costs and how fast it is. */
class SpreadTest {
    private static final long MS = TinyNetwork.MS;
    private static final long SECOND = TinyNetwork.SECOND;
    private static final Path REFERENCES = Path.of("..", "shared", "reference", "flood-reference.json");

    /** Long enough for networks that begin with nothing to know everything. */
    private static final long SETTLED = 60 * SECOND;

    private static LinkStateConfig config(Spread spread, Ageing ageing) {
        return new LinkStateConfig(TinyNetwork.GOSSIP, spread, ageing, EqualCost.SMALLEST_ID, true, true);
    }

    private static TinyNetwork line(Spread spread) {
        TinyNetwork network = new TinyNetwork(TinyNetwork.sourceRouting(config(spread, Ageing.NONE)), 3).nodes(5);
        for (int node = 1; node < 5; node++) {
            network.link(node - 1, node, 10 * MS);
        }
        return network.run(SETTLED);
    }

    private static Stream<LinkStateGossip> gossip(TinyNetwork network, boolean answerWanted) {
        return network.frames().stream()
                .filter(frame -> frame.message() instanceof LinkStateGossip)
                .map(frame -> (LinkStateGossip) frame.message())
                .filter(gossip -> gossip.answerWanted() == answerWanted);
    }

    @Test
    void pushesAndIsOnlyAcknowledged() {
        TinyNetwork network = line(Spread.PUSH);
        assertThat(network.node(0).routes().distance(4)).isEqualTo(4);
        assertThat(gossip(network, true)).isNotEmpty().allMatch(gossip -> gossip.recordCount() > 0);
        assertThat(gossip(network, false)).isNotEmpty().allMatch(gossip -> gossip.recordCount() == 0);
        int frames = network.frames().size();
        network.run(SETTLED);
        assertThat(network.frames()).as("without news there is nothing to push").hasSize(frames);
    }

    @Test
    void pullsWithoutTellingAnything() {
        TinyNetwork network = line(Spread.PULL);
        assertThat(network.node(0).routes().distance(4)).isEqualTo(4);
        assertThat(gossip(network, true)).isNotEmpty().allMatch(gossip -> gossip.recordCount() == 0);
        assertThat(gossip(network, false)).anyMatch(gossip -> gossip.recordCount() > 0);
    }

    /** Only the origin renews its record; everything else is quiet. */
    private static RouterFactory floodingWithRenewalBy(int origin) {
        LinkStateConfig quiet = config(Spread.FLOODING, Ageing.NONE);
        LinkStateConfig renewing = config(Spread.FLOODING, new Ageing(3 * SETTLED, 2 * SETTLED));
        return (self, neighbours, random, storage) ->
                new SourceRouter(self, neighbours, self == origin ? renewing : quiet, random, storage);
    }

    private record Net(int nodes, int[][] links, long[] latencies) {}

    private static Net randomNet(long seed) {
        RandomStream random = new RandomStream(seed);
        int nodes = 4 + random.nextInt(20);
        int[][] links = new int[3 * nodes][];
        long[] latencies = new long[links.length];
        boolean[][] linked = new boolean[nodes][nodes];
        int count = 0;
        for (int i = 1; i < 3 * nodes; i++) {
            int a = i < nodes ? i : random.nextInt(nodes);
            int b = i < nodes ? random.nextInt(i) : random.nextInt(nodes);
            if (a != b && !linked[a][b]) {
                linked[a][b] = true;
                linked[b][a] = true;
                links[count] = new int[] {a, b};
                latencies[count++] = 1 + random.nextInt(40_000_000);
            }
        }
        return new Net(nodes, Arrays.copyOf(links, count), Arrays.copyOf(latencies, count));
    }

    private static long[] shortestLatencies(Net net, int origin) {
        long[] times = new long[net.nodes()];
        Arrays.fill(times, Long.MAX_VALUE / 2);
        times[origin] = 0;
        for (int round = 0; round < net.nodes(); round++) {
            for (int i = 0; i < net.links().length; i++) {
                int a = net.links()[i][0];
                int b = net.links()[i][1];
                times[a] = Math.min(times[a], times[b] + net.latencies()[i]);
                times[b] = Math.min(times[b], times[a] + net.latencies()[i]);
            }
        }
        return times;
    }

    /** What one renewed record costs, and when it is where, in nanoseconds since it arose. */
    private record Flood(long transmissions, long[] arrivals) {}

    private static Flood flood(Net net, int origin, long seed) {
        TinyNetwork network = new TinyNetwork(floodingWithRenewalBy(origin), seed).nodes(net.nodes());
        for (int i = 0; i < net.links().length; i++) {
            network.link(net.links()[i][0], net.links()[i][1], net.latencies()[i]);
        }
        network.run(SETTLED);
        int sequence = sequence(network, origin, origin) + 1;
        assertThat(network.runUntil(() -> sequence(network, origin, origin) == sequence, 3 * SETTLED))
                .isTrue();
        long begin = network.nowNanos();
        long[] arrivals = new long[net.nodes()];
        network.runUntil(
                () -> noteArrivals(network, origin, sequence, network.nowNanos() - begin, arrivals), 30 * SECOND);
        network.run(30 * SECOND);
        long transmissions = network.frames().stream()
                .filter(frame -> tells(frame, origin, sequence))
                .count();
        return new Flood(transmissions, arrivals);
    }

    private static int sequence(TinyNetwork network, int node, int origin) {
        return ((LinkStateCore) network.node(node).routes()).record(origin).sequence();
    }

    private static boolean noteArrivals(
            TinyNetwork network, int origin, int sequence, long sinceNanos, long[] arrivals) {
        boolean all = true;
        for (int node = 0; node < arrivals.length; node++) {
            if (node != origin && arrivals[node] == 0 && sequence(network, node, origin) == sequence) {
                arrivals[node] = sinceNanos;
            }
            all &= node == origin || arrivals[node] > 0;
        }
        return all;
    }

    private static boolean tells(TinyNetwork.Frame frame, int origin, int sequence) {
        if (frame.message() instanceof LinkStateGossip gossip) {
            for (int i = 0; i < gossip.recordCount(); i++) {
                if (gossip.record(i).origin() == origin && gossip.record(i).sequence() == sequence) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void floodsARecordOverEveryLinkOnceAndOverAllButTheTreeTwice(long seed) {
        Net net = randomNet(seed);
        Flood flood = flood(net, 0, seed);
        assertThat(flood.arrivals()).as("seed %d", seed).isEqualTo(shortestLatencies(net, 0));
        assertThat(flood.transmissions()).as("seed %d", seed).isEqualTo(2L * net.links().length - (net.nodes() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoo-Abilene.graphml", "sndlib-polska.native.txt", "sndlib-germany50.xml"})
    void floodsRealNetworksAsTheReferenceSays(String file) throws Exception {
        Path path = Path.of("..", "shared", "topologies", file);
        assumeTrue(Files.exists(REFERENCES) && Files.exists(path), "the reference figures are not here");
        JsonNode expected =
                new ObjectMapper().readTree(REFERENCES.toFile()).path("results").path(file);
        Topology topology = TopologyFiles.read(path, new ReadSettings(TopologyFormat.AUTO, LatencySource.DISTANCE, 0))
                .topology();
        int[][] links = new int[topology.linkCount()][];
        long[] latencies = new long[links.length];
        for (int link = 0; link < links.length; link++) {
            links[link] = new int[] {topology.endA(link), topology.endB(link)};
            latencies[link] = topology.latencyNanos(link);
        }
        String name = expected.path("origin").asText();
        int origin = IntStream.range(0, topology.nodeCount())
                .filter(node -> topology.name(node).equals(name))
                .findFirst()
                .orElse(0);
        Flood flood = flood(new Net(topology.nodeCount(), links, latencies), origin, 1);
        assertThat(flood.transmissions())
                .isEqualTo(expected.path("messages_total_exact").asLong());
        double last = Arrays.stream(flood.arrivals()).max().orElseThrow() / 1e6;
        // Great-circle distances differ in the fifth digit with the radius of the earth.
        assertThat(last).isCloseTo(expected.path("last_arrival_ms").asDouble(), Percentage.withPercentage(0.01));
    }

    @Test
    void pullsWhatFloodingHasLost() {
        TinyNetwork network = new TinyNetwork(TinyNetwork.sourceRouting(config(Spread.FLOODING, Ageing.NONE)), 3);
        network.nodes(4)
                .link(0, 1, 10 * MS)
                .link(1, 2, 10 * MS)
                .link(2, 3, 10 * MS)
                .run(SETTLED);
        network.lose(frame -> frame.message() instanceof LinkStateGossip gossip && !gossip.answerWanted());
        network.cut(2, 3).run(10 * MS).lose(frame -> false);
        assertThat(network.node(0).routes().distance(3)).isEqualTo(3);
        network.run(20 * SECOND);
        assertThat(network.node(0).routes().distance(3)).isEqualTo(-1);
    }
}
