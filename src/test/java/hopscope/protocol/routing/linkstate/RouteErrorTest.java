package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.TinyNetwork;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.FrameType;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RouteError;
import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.node.NodeCounters;
import hopscope.protocol.node.RouteErrorFault;
import hopscope.protocol.reliability.ReliabilityConfig;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ring 0–1–2–4–3: from 0 to 2 the short way is by 1, the detour by 3 and 4. */
class RouteErrorTest {
    private static final long MS = TinyNetwork.MS;
    private static final LinkStateConfig ON = LinkStateConfig.of(TinyNetwork.GOSSIP);
    private static final LinkStateConfig OFF =
            new LinkStateConfig(TinyNetwork.GOSSIP, Spread.PUSH_PULL, Ageing.NONE, EqualCost.SMALLEST_ID, false, true);

    private static TinyNetwork ring(LinkStateConfig config) {
        return link(new TinyNetwork(TinyNetwork.sourceRouting(config), 11)
                .encodeFrames()
                .nodes(5));
    }

    private static TinyNetwork link(TinyNetwork network) {
        network.link(0, 1, 10 * MS).link(1, 2, 10 * MS).link(0, 3, 10 * MS).link(3, 4, 10 * MS);
        return network.link(4, 2, 10 * MS).run(30 * TinyNetwork.SECOND);
    }

    /** Loses all gossip from now on, so that nothing but a route error can tell of the cut. */
    private static TinyNetwork silenceGossip(TinyNetwork network) {
        return network.lose(frame -> frame.message().type() == FrameType.LINK_STATE_GOSSIP);
    }

    @Test
    void sendsAgainAtOnceOverTheDetour() {
        TinyNetwork network = silenceGossip(ring(ON)).cut(1, 2);
        network.send(0, 2, new byte[] {1});
        // 10 ms to node 1, 10 ms back, 30 ms over the detour, and 30 ms for the acknowledgement.
        network.run(80 * MS);
        assertThat(network.deliveries()).hasSize(1);
        assertThat(network.acknowledged()).hasSize(1);
        NodeCounters source = network.node(0).counters();
        assertThat(source.retransmissions()).isEqualTo(1);
        assertThat(source.routeErrorsReceived()).isEqualTo(1);
        assertThat(network.node(1).counters().routeErrorsSent()).isEqualTo(1);
        assertThat(network.node(0).routes().distance(2)).isEqualTo(3);
    }

    @Test
    void waitsForTheTimeoutWithoutRouteErrors() {
        TinyNetwork network = silenceGossip(ring(OFF)).cut(1, 2);
        network.send(0, 2, new byte[] {1});
        network.run(TinyNetwork.RELIABILITY.timeoutNanos() - MS);
        assertThat(network.node(1).counters().routeErrorsSent()).isZero();
        assertThat(network.node(0).counters().retransmissions()).isZero();
        assertThat(network.deliveries()).isEmpty();
        network.run(20 * TinyNetwork.SECOND);
        assertThat(network.abandoned()).hasSize(1);
    }

    @Test
    void acknowledgesAgainWhenTheWayBackBreaks() {
        TinyNetwork network = ring(ON);
        network.send(0, 2, new byte[] {1});
        network.run(15 * MS);
        silenceGossip(network).cut(0, 1).run(70 * MS);
        assertThat(network.acknowledged()).hasSize(1);
        assertThat(network.node(0).counters().retransmissions()).isZero();
        assertThat(network.node(2).counters().routeErrorsReceived()).isEqualTo(1);
    }

    @Test
    void doesNotSendAgainMoreOftenThanItMay() {
        ReliabilityConfig once = new ReliabilityConfig(4, 500 * MS, 2, 0, 0, 60 * TinyNetwork.SECOND, 64);
        TinyNetwork network = new TinyNetwork(TinyNetwork.sourceRouting(ON), 11).nodes(5);
        NodeConfig usual = TinyNetwork.config(0);
        network.node(new NodeConfig(0, usual.hopLimit(), usual.session(), once));
        silenceGossip(link(network)).cut(1, 2);
        network.send(0, 2, new byte[] {1});
        network.run(100 * MS);
        assertThat(network.node(0).counters().routeErrorsReceived()).isEqualTo(1);
        assertThat(network.node(0).counters().retransmissions()).isZero();
        assertThat(network.deliveries()).isEmpty();
    }

