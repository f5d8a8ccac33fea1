package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.MemoryStorage;
import hopscope.protocol.RecordedEffects;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.Neighbours;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One router, node 0, and a neighbour, node 1, whose messages the test writes. */
class SourceRouterGossipTest {
    private static final int SELF = 0;
    private static final int PEER = 1;
    private static final long PEER_LOG = 77;

    private final Neighbours neighbours = new Neighbours();
    private final RecordedEffects effects = new RecordedEffects();
    private final SourceRouter router = new SourceRouter(
            SELF,
            neighbours,
            LinkStateConfig.of(new GossipConfig(1_000, 1, 0)),
            new RandomStream(1),
            new MemoryStorage());
    private final int slot = neighbours.register(PEER);

    SourceRouterGossipTest() {
        router.start(0, effects);
        neighbours.connect(slot, 1);
        router.neighbourUp(slot, effects);
        effects.takeLines();
    }

    private static LinkStateRecord record(int origin, int sequence, int... neighbours) {
        int[] costs = new int[neighbours.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = 1;
        }
        return new LinkStateRecord(origin, sequence, neighbours, costs);
    }

    private LinkStateGossip push() {
        router.expire(router.deadlineNanos(), effects);
        return (LinkStateGossip) effects.takeOnlySent().message();
    }

    private LinkStateGossip answerTo(LinkStateGossip gossip) {
        assertThat(router.receive(0, slot, gossip, effects)).isTrue();
        return (LinkStateGossip) effects.takeOnlySent().message();
    }

    private void receiveAnswer(LinkStateGossip gossip) {
        assertThat(router.receive(0, slot, gossip, effects)).isTrue();
        assertThat(effects.takeSent()).as("an answer is not answered").isEmpty();
    }

    /** What the peer says when it has our log before a position. */
    private static LinkStateGossip gossip(
            boolean answerWanted, int from, int to, long ackedLog, int acked, LinkStateRecord... records) {
        return new LinkStateGossip(answerWanted, PEER_LOG, from, to, ackedLog, acked, records, null);
    }

