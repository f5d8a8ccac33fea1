package hopscope.protocol.node;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.Deadline;
import hopscope.protocol.Effects.AbandonReason;
import hopscope.protocol.MemoryStorage;
import hopscope.protocol.RecordedEffects;
import hopscope.protocol.TinyNetwork;
import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.LinkStateGossip;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Welcome;
import hopscope.protocol.session.SessionConfig;
import hopscope.protocol.wire.FrameError;
import org.junit.jupiter.api.Test;

/** What a node makes of its inputs: sessions, frames that should not have come, its end. */
class NodeInputsTest {
    private static final long MS = TinyNetwork.MS;
    private static final byte[] PAYLOAD = {1};

    private static TinyNetwork pair() {
        return new TinyNetwork(TinyNetwork.distanceVector(), 2).nodes(2).link(0, 1, 10 * MS);
    }

    private static DataMessage data(int source, int destination) {
        return new DataMessage(source, destination, 9, 1, new int[0], 5, PAYLOAD);
    }

    @Test
    void hasANeighbourOnlyAfterTheHandshake() {
        TinyNetwork network = pair();
        assertThat(network.node(0).neighbours().count()).isZero();
        assertThat(network.node(0).routes().distance(1)).isEqualTo(-1);
        network.run(19 * MS);
        assertThat(network.node(0).neighbours().count()).isZero();
        network.run(MS);
        assertThat(network.node(0).neighbours().count()).isEqualTo(1);
        assertThat(network.node(1).neighbours().count()).isEqualTo(1);
        assertThat(network.node(0).routes().distance(1)).isEqualTo(1);
    }

    @Test
    void losesANeighbourWithItsLink() {
        TinyNetwork network = pair().run(TinyNetwork.SECOND).cut(0, 1);
        assertThat(network.node(0).neighbours().count()).isZero();
        assertThat(network.node(0).routes().distance(1)).isEqualTo(-1);
        assertThat(network.trace()).anyMatch(line -> line.endsWith("0 session with 1 down: LINK_DOWN"));
        network.link(0, 1, 10 * MS).run(TinyNetwork.SECOND);
        assertThat(network.node(0).routes().distance(1)).isEqualTo(1);
    }

    @Test
    void hasNoNeighbourWhenTheHandshakeFails() {
        SessionConfig young = new SessionConfig(2, 3, 0, 0, "hopscope", 250 * MS, 4_000 * MS);
        NodeConfig config = TinyNetwork.config(1);
        TinyNetwork network = new TinyNetwork(TinyNetwork.distanceVector(), 2)
                .node(TinyNetwork.config(0))
                .node(new NodeConfig(1, config.hopLimit(), young, config.reliability()))
                .link(0, 1, 10 * MS)
                .run(60 * TinyNetwork.SECOND);
        assertThat(network.node(0).neighbours().count()).isZero();
        assertThat(network.node(1).neighbours().count()).isZero();
        assertThat(network.node(0).counters().sessionsFailed()).isEqualTo(1);
        assertThat(network.trace()).anyMatch(line -> line.endsWith("0 session with 1 down: REJECTED_BY_US"));
    }

    @Test
    void findsASilentPeerWhenItSpeaksAtLast() {
        TinyNetwork network = pair().lose(frame -> true).run(200 * TinyNetwork.SECOND);
        assertThat(network.node(0).neighbours().count()).isZero();
        network.lose(frame -> false).run(5 * TinyNetwork.SECOND);
        assertThat(network.node(0).neighbours().count()).isEqualTo(1);
        assertThat(network.node(1).neighbours().count()).isEqualTo(1);
    }

    @Test
    void dropsANeighbourThatComesBackAsSomebodyElse() {
        TinyNetwork network = pair().run(TinyNetwork.SECOND);
        network.inject(0, 1, new Hello(7, 1, 1, 0, "hopscope"));
        network.run(20 * MS);
        assertThat(network.node(1).neighbours().count()).isZero();
        assertThat(network.node(1).routes().distance(0)).isEqualTo(-1);
        assertThat(network.node(0).neighbours().count())
                .as("the other end hears of it")
                .isZero();
    }

    @Test
    void countsFramesBeforeTheSession() {
        TinyNetwork network = pair();
        network.inject(0, 1, data(0, 1));
        network.inject(0, 1, new RouteTable(0, true, new int[0], new int[0], 0, RouteTable.NO_VERSION));
        network.run(15 * MS);
        assertThat(network.node(1).counters().framesBeforeSession()).isEqualTo(2);
        assertThat(network.deliveries()).isEmpty();
    }

    @Test
    void countsAHandshakeFromAPeerWithoutALink() {
        RecordedEffects effects = new RecordedEffects();
        Node node = new Node(TinyNetwork.config(0), TinyNetwork.sourceRouting(), 1, new MemoryStorage());
        node.start(0, effects);
        node.receive(0, 5, new Hello(5, 1, 1, 0, "hopscope"), effects);
        node.receive(0, 5, new Welcome(5, 1, 0), effects);
        assertThat(node.counters().framesBeforeSession()).isEqualTo(2);
        assertThat(effects.takeSent()).isEmpty();
    }

