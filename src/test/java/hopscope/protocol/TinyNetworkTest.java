package hopscope.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.protocol.message.Message;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.node.RouterFactory;
import hopscope.protocol.routing.Router;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test world itself: what rests on it is only as good as it is. */
class TinyNetworkTest {
    private static final long MS = TinyNetwork.MS;

    @ParameterizedTest
    @ValueSource(strings = {"source-routing", "distance-vector"})
    void livesTheSameLifeTwiceAndAnotherWithAnotherSeed(String protocol) {
        TinyNetwork first = trio(protocol, 1);
        assertThat(trio(protocol, 1).trace()).isEqualTo(first.trace()).hasSizeGreaterThan(100);
        assertThat(trio(protocol, 2).trace()).isNotEqualTo(first.trace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"source-routing", "distance-vector"})
    void livesTheSameLifeWithEncodedFrames(String protocol) {
        TinyNetwork encoded = lived(new TinyNetwork(TinyNetwork.named(protocol), 1).encodeFrames());
        assertThat(encoded.trace()).isEqualTo(trio(protocol, 1).trace());
    }

    private static TinyNetwork trio(String protocol, long seed) {
        return lived(new TinyNetwork(TinyNetwork.named(protocol), seed));
    }

    private static TinyNetwork lived(TinyNetwork network) {
        network.nodes(3).link(0, 1, 10 * MS).link(1, 2, 20 * MS).run(10 * TinyNetwork.SECOND);
        network.send(0, 2, new byte[] {1});
        return network.cut(0, 1).run(10 * TinyNetwork.SECOND).link(0, 1, 5 * MS).run(10 * TinyNetwork.SECOND);
    }

    @Test
    void losesTheFramesOnALinkThatIsCut() {
        TinyNetwork network = new TinyNetwork(TinyNetwork.distanceVector(), 1).nodes(2);
        network.link(0, 1, 10 * MS).run(5 * MS).cut(0, 1).link(0, 1, 100 * MS).run(50 * MS);
        assertThat(network.node(0).neighbours().count()).isZero();
        assertThat(network.node(0).counters().framesBeforeSession()).isZero();
        assertThat(network.trace()).noneMatch(line -> line.contains("WELCOME"));
    }

    @Test
    void stopsANodeThatNeverRests() {
        TinyNetwork network = new TinyNetwork(restless(), 1).nodes(1);
        assertThatThrownBy(() -> network.run(TinyNetwork.SECOND)).isInstanceOf(AssertionError.class);
    }

    /** A router that always wants to be called at once. */
    private static RouterFactory restless() {
        return (self, neighbours, random, storage) -> new Router() {
            @Override
            public void start(long nowNanos, Effects out) {}

            @Override
            public void neighbourUp(int slot, Effects out) {}

            @Override
            public void neighbourDown(int slot, Effects out) {}

            @Override
            public boolean receive(long nowNanos, int slot, Message message, Effects out) {
                return false;
            }

            @Override
            public void expire(long nowNanos, Effects out) {}

            @Override
            public long deadlineNanos() {
                return 0;
            }

            @Override
            public int[] pathTo(int destination) {
                return null;
            }

            @Override
            public int nextHop(RoutedMessage message) {
                return NO_ROUTE;
            }

            @Override
            public boolean carriesPath() {
                return false;
            }

            @Override
            public int via(int destination) {
                return NO_ROUTE;
            }

            @Override
            public int distance(int destination) {
                return NO_ROUTE;
            }

            @Override
            public int entryCount() {
                return 0;
            }
        };
    }
}
