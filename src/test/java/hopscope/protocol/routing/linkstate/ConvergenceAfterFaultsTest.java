package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.TinyNetwork;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.node.RouterFactory;
import hopscope.protocol.routing.RouteView;
import hopscope.random.RandomStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses, cuts, repairs, restarts with and without storage, traffic; then quiet. Every node must end with the truth. */
class ConvergenceAfterFaultsTest {
    private static final int NODES = 8;
    private static final long MS = TinyNetwork.MS;
    private static final long SECOND = TinyNetwork.SECOND;

    static Stream<Arguments> protocols() {
        return Arrays.stream(Spread.values())
                .flatMap(spread -> Stream.of(Ageing.NONE, new Ageing(240 * SECOND, 30 * SECOND))
                        .flatMap(ageing -> Stream.of(true, false).map(source -> Arguments.of(spread, ageing, source))));
    }

    @ParameterizedTest(name = "{0}, {1}, source routing: {2}")
    @MethodSource("protocols")
    void knowsTheTruthAfterAnyHistory(Spread spread, Ageing ageing, boolean isSource) {
        LinkStateConfig config =
                new LinkStateConfig(TinyNetwork.GOSSIP, spread, ageing, EqualCost.PER_MESSAGE, true, true);
        RouterFactory routers = isSource ? TinyNetwork.sourceRouting(config) : TinyNetwork.linkState(config);
        for (long seed = 0; seed < 12; seed++) {
            TinyNetwork network = new TinyNetwork(routers, seed).nodes(NODES);
            RandomStream losses = new RandomStream(~seed);
            network.lose(frame -> losses.nextInt(10) < 3);
            disturb(network, new RandomStream(seed));
            network.run(150 * SECOND);
            for (int from = 0; from < NODES; from++) {
                int[] expected = distancesFrom(network, from);
                for (int to = 0; to < NODES; to++) {
                    if (from != to) {
                        String pair = "seed " + seed + ", from " + from + " to " + to;
                        RouteView routes = network.node(from).routes();
                        assertThat(routes.distance(to)).as(pair).isEqualTo(expected[to]);
                        assertThat(linksFollowed(network, from, to, isSource))
                                .as(pair)
                                .isEqualTo(expected[to]);
                    }
                }
            }
            assertThat(network.frames())
                    .filteredOn(frame -> frame.message() instanceof DataMessage)
                    .allSatisfy(frame -> {
                        int[] path = ((DataMessage) frame.message()).path();
                        assertThat(Arrays.stream(path).distinct().count()).isEqualTo(path.length);
                    });
        }
    }

    /**
     * With ages so short that renewals sometimes come too late, records of living nodes die now and then; but never for good,
     * and never without loss.
     */
    @ParameterizedTest
    @CsvSource({"PULL, 3", "PUSH_PULL, 3", "FLOODING, 3", "PULL, 0"})
    void findsBackToTheTruthWhereAgesAreTooShort(Spread spread, int lossInTen) {
        Ageing ageing = new Ageing(60 * SECOND, 15 * SECOND);
        LinkStateConfig config =
                new LinkStateConfig(TinyNetwork.GOSSIP, spread, ageing, EqualCost.SMALLEST_ID, true, true);
        for (long seed = 0; seed < 40; seed++) {
            TinyNetwork network = new TinyNetwork(TinyNetwork.linkState(config), seed).nodes(NODES);
            RandomStream losses = new RandomStream(~seed);
            network.lose(frame -> losses.nextInt(10) < lossInTen);
            disturb(network, new RandomStream(seed));
            network.run(150 * SECOND);
            if (lossInTen == 0) {
                assertThat(isRight(network)).as("seed %d", seed).isTrue();
            }
            for (int check = 0; check < 3; check++) {
                assertThat(network.runUntil(() -> isRight(network), 120 * SECOND))
                        .as("seed %d", seed)
                        .isTrue();
                network.run(20 * SECOND);
            }
        }
    }

    private static boolean isRight(TinyNetwork network) {
        for (int from = 0; from < NODES; from++) {
            int[] expected = distancesFrom(network, from);
            for (int to = 0; to < NODES; to++) {
                if (from != to && network.node(from).routes().distance(to) != expected[to]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void disturb(TinyNetwork network, RandomStream random) {
        for (int change = 0; change < 30; change++) {
            int a = random.nextInt(NODES);
            int b = (a + 1 + random.nextInt(NODES - 1)) % NODES;
            if (random.nextInt(8) == 0) {
                restart(network, a, random.nextInt(2) == 0);
            } else if (network.isLinked(a, b)) {
                network.cut(a, b);
            } else {
                network.link(a, b, (1 + random.nextInt(40)) * MS);
            }
            network.send(a, b, new byte[] {1});
            network.run(random.nextInt(1_500) * MS);
        }
    }

    private static void restart(TinyNetwork network, int node, boolean losesStorage) {
        boolean[] linked = new boolean[NODES];
        for (int other = 0; other < NODES; other++) {
            linked[other] = other != node && network.isLinked(node, other);
            if (linked[other]) {
                network.cut(node, other);
            }
        }
        if (losesStorage) {
            network.loseStorage(node);
        }
        network.node(TinyNetwork.config(node));
        for (int other = 0; other < NODES; other++) {
            if (linked[other]) {
                network.link(node, other, 5 * MS);
            }
        }
    }

    /** Links from one node to another as the routes lead, or -1 if they do not. */
    private static int linksFollowed(TinyNetwork network, int from, int to, boolean isSource) {
        int at = isSource ? to : from;
        int end = isSource ? from : to;
        for (int links = 0; links < NODES; links++) {
            if (at == end) {
                return links;
            }
            int next = isSource
                    ? network.node(from).routes().via(at)
                    : network.node(at).routes().via(to);
            if (next == RouteView.NO_ROUTE || !network.isLinked(at, next)) {
                return -1;
            }
            at = next;
        }
        return -1;
    }

    private static int[] distancesFrom(TinyNetwork network, int from) {
        int[] distances = new int[NODES];
        Arrays.fill(distances, -1);
        distances[from] = 0;
        Deque<Integer> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int other = 0; other < NODES; other++) {
                if (distances[other] < 0 && network.isLinked(node, other)) {
                    distances[other] = distances[node] + 1;
                    queue.add(other);
                }
            }
        }
        return distances;
    }
}
