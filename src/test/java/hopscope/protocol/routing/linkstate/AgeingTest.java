package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.StableStorage.Series;
import hopscope.protocol.TinyNetwork;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that grow old, are withdrawn, or come to the end of their numbers. */
class AgeingTest {
    private static final long MS = TinyNetwork.MS;
    private static final long SECOND = TinyNetwork.SECOND;
    private static final long MAX_AGE = 15 * SECOND;

    private static LinkStateConfig config(Spread spread, Ageing ageing) {
        return new LinkStateConfig(TinyNetwork.GOSSIP, spread, ageing, EqualCost.SMALLEST_ID, true, true);
    }

    private static TinyNetwork line(LinkStateConfig config, int nodes) {
        TinyNetwork network = new TinyNetwork(TinyNetwork.sourceRouting(config), 5)
                .encodeFrames()
                .nodes(nodes);
        for (int node = 1; node < nodes; node++) {
            network.link(node - 1, node, 10 * MS);
        }
        return network.run(20 * SECOND);
    }

    private static LinkStateCore router(TinyNetwork network, int node) {
        return (LinkStateCore) network.node(node).routes();
    }

    private static LinkStateRecord record(TinyNetwork network, int at, int origin) {
        return router(network, at).record(origin);
    }

    @ParameterizedTest
    @EnumSource
    void forgetsADeadNodeWithinTheLargestAge(Spread spread) {
        TinyNetwork network = line(config(spread, new Ageing(MAX_AGE, MAX_AGE / 3)), 4);
        network.cut(2, 3);
        network.stop(3);
        network.run(MAX_AGE);
        for (int node = 0; node < 3; node++) {
            assertThat(record(network, node, 3)).as("at node %d", node).isNull();
            assertThat(router(network, node).entryCount()).isEqualTo(3);
            assertThat(router(network, node).distance(2 - node)).isEqualTo(Math.abs(2 - 2 * node));
        }
    }

    @ParameterizedTest
    @EnumSource
    void renewsTheRecordsOfTheLiving(Spread spread) {
        TinyNetwork network = line(config(spread, new Ageing(MAX_AGE, MAX_AGE / 3)), 4);
        int sequence = record(network, 0, 3).sequence();
        for (int i = 0; i < 100; i++) {
            network.run(SECOND);
            assertThat(router(network, 0).distance(3)).as("after %d s", i).isEqualTo(3);
        }
        assertThat(record(network, 0, 3).sequence()).isBetween(sequence + 15, sequence + 25);
    }

    @Test
    void keepsTheRecordOfADeadNodeForEverWithoutAges() {
        TinyNetwork network = line(config(Spread.PUSH_PULL, Ageing.NONE), 3);
        network.cut(1, 2);
        network.stop(2);
        network.run(1_000 * SECOND);
        assertThat(record(network, 0, 2)).isNotNull();
        assertThat(network.frames())
                .filteredOn(frame -> frame.message() instanceof LinkStateGossip)
                .noneMatch(frame -> ((LinkStateGossip) frame.message()).hasAges());
    }

    @Test
    void makesARecordOlderWithEveryLink() {
        TinyNetwork network = line(config(Spread.PUSH_PULL, new Ageing(MAX_AGE, MAX_AGE / 3)), 3);
        assertThat(network.frames())
                .filteredOn(frame -> frame.message() instanceof LinkStateGossip)
                .allSatisfy(frame -> {
                    LinkStateGossip gossip = (LinkStateGossip) frame.message();
                    for (int i = 0; i < gossip.recordCount(); i++) {
                        int links = Math.abs(frame.to() - gossip.record(i).origin());
                        assertThat(gossip.ageMillis(i)).isGreaterThanOrEqualTo(links);
                    }
                });
    }

    @Test
    void bringsNoDeadRecordBackWhenAPartitionHeals() {
        TinyNetwork network = line(config(Spread.PUSH_PULL, new Ageing(MAX_AGE, MAX_AGE / 3)), 5);
        // 4 dies while 0 and 1 are cut off; both sides hold its record, of different age.
        network.cut(1, 2).cut(3, 4);
        network.stop(4);
        network.run(MAX_AGE - SECOND).link(1, 2, 10 * MS).run(SECOND + MS);
        for (int i = 0; i < 40; i++) {
            network.run(SECOND);
            for (int node = 0; node < 4; node++) {
                assertThat(record(network, node, 4)).as("at node %d", node).isNull();
            }
        }
        assertThat(router(network, 0).distance(3)).isEqualTo(3);
    }

