package hopscope.protocol.routing.distancevector;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.TinyNetwork;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.wire.FrameCodec;
import hopscope.protocol.wire.RandomMessages;
import hopscope.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Tables passed by reference, with their versions, must do exactly what tables read from bytes do. */
class TableByReferenceTest {
    private static final int NODES = 7;

    @Test
    void mergesADecodedTableLikeTheOriginal() {
        FrameCodec codec = new FrameCodec();
        for (long seed = 0; seed < 500; seed++) {
            RouteTable table = new RandomMessages(seed).table();
            if (table.owner() == RouterBench.SELF) {
                continue;
            }
            RouterBench byReference = prepared(seed, table.owner());
            RouterBench decoded = prepared(seed, table.owner());

            assertThat(byReference.receive(table.owner(), table)).isTrue();
            assertThat(decoded.receive(
                            table.owner(), codec.decode(codec.encode(table)).message()))
                    .isTrue();

            assertThat(decoded.effects.takeLines()).as("seed %d", seed).isEqualTo(byReference.effects.takeLines());
            assertThat(decoded.router.entryCount()).isEqualTo(byReference.router.entryCount());
        }
    }

    private static RouterBench prepared(long seed, int owner) {
        RouterBench bench = new RouterBench().connect(90, owner);
        RandomStream random = new RandomStream(~seed);
        int[] routes = new int[40];
        for (int i = 0; i < routes.length; i += 2) {
            routes[i] = 1 + random.nextInt(60);
            routes[i + 1] = 1 + random.nextInt(15);
        }
        bench.receiveTable(90, routes);
        bench.effects.takeLines();
        return bench;
    }

    @Test
    void goesThroughTheSameHistoryWithTheShortCutAsWithFullMerging() {
        for (long seed = 0; seed < 60; seed++) {
            TinyNetwork shortCut = randomLife(new TinyNetwork(TinyNetwork.distanceVector(), seed), seed);
            TinyNetwork merging = randomLife(new TinyNetwork(TinyNetwork.distanceVector(), seed).encodeFrames(), seed);
            assertThat(shortCut.trace()).as("seed %d", seed).isEqualTo(merging.trace());
            assertThat(shortCut.trace()).hasSizeGreaterThan(100);
        }
    }

    /** A network whose links come and go at random, with some frames lost. */
    static TinyNetwork randomLife(TinyNetwork network, long seed) {
        RandomStream random = new RandomStream(~seed);
        RandomStream losses = new RandomStream(seed + 1_000);
        network.nodes(NODES).lose(frame -> losses.nextInt(20) == 0);
        for (int node = 1; node < NODES; node++) {
            network.link(node, random.nextInt(node), (1 + random.nextInt(50)) * TinyNetwork.MS);
        }
        for (int change = 0; change < 25; change++) {
            network.run(random.nextInt(2_000) * TinyNetwork.MS);
            int a = random.nextInt(NODES);
            int b = (a + 1 + random.nextInt(NODES - 1)) % NODES;
            if (network.isLinked(a, b)) {
                network.cut(a, b);
            } else {
                network.link(a, b, (1 + random.nextInt(50)) * TinyNetwork.MS);
            }
        }
        return network.run(5 * TinyNetwork.SECOND);
    }
}