    @Test
    void countsFramesThatTheirSenderMayNotSend() {
        TinyNetwork network = pair().run(TinyNetwork.SECOND);
        network.inject(0, 1, new LinkStateGossip(true, 1, 0, 0, 0, 0, new LinkStateRecord[0], null));
        network.inject(0, 1, new RouteTable(9, true, new int[0], new int[0], 0, RouteTable.NO_VERSION));
        network.inject(0, 1, data(1, 1));
        network.run(10 * MS);
        assertThat(network.node(1).counters().framesUnexpected()).isEqualTo(3);
        assertThat(network.deliveries()).isEmpty();
    }

    @Test
    void countsMalformedFramesByTheirCause() {
        Node node = new Node(TinyNetwork.config(0), TinyNetwork.sourceRouting(), 1, new MemoryStorage());
        node.receiveMalformed(FrameError.BAD_CHECKSUM);
        node.receiveMalformed(FrameError.BAD_CHECKSUM);
        node.receiveMalformed(FrameError.TRUNCATED);
        assertThat(node.counters().malformed(FrameError.BAD_CHECKSUM)).isEqualTo(2);
        assertThat(node.counters().malformed(FrameError.TRUNCATED)).isEqualTo(1);
        assertThat(node.counters().malformed(FrameError.BAD_MAGIC)).isZero();
    }

    @Test
    void ignoresAnAcknowledgementFromANodeThatTheMessageWasNotFor() {
        TinyNetwork network = pair().run(TinyNetwork.SECOND).lose(frame -> frame.message() instanceof DataMessage);
        long id = network.send(0, 1, PAYLOAD);
        network.inject(1, 0, new AckMessage(6, 0, 9, 1, new int[0], id));
        network.run(20 * MS);
        assertThat(network.node(0).unacknowledgedCount()).isEqualTo(1);
        assertThat(network.node(0).counters().acksUnexpected()).isEqualTo(1);
        assertThat(network.acknowledged()).isEmpty();
    }

    @Test
    void endsAWalkAtTheHopLimit() {
        TinyNetwork network = pair().run(TinyNetwork.SECOND);
        network.send(0, 40, PAYLOAD);
        network.run(400 * MS);
        long walked = network.frames().stream()
                .filter(frame -> frame.message() instanceof DataMessage)
                .count();
        assertThat(walked).isEqualTo(16);
        assertThat(network.node(0).counters().droppedHopLimit()).isEqualTo(1);
    }

    @Test
    void doesNothingWhenCalledTooEarlyOrTwice() {
        TinyNetwork network = pair().run(TinyNetwork.SECOND);
        network.send(0, 1, PAYLOAD);
        RecordedEffects effects = new RecordedEffects();
        Node node = network.node(0);
        long due = node.deadlineNanos();
        node.expire(due - 1, effects);
        assertThat(effects.takeSent()).isEmpty();
        node.expire(due, effects);
        assertThat(effects.takeSent()).isNotEmpty();
        node.expire(due, effects);
        assertThat(effects.takeSent()).isEmpty();
    }

    @Test
    void reportsEveryPendingMessageWhenItStops() {
        TinyNetwork network = pair().run(TinyNetwork.SECOND);
        long first = network.send(0, 1, PAYLOAD);
        long second = network.send(0, 1, PAYLOAD);
        network.stop(0);
        assertThat(network.abandoned())
                .containsExactlyInAnyOrder(
                        new TinyNetwork.Abandoned(0, first, 1, AbandonReason.NODE_STOPPED),
                        new TinyNetwork.Abandoned(0, second, 1, AbandonReason.NODE_STOPPED));
        assertThat(network.node(0).unacknowledgedCount()).isZero();
        assertThat(network.node(0).neighbours().count()).isZero();
        assertThat(network.send(0, 1, PAYLOAD)).isEqualTo(Node.REFUSED_STOPPED);
    }

    @Test
    void wantsAndDoesNothingAfterItsStop() {
        TinyNetwork network = pair().run(TinyNetwork.SECOND);
        network.stop(0);
        Node node = network.node(0);
        RecordedEffects effects = new RecordedEffects();
        assertThat(node.deadlineNanos()).isEqualTo(Deadline.NONE);
        node.linkUp(network.nowNanos(), 5, 1, effects);
        node.receive(network.nowNanos(), 5, new Hello(5, 1, 1, 0, "hopscope"), effects);
        node.receive(network.nowNanos(), 1, data(1, 0), effects);
        node.expire(network.nowNanos() + 100 * TinyNetwork.SECOND, effects);
        node.linkDown(5, effects);
        assertThat(node.deadlineNanos()).isEqualTo(Deadline.NONE);
        assertThat(effects.takeSent()).isEmpty();
        assertThat(effects.takeLines()).isEmpty();
    }
}