    @Test
    void givesUpNoMessageEarlierForIt() {
        // Both ways are cut behind the first node, and no gossip tells of it.
        TinyNetwork network = silenceGossip(ring(ON)).cut(1, 2).cut(3, 4);
        long before = network.nowNanos();
        network.send(0, 2, new byte[] {1});
        network.runUntil(() -> !network.abandoned().isEmpty(), 60 * TinyNetwork.SECOND);
        assertThat(network.nowNanos() - before).isEqualTo((500 + 1_000 + 2_000 + 4_000) * MS);
    }

    private static RouteError error(int reporter, int unreachable, long id, LinkStateRecord record) {
        int[] path = {reporter, 0};
        return new RouteError(reporter, 0, 9, 1, path, FrameType.DATA, id, 2, unreachable, record, 0);
    }

    private static LinkStateRecord record(int origin, int... neighbours) {
        int[] costs = new int[neighbours.length];
        Arrays.fill(costs, 1);
        return new LinkStateRecord(origin, 1_000, neighbours, costs);
    }

    @Test
    void believesOnlyWhatAnEndOfALinkOnThePathMaySay() {
        TinyNetwork network = ring(ON).lose(frame -> frame.message() instanceof DataMessage);
        long id = network.send(0, 2, new byte[] {1});
        List<RouteError> forged = List.of(
                error(1, 2, id + 1, record(1, 0)), // no such message
                error(3, 4, id, record(3, 0)), // not on the path of the message
                error(1, 0, id, record(1, 2)), // against the direction of the path
                error(1, 2, id, record(4, 3)), // the record of somebody else
                error(1, 2, id, record(1, 0, 2))); // the record lists the link
        for (RouteError error : forged) {
            network.inject(error.source(), 0, error);
        }
        network.run(11 * MS);
        NodeCounters counters = network.node(0).counters();
        assertThat(counters.routeErrorsReceived()).isZero();
        assertThat(counters.routeErrorFaults(RouteErrorFault.UNKNOWN_MESSAGE)).isEqualTo(1);
        assertThat(counters.routeErrorFaults(RouteErrorFault.NOT_ON_PATH)).isEqualTo(2);
        assertThat(counters.routeErrorFaults(RouteErrorFault.WRONG_RECORD)).isEqualTo(2);
        assertThat(counters.retransmissions()).isZero();
        assertThat(network.node(0).routes().distance(2)).isEqualTo(2);
        assertThat(network.node(0).routes().distance(4)).isEqualTo(2);
    }

    /** Node 0 is made to send far more over the link that is gone than an honest window holds. */
    @Test
    void reportsToOneSourceOnlySoOften() {
        TinyNetwork network = silenceGossip(ring(ON)).cut(1, 2);
        int[] path = {0, 1, 2};
        for (int burst = 0; burst < 2; burst++) {
            for (int id = 0; id < 500; id++) {
                network.inject(0, 1, new DataMessage(0, 2, 9, 1, path, 1_000L * burst + id, new byte[0]));
            }
            network.run(TinyNetwork.SECOND);
        }
        NodeCounters reporter = network.node(1).counters();
        // A burst of 64, and 64 again after a second, in which a full bucket grows again.
        assertThat(reporter.routeErrorsSent()).isEqualTo(128);
        assertThat(reporter.routeErrorsSuppressed()).isEqualTo(1_000 - 128);
        // Another source has a bucket of its own.
        network.inject(2, 4, new DataMessage(2, 9, 9, 1, new int[] {2, 4, 9}, 1, new byte[0]));
        network.run(11 * MS);
        assertThat(network.node(4).counters().routeErrorsSent()).isEqualTo(1);
    }

    @Test
    void reportsNothingAboutAReport() {
        TinyNetwork network = ring(ON).cut(1, 2);
        int frames = network.frames().size();
        RouteError lost = new RouteError(
                0,
                2,
                9,
                1,
                new int[] {0, 1, 2},
                FrameType.DATA,
                5,
                9,
                7,
                new LinkStateRecord(0, 1, new int[0], new int[0]),
                0);
        network.inject(0, 1, lost);
        network.run(11 * MS);
        assertThat(network.node(1).counters().droppedNoRoute()).isEqualTo(1);
        assertThat(network.frames().stream().skip(frames).filter(frame -> frame.message() instanceof RouteError))
                .hasSize(1);
    }
}