    private static List<String> records(LinkStateGossip gossip) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < gossip.recordCount(); i++) {
            names.add(gossip.record(i).origin() + "#" + gossip.record(i).sequence());
        }
        return names;
    }

    @Test
    void sendsItsNewsAgainUntilTheyAreAcknowledged() {
        LinkStateGossip first = push();
        LinkStateGossip second = push();
        assertThat(records(first)).containsExactly("0#2");
        assertThat(records(second)).containsExactly("0#2");
        receiveAnswer(gossip(false, 0, 0, second.logId(), second.toPosition()));
        LinkStateGossip third = push();
        assertThat(records(third)).isEmpty();
        assertThat(third.fromPosition()).isEqualTo(second.toPosition());
    }

    @Test
    void acknowledgesWhatItGot() {
        receiveAnswer(gossip(false, 0, 3, 0, 0, record(5, 1), record(6, 1), record(7, 1)));
        LinkStateGossip push = push();
        assertThat(push.ackedLogId()).isEqualTo(PEER_LOG);
        assertThat(push.ackedPosition()).isEqualTo(3);
    }

    @Test
    void doesNotAcknowledgeAcrossAGap() {
        receiveAnswer(gossip(false, 0, 3, 0, 0, record(5, 1)));
        receiveAnswer(gossip(false, 8, 9, 0, 0, record(6, 1)));
        assertThat(push().ackedPosition()).isEqualTo(3);
        assertThat(router.entryCount())
                .as("the record beyond the gap is good all the same")
                .isEqualTo(3);
        receiveAnswer(gossip(false, 2, 9, 0, 0, record(7, 1)));
        assertThat(push().ackedPosition()).isEqualTo(9);
        receiveAnswer(gossip(false, 0, 4, 0, 0));
        assertThat(push().ackedPosition())
                .as("a late message takes nothing back")
                .isEqualTo(9);
    }

    @Test
    void doesNotSendBackWhatTheExchangeBrought() {
        LinkStateGossip answer = answerTo(gossip(true, 0, 2, 0, 0, record(5, 1), record(6, 1)));
        assertThat(answer.answerWanted()).isFalse();
        assertThat(records(answer)).containsExactly("0#2");
        assertThat(answer.ackedPosition()).isEqualTo(2);
        assertThat(answer.toPosition()).isEqualTo(4);
        receiveAnswer(gossip(false, 2, 2, answer.logId(), answer.toPosition()));
        assertThat(records(push())).isEmpty();
    }

    @Test
    void doesNotPushBackWhatAnAnswerBrought() {
        LinkStateGossip push = push();
        receiveAnswer(gossip(false, 0, 2, push.logId(), push.toPosition(), record(5, 1), record(6, 1)));
        assertThat(records(push())).isEmpty();
    }

    @Test
    void doesNotBelieveAnAcknowledgementBeyondItsLog() {
        LinkStateGossip push = push();
        receiveAnswer(gossip(false, 0, 0, push.logId(), Integer.MAX_VALUE));
        int other = neighbours.register(9);
        neighbours.connect(other, 1);
        router.neighbourUp(other, effects);
        neighbours.disconnect(other);
        router.neighbourDown(other, effects);
        assertThat(records(push())).containsExactly("0#4");
    }

    @Test
    void startsFromTheBeginningForAPeerThatRestarted() {
        LinkStateGossip push = push();
        receiveAnswer(gossip(false, 0, 3, push.logId(), push.toPosition(), record(5, 1)));
        assertThat(records(push())).isEmpty();
        // A new log, and it does not know ours.
        receiveAnswer(new LinkStateGossip(false, PEER_LOG + 2, 0, 1, 0, 0, new LinkStateRecord[] {record(6, 1)}, null));
        LinkStateGossip next = push();
        assertThat(records(next))
                .as("all but what the peer just brought; what its earlier life had brought it has lost")
                .containsExactly("0#2", "5#1");
        assertThat(next.ackedLogId()).isEqualTo(PEER_LOG + 2);
        assertThat(next.ackedPosition()).isEqualTo(1);
    }

    @Test
    void startsFromTheBeginningWhenItRestartedItself() {
        receiveAnswer(gossip(false, 0, 3, 12_345, 400, record(5, 1)));
        assertThat(records(push())).as("all but what the peer just brought").containsExactly("0#2");
    }

    @Test
    void ignoresOlderAndEqualRecords() {
        receiveAnswer(gossip(false, 0, 1, 0, 0, record(PEER, 5, SELF)));
        assertThat(router.distance(PEER)).isEqualTo(1);
        receiveAnswer(gossip(false, 1, 2, 0, 0, record(PEER, 4)));
        receiveAnswer(gossip(false, 2, 3, 0, 0, record(PEER, 5)));
        assertThat(router.distance(PEER)).isEqualTo(1);
        receiveAnswer(gossip(false, 3, 4, 0, 0, record(PEER, 6)));
        assertThat(router.distance(PEER)).isEqualTo(-1);
    }

    @Test
    void outbidsARecordOfItsOwnFromAnEarlierLife() {
        receiveAnswer(gossip(false, 0, 1, 0, 0, record(SELF, 40, 30, 31)));
        LinkStateGossip push = push();
        assertThat(records(push)).containsExactly("0#41");
        assertThat(push.record(0).degree()).as("its neighbours as they are now").isEqualTo(1);
        assertThat(push.record(0).neighbour(0)).isEqualTo(PEER);
    }

    @Test
    void doesNotAnswerAnEchoOfItsOwnRecordWithANewOne() {
        receiveAnswer(gossip(false, 0, 1, 0, 0, record(SELF, 1), record(SELF, 2, PEER)));
        assertThat(records(push())).containsExactly("0#2");
    }

    @Test
    void originatesARecordForEveryChangeOfItsNeighbours() {
        int other = neighbours.register(9);
        neighbours.connect(other, 3);
        router.neighbourUp(other, effects);
        LinkStateGossip up = gossipAfterDraw();
        assertThat(records(up)).containsExactly("0#3");
        assertThat(up.record(0).cost(9)).isEqualTo(3);
        assertThat(up.record(0).cost(PEER)).isEqualTo(1);
    }

    private LinkStateGossip gossipAfterDraw() {
        return answerTo(gossip(true, 0, 0, 0, 0));
    }

    @Test
    void refusesATableOfTheOtherProtocol() {
        RouteTable table = new RouteTable(PEER, true, new int[0], new int[0], 0, RouteTable.NO_VERSION);
        assertThat(router.receive(0, slot, table, effects)).isFalse();
        assertThat(effects.takeSent()).isEmpty();
    }
}
