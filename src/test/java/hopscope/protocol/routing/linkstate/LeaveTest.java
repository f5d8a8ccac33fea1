package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.StableStorage.Series;
import hopscope.protocol.TinyNetwork;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A node says that it will go, and takes its record back. */
class LeaveTest {
    private static final long MS = TinyNetwork.MS;
    private static final long SECOND = TinyNetwork.SECOND;

    private static LinkStateConfig config(Spread spread, Ageing ageing) {
        return new LinkStateConfig(TinyNetwork.GOSSIP, spread, ageing, EqualCost.SMALLEST_ID, true, true);
    }

    private static TinyNetwork ring(LinkStateConfig config, boolean isSource) {
        TinyNetwork network = new TinyNetwork(
                        isSource ? TinyNetwork.sourceRouting(config) : TinyNetwork.linkState(config), 9)
                .encodeFrames();
        return linked(network.nodes(5));
    }

    private static TinyNetwork linked(TinyNetwork network) {
        for (int node = 0; node < 5; node++) {
            network.link(node, (node + 1) % 5, 10 * MS);
        }
        return network.run(30 * SECOND);
    }

    private static LinkStateCore router(TinyNetwork network, int node) {
        return (LinkStateCore) network.node(node).routes();
    }

    private static void assertGone(TinyNetwork network, int gone) {
        for (int node = 0; node < 5; node++) {
            if (node != gone) {
                assertThat(router(network, node).record(gone))
                        .as("at node %d", node)
                        .isNull();
                assertThat(router(network, node).distance(gone))
                        .as("at node %d", node)
                        .isEqualTo(-1);
                assertThat(router(network, node).entryCount())
                        .as("at node %d", node)
                        .isEqualTo(4);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isForgottenByAllThoughNobodySeesItsLinksGoDown(Spread spread) {
        TinyNetwork network = ring(config(spread, Ageing.NONE), true);
        network.leave(2).run(20 * SECOND);
        assertThat(network.node(2).hasLeft()).isTrue();
        assertGone(network, 2);
    }

    @ParameterizedTest
    @EnumSource
    void tellsItsNeighboursWithinOneLinkInEveryMode(Spread spread) {
        TinyNetwork network = ring(config(spread, Ageing.NONE), true);
        network.leave(2);
        assertThat(network.node(2).hasLeft()).isFalse();
        network.run(10 * MS);
        assertThat(router(network, 1).record(2)).isNull();
        assertThat(router(network, 3).record(2)).isNull();
        network.run(10 * MS);
        assertThat(network.node(2).hasLeft()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void repeatsItUntilItIsAcknowledged(Spread spread) {
        TinyNetwork network = ring(config(spread, Ageing.NONE), true);
        int before = network.frames().size();
        network.lose(frame -> frame.from() == 2 && frame.index() < before + 40).leave(2);
        network.run(2 * SECOND);
        assertThat(network.node(2).hasLeft()).isFalse();
        assertThat(router(network, 1).record(2)).isNotNull();
        network.lose(frame -> false).run(20 * SECOND);
        assertThat(network.node(2).hasLeft()).isTrue();
        assertGone(network, 2);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void forwardsWhatStillComesButTakesNothingNew(boolean isSource) {
        TinyNetwork network = ring(config(Spread.PUSH_PULL, Ageing.NONE), isSource);
        // From 1 to 3 by way of 2, which leaves while the message is on the first link.
        network.send(1, 3, new byte[] {7});
        network.run(5 * MS).leave(2);
        assertThat(network.send(2, 0, new byte[] {8})).isEqualTo(Node.REFUSED_STOPPED);
        network.run(20 * MS);
        assertThat(network.deliveries()).hasSize(1);
        assertThat(network.deliveries().get(0).hops()).isEqualTo(2);
        assertThat(router(network, 2).distance(0)).isEqualTo(2);
    }

    @Test
    void showsNobodyItsLinksAnyMore() {
        TinyNetwork network = ring(config(Spread.PUSH_PULL, Ageing.NONE), true);
        int before = network.frames().size();
        network.leave(2).run(5 * SECOND);
        assertThat(network.frames().subList(before, network.frames().size()))
                .filteredOn(frame -> frame.message() instanceof LinkStateGossip)
                .allSatisfy(frame -> {
                    LinkStateGossip gossip = (LinkStateGossip) frame.message();
                    for (int i = 0; i < gossip.recordCount(); i++) {
                        if (gossip.record(i).origin() == 2) {
                            assertThat(gossip.record(i).degree()).isZero();
                            assertThat(gossip.ageMillis(i)).isEqualTo(LinkStateGossip.WITHDRAWN);
                        }
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void comesBackWithAndWithoutItsStorage(boolean losesStorage) {
        TinyNetwork network = ring(config(Spread.PUSH_PULL, new Ageing(60 * SECOND, 20 * SECOND)), true);
        network.leave(2).run(5 * SECOND).cut(1, 2).cut(2, 3).stop(2);
        if (losesStorage) {
            network.loseStorage(2);
        }
        network.run(SECOND).node(TinyNetwork.config(2));
        network.link(1, 2, 10 * MS).link(2, 3, 10 * MS).run(30 * SECOND);
        for (int node = 0; node < 5; node++) {
            int around = Math.abs(node - 2);
            assertThat(router(network, node).distance(2)).isEqualTo(node == 2 ? 0 : Math.min(around, 5 - around));
        }
    }

    @Test
    void leavesAtTheEndOfItsNumbersToo() {
        TinyNetwork network =
                new TinyNetwork(TinyNetwork.sourceRouting(config(Spread.PUSH_PULL, Ageing.NONE)), 5).encodeFrames();
        network.storage(2).reserve(Series.LINK_STATE_SEQUENCE, Integer.MAX_VALUE - 3);
        linked(network.nodes(5));
        assertThat(router(network, 0).record(2).sequence()).isEqualTo(Integer.MAX_VALUE);
        network.leave(2).run(20 * SECOND);
        assertGone(network, 2);
    }

    @Test
    void withdrawsAnewWhatAnEarlierLifeHasSaid() {
        TinyNetwork network = ring(config(Spread.PUSH_PULL, Ageing.NONE), true);
        network.leave(2).run(5 * SECOND);
        LinkStateRecord earlier = new LinkStateRecord(2, 1_000, new int[] {1, 3}, new int[] {1, 1});
        network.inject(0, 1, new LinkStateGossip(false, 1, 0, 0, 0, 0, new LinkStateRecord[] {earlier}, null));
        network.run(11 * MS);
        assertThat(router(network, 1).record(2)).isEqualTo(earlier);
        network.run(20 * SECOND);
        assertGone(network, 2);
    }
}
