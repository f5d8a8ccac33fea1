package hopscope.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Welcome;
import hopscope.protocol.session.SessionConfig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Both ends of a link dial, and the two connections cross. One node is real; its peer is played, on the connection that the
 * node dials and on one that the peer dials, so that every order of events can be had.
 */
@Timeout(180)
@SuppressWarnings("try") // some connections are closed on purpose
class CrossedConnectionsTest {
    /** HELLO comes once, however slow the machine is. */
    private static final SessionConfig UNREPEATED =
            new SessionConfig(1, 1, 0, 0, "", 3_600_000 * Loopback.MS, 3_600_000 * Loopback.MS);

    private Loopback net;
    private ServerSocket peerListens;

    @BeforeEach
    void playThePeer() throws Exception {
        peerListens = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws Exception {
        net.close();
        peerListens.close();
    }

    /** Starts the real one of nodes 1 and 2, which dials the played one. */
    private void start(Loopback fresh, int real) throws Exception {
        net = fresh.link(1, 2);
        net.place(3 - real, peerListens.getLocalSocketAddress());
        net.session = UNREPEATED;
        net.start(real);
    }

    private Stranger dialledBy(int real) throws Exception {
        return Stranger.over(peerListens.accept());
    }

    private void await(int real, String counter, long count) throws Exception {
        net.await(counter, () -> net.counter(real, counter) >= count);
    }

    /** Nothing but one session happened, and nobody is accused of anything. */
    private void assertHonest(int real, int crossed) {
        assertThat(net.counter(real, "connections.crossed")).isEqualTo(crossed);
        assertThat(net.node(real).status().counters())
                .allSatisfy((name, count) -> assertThat(name.startsWith("refused.") ? count : 0)
                        .as(name)
                        .isZero());
        assertThat(net.heard(real).lines).noneMatch(line -> line.contains("refused"));
        assertThat(net.heard(real).count("up")).isEqualTo(1);
        assertThat(net.heard(real).count("down")).isZero();
    }

    private static Hello hello(int node) {
        return new Hello(node, 1, 1, 0, "played");
    }

    @Test
    void theSmallerIdHoldsThePeersBackAndKeepsItsOwn() throws Exception {
        start(Loopback.plain(2), 1);
        try (Stranger ours = dialledBy(1);
                Stranger theirs = Stranger.plain(net.address(1)).say(hello(2))) {
            assertThat(ours.hear()).isInstanceOf(Hello.class);
            await(1, "connections.accepted", 1);
            assertThat(net.node(1).status().connections()).isEqualTo(2);
            ours.say(hello(2)).say(new Welcome(2, 1, 0));
            // Not one frame came over the connection that was held back.
            assertThat(theirs.hear()).isNull();
            net.await("session", () -> net.heard(1).count("up 2") == 1);
            assertThat(net.node(1).status().peers().get(0).dialledByUs()).isTrue();
            assertHonest(1, 1);
        }
    }

    @Test
    void theSmallerIdTakesThePeersIfItsOwnEnds() throws Exception {
        start(Loopback.plain(2), 1);
        try (Stranger ours = dialledBy(1);
                Stranger theirs = Stranger.plain(net.address(1)).say(hello(2))) {
            assertThat(ours.hear()).isInstanceOf(Hello.class);
            await(1, "connections.accepted", 1);
            ours.say(hello(2));
            assertThat(ours.hear()).isInstanceOf(Welcome.class);
            ours.close();
            // What was said over it before it was taken counts, too.
            assertThat(theirs.hear()).isInstanceOf(Hello.class);
            assertThat(theirs.hear()).isInstanceOf(Welcome.class);
            theirs.say(new Welcome(2, 1, 0));
            net.await("session", () -> net.heard(1).count("up 2") == 1);
            assertThat(net.node(1).status().peers().get(0).dialledByUs()).isFalse();
            assertHonest(1, 0);
        }
    }

    @Test
    void theSmallerIdHoldsThePeersBackWhileItsOwnIsInTls() throws Exception {
        start(Loopback.withTls(2), 1);
        try (Socket silent = peerListens.accept();
                Stranger theirs = Stranger.withTls(
                                net.address(1), net.identities.get(2), net.identities.get(1), net.session)
                        .say(hello(2))) {
            await(1, "connections.accepted", 1);
            assertThat(net.node(1).status().peers().get(0).state()).isEqualTo(TcpStatus.PeerState.DIALLING);
            silent.close();
            assertThat(theirs.hear()).isInstanceOf(Hello.class);
            assertThat(theirs.hear()).isInstanceOf(Welcome.class);
            theirs.say(new Welcome(2, 1, 0));
            net.await("session", () -> net.heard(1).count("up 2") == 1);
            assertThat(net.heard(1).count("down")).isZero();
        }
    }

    @Test
    void theLargerIdDropsItsOwnForThePeers() throws Exception {
        start(Loopback.plain(2), 2);
        // Heard before the other one begins, or it might be dropped before it says a word.
        try (Stranger ours = dialledBy(2)) {
            assertThat(ours.hear()).isInstanceOf(Hello.class);
            dropsItsOwn(ours);
        }
    }

    private void dropsItsOwn(Stranger ours) throws Exception {
        try (Stranger theirs = Stranger.plain(net.address(2)).say(hello(1))) {
            assertThat(theirs.hear()).isInstanceOf(Hello.class);
            assertThat(theirs.hear()).isInstanceOf(Welcome.class);
            theirs.say(new Welcome(1, 1, 0));
            net.await("session", () -> net.heard(2).count("up 1") == 1);
            ours.hearTheEnd();
            assertThat(net.node(2).status().peers().get(0).dialledByUs()).isFalse();
            assertHonest(2, 1);
        }
    }

    @Test
    void aPeersThatWasOpenedBeforeTheSessionIsNoCopyOfItsIdentity() throws Exception {
        start(Loopback.plain(2), 1);
        try (Stranger ours = dialledBy(1);
                Stranger theirs = Stranger.plain(net.address(1))) {
            net.await("it is open", () -> net.node(1).status().connections() == 2);
            ours.say(hello(2)).say(new Welcome(2, 1, 0));
            net.await("session", () -> net.heard(1).count("up 2") == 1);
            theirs.say(hello(2)).hearTheEnd();
            assertHonest(1, 1);
        }
        try (Stranger ours = dialledBy(1)) {
            Message first = ours.say(hello(2)).say(new Welcome(2, 1, 0)).hear();
            assertThat(first).isInstanceOf(Hello.class);
            net.await("session", () -> net.heard(1).count("up 2") == 2);
            Stranger.plain(net.address(1)).say(hello(2)).hearTheEnd();
            await(1, "refused.DUPLICATE_CONNECTION", 1);
            assertThat(net.counter(1, "connections.crossed")).isEqualTo(1);
        }
    }

    /** Two real nodes at one moment: mostly the larger id need not dial, and no HELLO is said in vain. */
    @Test
    void theLargerIdLetsTheSmallerDialFirst() throws Exception {
        net = Loopback.plain(2).link(1, 2);
        net.limits = new TcpLimits(
                64,
                32,
                60_000 * Loopback.MS,
                1 << 20,
                60_000 * Loopback.MS,
                60_000 * Loopback.MS,
                60_000 * Loopback.MS,
                0,
                0);
        net.session = UNREPEATED;
        net.start(2, 1);
        net.await("neighbours", () -> net.neighbours(1, 2));
        assertThat(net.node(1).status().peers().get(0).dialledByUs()).isTrue();
        assertThat(net.counter(2, "connections.dialled") + net.counter(2, "connections.dials-failed"))
                .isZero();
        for (int node = 1; node <= 2; node++) {
            assertThat(net.heard(node).transmitted.stream().filter(Hello.class::isInstance))
                    .hasSize(1);
            assertHonest(node, 0);
        }
    }
}