    @Test
    void goesOnWithItsNumbersAfterARestart() {
        TinyNetwork network = line(config(Spread.PUSH_PULL, Ageing.NONE), 3);
        int before = record(network, 0, 2).sequence();
        network.cut(1, 2).node(TinyNetwork.config(2));
        assertThat(record(network, 2, 2).sequence()).isEqualTo(before + 2);
        network.link(1, 2, 10 * MS).run(10 * SECOND);
        assertThat(router(network, 0).distance(2)).isEqualTo(2);
    }

    @Test
    void outbidsItsEarlierLifeWhenItsStorageIsLost() {
        TinyNetwork network = line(config(Spread.PUSH_PULL, Ageing.NONE), 3);
        for (int i = 0; i < 10; i++) {
            network.cut(1, 2).link(1, 2, 10 * MS).run(SECOND);
        }
        int before = record(network, 0, 2).sequence();
        network.cut(1, 2).loseStorage(2).node(TinyNetwork.config(2));
        assertThat(record(network, 2, 2).sequence()).isEqualTo(1);
        network.link(1, 2, 10 * MS).run(20 * SECOND);
        assertThat(record(network, 0, 2).sequence()).isGreaterThan(before);
        assertThat(router(network, 0).distance(2)).isEqualTo(2);
    }

    /** Node 2 comes to the end of its numbers; everybody must take its record number 1 for newer than the last. */
    @ParameterizedTest
    @EnumSource
    void beginsAgainAfterTheLastNumber(Spread spread) {
        TinyNetwork network = new TinyNetwork(TinyNetwork.sourceRouting(config(spread, Ageing.NONE)), 5).encodeFrames();
        network.storage(2).reserve(Series.LINK_STATE_SEQUENCE, Integer.MAX_VALUE - 3);
        network.nodes(4);
        network.link(0, 1, 10 * MS).link(1, 2, 10 * MS).link(2, 3, 10 * MS).run(30 * SECOND);
        assertThat(record(network, 0, 2).sequence()).isEqualTo(Integer.MAX_VALUE);
        assertThat(router(network, 0).distance(3)).isEqualTo(3);
        network.cut(2, 3).run(60 * SECOND).link(2, 3, 10 * MS).run(60 * SECOND);
        for (int node = 0; node < 4; node++) {
            assertThat(record(network, node, 2).sequence())
                    .as("at node %d", node)
                    .isBetween(1, 100);
            assertThat(router(network, node).distance(2)).isEqualTo(Math.abs(2 - node));
            assertThat(router(network, node).distance(0)).isEqualTo(node);
        }
    }

    @Test
    void setsRightWhoHasMissedTheWithdrawal() {
        TinyNetwork network = new TinyNetwork(TinyNetwork.sourceRouting(config(Spread.PUSH_PULL, Ageing.NONE)), 5);
        network.storage(2).reserve(Series.LINK_STATE_SEQUENCE, Integer.MAX_VALUE - 3);
        network.nodes(4)
                .link(0, 1, 10 * MS)
                .link(1, 2, 10 * MS)
                .link(2, 3, 10 * MS)
                .run(30 * SECOND);
        // 0 keeps the last record while the others go through its withdrawal.
        network.cut(0, 1).cut(2, 3).run(60 * SECOND).link(2, 3, 10 * MS).run(60 * SECOND);
        assertThat(record(network, 0, 2).sequence()).isEqualTo(Integer.MAX_VALUE);
        assertThat(record(network, 1, 2).sequence()).isLessThan(100);
        network.link(0, 1, 10 * MS).run(120 * SECOND);
        for (int node = 0; node < 4; node++) {
            assertThat(record(network, node, 2).sequence())
                    .as("at node %d", node)
                    .isBetween(1, 100);
            assertThat(router(network, node).distance(3)).isEqualTo(3 - node);
        }
    }

    @Test
    void answersAForgedWithdrawalOfItsOwnRecord() {
        TinyNetwork network = line(config(Spread.PUSH_PULL, Ageing.NONE), 4);
        for (int number : new int[] {record(network, 1, 2).sequence(), Integer.MAX_VALUE}) {
            LinkStateRecord forged = new LinkStateRecord(2, number, new int[0], new int[0]);
            int[] withdrawn = {LinkStateGossip.WITHDRAWN};
            network.inject(0, 1, new LinkStateGossip(false, 1, 0, 0, 0, 0, new LinkStateRecord[] {forged}, withdrawn));
            network.run(11 * MS);
            assertThat(record(network, 1, 2)).isNull();
            network.run(60 * SECOND);
            for (int node = 0; node < 4; node++) {
                assertThat(router(network, node).distance(3))
                        .as("at node %d", node)
                        .isEqualTo(3 - node);
            }
        }
    }
}
