package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopscope.protocol.TinyNetwork;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.node.RouterFactory;
import hopscope.random.RandomStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
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

    /** Only node 0 renews its record; everything else is quiet. */
    private static RouterFactory floodingWithOneRenewal() {
        LinkStateConfig quiet = config(Spread.FLOODING, Ageing.NONE);
        LinkStateConfig renewing = config(Spread.FLOODING, new Ageing(3 * SETTLED, 2 * SETTLED));
        return (self, neighbours, random, storage) ->
                new SourceRouter(self, neighbours, self == 0 ? renewing : quiet, random, storage);
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

    private static long[] shortestLatencies(Net net) {
        long[] times = new long[net.nodes()];
        Arrays.fill(times, Long.MAX_VALUE / 2);
        times[0] = 0;
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void floodsARecordOverEveryLinkOnceAndOverAllButTheTreeTwice(long seed) {
        Net net = randomNet(seed);
        TinyNetwork network = new TinyNetwork(floodingWithOneRenewal(), seed).nodes(net.nodes());
        for (int i = 0; i < net.links().length; i++) {
            network.link(net.links()[i][0], net.links()[i][1], net.latencies()[i]);
        }
        network.run(SETTLED);
        int sequence = sequenceOfZero(network, 0);
        assertThat(network.runUntil(() -> sequenceOfZero(network, 0) > sequence, 3 * SETTLED))
                .isTrue();
        long begin = network.nowNanos();
        int frames = network.frames().size();
        long[] arrivals = new long[net.nodes()];
        network.runUntil(() -> noteArrivals(network, sequence + 1, network.nowNanos() - begin, arrivals), 30 * SECOND);
        network.run(30 * SECOND);

        assertThat(arrivals).as("seed %d", seed).isEqualTo(shortestLatencies(net));
        long transmissions = network.frames().stream()
                .skip(frames - degreeOfZero(net))
                .filter(frame -> tellsOfZero(frame, sequence + 1))
                .count();
        assertThat(transmissions).as("seed %d", seed).isEqualTo(2L * net.links().length - (net.nodes() - 1));
    }

    /** The renewal has transmitted these when it is first seen. */
    private static long degreeOfZero(Net net) {
        return Arrays.stream(net.links())
                .filter(link -> link[0] == 0 || link[1] == 0)
                .count();
    }

    private static int sequenceOfZero(TinyNetwork network, int node) {
        return ((LinkStateCore) network.node(node).routes()).record(0).sequence();
    }

    private static boolean noteArrivals(TinyNetwork network, int sequence, long sinceNanos, long[] arrivals) {
        boolean all = true;
        for (int node = 1; node < arrivals.length; node++) {
            if (arrivals[node] == 0 && sequenceOfZero(network, node) == sequence) {
                arrivals[node] = sinceNanos;
            }
            all &= arrivals[node] > 0;
        }
        return all;
    }

    private static boolean tellsOfZero(TinyNetwork.Frame frame, int sequence) {
        if (frame.message() instanceof LinkStateGossip gossip) {
            for (int i = 0; i < gossip.recordCount(); i++) {
                if (gossip.record(i).origin() == 0 && gossip.record(i).sequence() == sequence) {
                    return true;
                }
            }
        }
        return false;
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

    @Test
    void costsWhatTheReferenceSays() throws Exception {
        assumeTrue(Files.exists(REFERENCES), "the reference figures are not here");
        String text = Files.readString(REFERENCES);
        assertThat(text).as("the same formula as this test").contains("2m-(n-1)");
    }
}
