package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.TinyNetwork;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.node.Node;
import hopscope.protocol.node.NodeCounters;
import hopscope.protocol.node.RoutedFault;
import hopscope.random.RandomStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcePathTest {
    private static final long MS = TinyNetwork.MS;

    private static TinyNetwork line(int nodes) {
        TinyNetwork network = new TinyNetwork(TinyNetwork.sourceRouting(), 4).nodes(nodes);
        for (int node = 1; node < nodes; node++) {
            network.link(node - 1, node, 10 * MS);
        }
        return network.run(20 * TinyNetwork.SECOND);
    }

    private static List<int[]> pathsOfData(TinyNetwork network) {
        return network.frames().stream()
                .filter(frame -> frame.message() instanceof DataMessage)
                .map(frame -> ((RoutedMessage) frame.message()).path())
                .toList();
    }

    @Test
    void carriesThePathOfTheTreeAndForwardersFollowIt() {
        TinyNetwork network = line(4);
        network.send(0, 3, new byte[0]);
        network.run(100 * MS);
        assertThat(pathsOfData(network)).hasSize(3).allMatch(path -> Arrays.equals(path, new int[] {0, 1, 2, 3}));
        assertThat(network.deliveries()).hasSize(1);
        assertThat(network.deliveries().get(0).hops()).isEqualTo(3);
        assertThat(network.acknowledged()).hasSize(1);
        assertThat(network.node(1).counters().forwarded()).isEqualTo(2);
    }

    @Test
    void takesTheCheaperPathEvenIfItHasMoreLinks() {
        TinyNetwork network = new TinyNetwork(TinyNetwork.sourceRouting(), 4).nodes(3);
        network.link(0, 2, MS, 10).link(0, 1, MS, 3).link(1, 2, MS, 3).run(20 * TinyNetwork.SECOND);
        assertThat(network.node(0).routes().distance(2)).isEqualTo(6);
        assertThat(network.node(0).routes().via(2)).isEqualTo(1);
        network.send(0, 2, new byte[0]);
        network.run(100 * MS);
        assertThat(network.deliveries().get(0).hops()).isEqualTo(2);
    }

    @Test
    void sendsNothingInVainWithoutARoute() {
        TinyNetwork network = new TinyNetwork(TinyNetwork.sourceRouting(), 4).nodes(2);
        assertThat(network.send(0, 1, new byte[0])).isNotNegative();
        assertThat(network.frames()).isEmpty();
        assertThat(network.node(0).counters().droppedNoRoute()).isEqualTo(1);
    }

    @Test
    void dropsAndCountsAPathThatDoesNotLeadOn() {
        TinyNetwork network = line(3);
        int[][] paths = {
            {0, 2, 9}, // the receiver is not where the path says
            {0, 1, 9}, // the next node is no neighbour of the receiver
            {0, 1}, // the path ends here, the message does not
            {}, // no path at all
        };
        for (int[] path : paths) {
            NodeCounters counters = network.node(1).counters();
            long before = counters.droppedNoRoute() + counters.routedFaults(RoutedFault.PATH_POSITION);
            network.inject(0, 1, new DataMessage(0, 9, 10, 1, path, 1, new byte[0]));
            network.run(20 * MS);
            assertThat(counters.droppedNoRoute() + counters.routedFaults(RoutedFault.PATH_POSITION))
                    .as("path %s", Arrays.toString(path))
                    .isEqualTo(before + 1);
        }
        assertThat(network.node(2).counters().delivered()).isZero();
    }

    @Test
    void dropsAMessageWhoseNextLinkIsCut() {
        TinyNetwork network = line(3).cut(1, 2);
        network.send(0, 2, new byte[0]);
        network.run(20 * MS);
        assertThat(network.node(1).counters().droppedNoRoute()).isEqualTo(1);
    }

    @Test
    void doesNotSetOutOnAPathLongerThanTheHopLimit() {
        TinyNetwork network = line(19);
        network.send(0, 16, new byte[0]);
        network.run(400 * MS);
        assertThat(network.deliveries()).as("16 links are allowed").hasSize(1);
        int frames = pathsOfData(network).size();
        network.send(0, 17, new byte[0]);
        assertThat(pathsOfData(network)).hasSize(frames);
        assertThat(network.node(0).counters().droppedHopLimit()).isEqualTo(1);
    }

    /** Losses, cuts and repairs; then quiet. Every node must end with the true distances, also of the unreachable. */
    @Test
    void knowsTheTrueDistancesAfterAnyHistoryWithLosses() {
        for (long seed = 0; seed < 40; seed++) {
            int nodes = 8;
            TinyNetwork network = new TinyNetwork(TinyNetwork.sourceRouting(), seed).nodes(nodes);
            RandomStream random = new RandomStream(seed);
            RandomStream losses = new RandomStream(~seed);
            network.lose(frame -> losses.nextInt(10) < 3);
            for (int change = 0; change < 30; change++) {
                int a = random.nextInt(nodes);
                int b = (a + 1 + random.nextInt(nodes - 1)) % nodes;
                if (network.isLinked(a, b)) {
                    network.cut(a, b);
                } else {
                    network.link(a, b, (1 + random.nextInt(40)) * MS);
                }
                network.run(random.nextInt(1_500) * MS);
            }
            network.run(120 * TinyNetwork.SECOND);
            for (int from = 0; from < nodes; from++) {
                int[] expected = distancesFrom(network, from, nodes);
                for (int to = 0; to < nodes; to++) {
                    assertThat(network.node(from).routes().distance(to))
                            .as("seed %d, from %d to %d", seed, from, to)
                            .isEqualTo(expected[to]);
                }
            }
        }
    }

    private static int[] distancesFrom(TinyNetwork network, int from, int nodes) {
        int[] distances = new int[nodes];
        Arrays.fill(distances, -1);
        distances[from] = 0;
        Deque<Integer> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int other = 0; other < nodes; other++) {
                if (distances[other] < 0 && network.isLinked(node, other)) {
                    distances[other] = distances[node] + 1;
                    queue.add(other);
                }
            }
        }
        return distances;
    }

    @Test
    void forgetsTheRoutesToANodeThatRestartsAndLearnsThemAgain() {
        TinyNetwork network = line(4);
        network.cut(1, 2).cut(2, 3).run(30 * TinyNetwork.SECOND);
        assertThat(network.node(0).routes().distance(2)).isEqualTo(-1);
        network.node(TinyNetwork.config(2)).link(1, 2, MS).link(2, 3, MS).run(30 * TinyNetwork.SECOND);
        for (int from = 0; from < 4; from++) {
            Node node = network.node(from);
            for (int to = 0; to < 4; to++) {
                assertThat(node.routes().distance(to)).isEqualTo(Math.abs(from - to));
            }
        }
    }
}
