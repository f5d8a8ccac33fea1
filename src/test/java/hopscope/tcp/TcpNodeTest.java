package hopscope.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.protocol.node.Node;
import hopscope.protocol.routing.Router;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Honest nodes over real sockets. */
@Timeout(180)
class TcpNodeTest {
    @TempDir
    private Path folder;

    private static Loopback pair(boolean tls) throws IOException {
        return (tls ? Loopback.withTls(2) : Loopback.plain(2)).link(1, 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void exchangesMessagesBothWays(boolean tls) throws Exception {
        try (Loopback net = pair(tls).start(1, 2)) {
            net.await("neighbours", () -> net.neighbours(1, 2));
            long first = net.send(1, 2, "hello");
            long second = net.send(2, 1, "goodbye");
            net.await(
                    "acks",
                    () -> net.heard(1).acknowledged.contains(first)
                            && net.heard(2).acknowledged.contains(second));
            assertThat(net.heard(2).delivered).containsExactly("1:hello");
            assertThat(net.heard(1).delivered).containsExactly("2:goodbye");
            assertThat(net.heard(1).sessions).containsExactly("up 2 test 2 1");
            assertThat(net.heard(2).sessions).containsExactly("up 1 test 1 1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void forwardsAlongALineByBothProtocols(boolean sourceRouting) throws Exception {
        try (Loopback net = Loopback.plain(4).link(1, 2).link(2, 3).link(3, 4)) {
            net.routers = sourceRouting ? Loopback.SOURCE_ROUTING : Loopback.DISTANCE_VECTOR;
            net.start(1, 2, 3, 4);
            net.await("routes", () -> net.hasRoute(1, 4) && net.hasRoute(4, 1));
            net.send(1, 4, "far");
            net.await("ack", () -> net.heard(1).acknowledged.size() == 1);
            assertThat(net.heard(4).delivered).containsExactly("1:far");
            assertThat(net.counter(2, "messages.forwarded")).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void tellsWhoeverWaitsForItWhatEndedIt() throws Exception {
        try (Loopback net = pair(false)) {
            net.routers = (self, neighbours, random, storage) -> {
                Router real = Loopback.DISTANCE_VECTOR.create(self, neighbours, random, storage);
                return (Router) Proxy.newProxyInstance(
                        Router.class.getClassLoader(), new Class<?>[] {Router.class}, (proxy, method, arguments) -> {
                            if (self == 1 && method.getName().equals("neighbourUp")) {
                                throw new IllegalStateException("oh no");
                            }
                            return method.invoke(real, arguments);
                        });
            };
            net.start(1, 2);
            assertThatThrownBy(() -> net.node(1).awaitFailure())
                    .hasMessage("the node has ended")
                    .hasRootCauseMessage("oh no");
        }
    }

    @Test
    void takesItsRecordBackWhenItStopsInOrder() throws Exception {
        try (Loopback net = Loopback.plain(3).link(1, 2).link(2, 3)) {
            net.routers = Loopback.SOURCE_ROUTING;
            net.start(1, 2, 3);
            net.await("routes", () -> net.hasRoute(1, 3) && net.hasRoute(3, 1));
            net.node(3).stop(Duration.ofSeconds(10));
            net.await(
                    "withdrawal",
                    () -> net.node(1)
                            .ask(node -> ((hopscope.protocol.routing.linkstate.LinkStateCore) node.routes()).record(3)
                                    == null));
            assertThat(net.hasRoute(1, 3)).isFalse();
            // A node that dies leaves its record behind.
            net.node(2).kill();
            net.await("the end of the session", () -> net.heard(1).count("down 2") == 1);
            assertThat(net.node(1)
                            .<Boolean>ask(node ->
                                    ((hopscope.protocol.routing.linkstate.LinkStateCore) node.routes()).record(2)
                                            == null))
                    .isFalse();
        }
    }

    /** Both dial at one moment, again and again: one session stands in the end, at both ends the same connection. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void makesOneSessionOfSimultaneousConnects(boolean tls) throws Exception {
        for (int round = 0; round < 8; round++) {
            try (Loopback net = pair(tls).start(1, 2)) {
                net.await("neighbours", () -> net.neighbours(1, 2));
                net.await(
                        "one connection each",
                        () -> net.node(1).status().connections() == 1
                                && net.node(2).status().connections() == 1);
                assertThat(net.neighbours(1, 2)).isTrue();
                boolean byFirst = net.node(1).status().peers().get(0).dialledByUs();
                boolean bySecond = net.node(2).status().peers().get(0).dialledByUs();
                assertThat(byFirst).isNotEqualTo(bySecond);
                assertThat(net.heard(1).count("down")).isZero();
                assertThat(net.heard(2).count("down")).isZero();
            }
        }
    }

    @Test
    void comesBackAfterAPeerWasKilledAndRestarted() throws Exception {
        try (Loopback net = pair(true).start(1, 2)) {
            net.await("neighbours", () -> net.neighbours(1, 2));
            long before = net.send(2, 1, "before");
            net.await("ack", () -> net.heard(2).acknowledged.contains(before));
            net.node(2).kill();
            net.await("loss noticed", () -> net.heard(1).count("down 2") == 1);
            long waiting = net.send(1, 2, "meanwhile");
            net.start(2);
            net.await("neighbours again", () -> net.neighbours(1, 2));
            net.await("late delivery", () -> net.heard(1).acknowledged.contains(waiting));
            long after = net.send(2, 1, "after");
            assertThat(after).isGreaterThan(before);
            net.await("ack", () -> net.heard(2).acknowledged.contains(after));
            assertThat(net.heard(1).delivered).containsExactly("2:before", "2:after");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 86_400, 5L * 365 * 86_400})
    void takesNoNewMessageForACopyWhenTheClockWasSetBackOverARestart(long setBackSeconds) throws Exception {
        Instant birth = Instant.now();
        Path file = folder.resolve("node-2.state");
        try (Loopback net = pair(false).start(1)) {
            List<Long> ids = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (int life = 0; life < 3; life++) {
                net.wallClock = InstantSource.fixed(birth.minusSeconds(life * setBackSeconds));
                try (StateFile state = StateFile.open(file, 2, line -> {})) {
                    net.storages.put(2, state);
                    net.start(2);
                    net.await("neighbours", () -> net.neighbours(1, 2));
                    for (int i = 0; i < 5; i++) {
                        texts.add("2:life " + life + " message " + i);
                        ids.add(net.send(2, 1, "life " + life + " message " + i));
                    }
                    net.await("acks", () -> net.heard(2).acknowledged.size() == 5);
                    net.node(2).kill();
                }
            }
            assertThat(ids).isSorted().doesNotHaveDuplicates();
            assertThat(net.heard(1).delivered).containsExactlyElementsOf(texts);
            assertThat(net.counter(1, "messages.duplicates")).isZero();
        }
    }

    @Test
    void holdsALinkDownUntilItIsConnectedAgain() throws Exception {
        try (Loopback net = pair(true).start(1, 2)) {
            net.await("neighbours", () -> net.neighbours(1, 2));
            net.node(1).disconnect(2);
            net.await(
                    "both noticed",
                    () -> net.heard(1).count("down") == 1 && net.heard(2).count("down") == 1);
            net.await("the peer was refused", () -> net.counter(1, "refused.HELD_DOWN") > 0);
            assertThat(net.node(1).status().peers().get(0).state()).isEqualTo(TcpStatus.PeerState.HELD_DOWN);
            net.node(1).connect(2);
            net.await("neighbours again", () -> net.neighbours(1, 2));
        }
    }

    @Test
    void saysWhatWasNotAcknowledgedWhenItStops() throws Exception {
        try (Loopback net = pair(false).start(1)) {
            long lost = net.send(1, 2, "to nobody");
            assertThat(net.node(1).stop(Duration.ofMillis(50))).isEqualTo(1);
            assertThat(net.heard(1).abandoned).containsExactly(lost);
            assertThat(net.node(1).send(2, new byte[0]).join()).isEqualTo(Node.REFUSED_STOPPED);
            assertThatThrownBy(() -> net.node(1).status()).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void drainsItsWindowWhenItStops() throws Exception {
        try (Loopback net = pair(true).start(1, 2)) {
            net.await("neighbours", () -> net.neighbours(1, 2));
            for (int i = 0; i < 200; i++) {
                net.send(1, 2, "m" + i);
            }
            assertThat(net.node(1).stop(Duration.ofSeconds(30))).isZero();
            assertThat(net.heard(2).delivered).hasSize(200);
            net.await("goodbye", () -> net.heard(2).count("down 1") == 1);
        }
    }

    @Test
    void endsASessionWhosePeerFallsSilent() throws Exception {
        try (Loopback net = pair(false)) {
            boolean[] blackHole = {false};
            net.limits = new TcpLimits(
                    8,
                    8,
                    500 * Loopback.MS,
                    1 << 20,
                    20 * Loopback.MS,
                    100 * Loopback.MS,
                    20 * Loopback.MS,
                    100 * Loopback.MS,
                    1_000 * Loopback.MS);
            net.shaper = (peer, message) -> blackHole[0] ? LinkShaper.LOST : 0;
            net.start(1, 2);
            net.await("neighbours", () -> net.neighbours(1, 2));
            blackHole[0] = true;
            net.await(
                    "silence noticed",
                    () -> net.heard(1).sessions.contains("down 2 SILENT")
                            || net.heard(2).sessions.contains("down 1 SILENT"));
            blackHole[0] = false;
            net.await("neighbours again", () -> net.neighbours(1, 2));
        }
    }

    @Test
    void agreesOnTheHighestVersionOfBoth() throws Exception {
        try (Loopback net = pair(true)) {
            net.session = speaking(1, 3);
            net.start(1);
            net.session = speaking(2, 5);
            net.start(2);
            net.await("neighbours", () -> net.neighbours(1, 2));
            assertThat(net.heard(1).sessions).containsExactly("up 2 test 2 3");
            assertThat(net.heard(2).sessions).containsExactly("up 1 test 1 3");
        }
    }

    @Test
    void refusesAPeerThatLacksAFeature() throws Exception {
        try (Loopback net = pair(true).start(1)) {
            net.session = new hopscope.protocol.session.SessionConfig(
                    1, 1, 0b1, 0b1, "hopscope", 250_000_000, 4_000_000_000L);
            net.start(2);
            net.await("the refusal", () -> net.counter(2, "refused.FEATURE_MISSING") > 0);
            net.await("the peer to know", () -> net.counter(1, "refused.REFUSED_BY_PEER") > 0);
            assertThat(net.neighbours(1, 2)).isFalse();
        }
    }

    static hopscope.protocol.session.SessionConfig speaking(int minVersion, int maxVersion) {
        return new hopscope.protocol.session.SessionConfig(
                minVersion, maxVersion, 0, 0, "hopscope", 250_000_000, 4_000_000_000L);
    }

    @Test
    void listensWithoutProtectionOnLoopbackOnlyUnlessToldTwice() throws Exception {
        try (Loopback net = pair(false)) {
            TcpNodeConfig config = net.config(1);
            InetSocketAddress everywhere = new InetSocketAddress("0.0.0.0", 0);
            for (boolean insecureBind : List.of(false, true)) {
                TcpNodeConfig open = new TcpNodeConfig(
                        config.node(),
                        everywhere,
                        List.of(),
                        new Security.None(insecureBind),
                        config.limits(),
                        "test",
                        config.epochMillis());
                Loopback.Heard heard = new Loopback.Heard();
                try (TcpNode node = new TcpNode(open, net.routers, NodeLife.only(1), heard)) {
                    if (insecureBind) {
                        node.start();
                        net.await("a warning", () -> heard.lines.stream().anyMatch(l -> l.contains("not protected")));
                    } else {
                        assertThatThrownBy(node::start)
                                .isInstanceOf(IOException.class)
                                .hasMessageContaining("--insecure-bind");
                    }
                }
            }
        }
    }

    @Test
    void refusesAConfigurationThatDoesNotFitTogether() throws Exception {
        try (Loopback net = Loopback.withTls(3).link(1, 2)) {
            TcpNodeConfig good = net.config(1);
            Security foreign = new Security.Tls(net.identities.get(3), net.allowList);
            assertThatThrownBy(() -> with(good, foreign, good.peers(), "test"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("node 1 has the identity of node 3");
            List<PeerAddress> otherKey = List.of(new PeerAddress(2, net.address(2), net.allowList.get(3), 1));
            assertThatThrownBy(() -> with(good, good.security(), otherKey, "test"))
                    .hasMessage("two keys for node 2");
            assertThatThrownBy(() -> with(good, good.security(), good.peers(), "x".repeat(65)))
                    .hasMessageStartingWith("software must be");
            assertThatThrownBy(() -> new Security.Tls(net.identities.get(1), Map.of(1, "aa", 2, "aa")))
                    .hasMessageContaining("one key");
        }
    }

    private static TcpNodeConfig with(
            TcpNodeConfig config, Security security, List<PeerAddress> peers, String software) {
        return new TcpNodeConfig(
                config.node(), config.listen(), peers, security, config.limits(), software, config.epochMillis());
    }

    @Test
    void warnsOfItsOwnExpiredCertificate() throws Exception {
        try (Loopback net = pair(true)) {
            Instant now = Instant.now();
            net.identities.put(1, net.identities.get(1).reissued(1, now.minusSeconds(7_200), now.minusSeconds(3_600)));
            net.start(1, 2);
            net.await("a warning", () -> net.heard(1).lines.stream().anyMatch(line -> line.contains("not valid now")));
            net.await("the refusal", () -> net.counter(2, "refused.EXPIRED_CERTIFICATE") > 0);
            net.await("the dialler to know", () -> net.counter(1, "refused.REFUSED_BY_PEER") > 0);
            assertThat(net.neighbours(1, 2)).isFalse();
        }
    }
}
