package hopscope.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Reject;
import hopscope.protocol.message.SessionMessage.RejectReason;
import hopscope.protocol.session.SessionConfig;
import hopscope.protocol.wire.FrameCodec;
import hopscope.random.RandomStream;
import hopscope.tcp.identity.Identity;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a hostile or broken peer can do to node 1: nothing but to be counted. Nodes 1 and 2 have a session all the time,
 * and messages go over it; node 3 is a configured neighbour of node 1 that does not run, and which the stranger plays.
 */
@Timeout(180)
@SuppressWarnings("try") // some strangers only have to be there
class BadInputTest {
    private static final FrameCodec CODEC = new FrameCodec();
    private static final int VICTIM = 1;
    private static final int FRIEND = 2;
    private static final int PLAYED = 3;

    private Loopback net;
    private int sent;

    @BeforeEach
    void startTheFriends() throws Exception {
        start(Loopback.plain(3), Loopback.LIMITS);
    }

    private void start(Loopback fresh, TcpLimits limits) throws Exception {
        if (net != null) {
            net.close();
        }
        net = fresh.link(VICTIM, FRIEND).link(VICTIM, PLAYED);
        net.limits = limits;
        sent = 0;
        net.start(VICTIM, FRIEND);
        net.await("neighbours", () -> net.neighbours(VICTIM, FRIEND));
        exchange();
    }

    @AfterEach
    void nothingElseHappened() throws Exception {
        try {
            exchange();
            assertThat(net.heard(VICTIM).count("up 2")).isEqualTo(1);
            assertThat(net.heard(VICTIM).count("down 2")).isZero();
            assertThat(net.heard(FRIEND).count("down 1")).isZero();
            assertThat(net.heard(VICTIM).abandoned).isEmpty();
            assertThat(net.heard(FRIEND).delivered).doesNotHaveDuplicates().hasSize(sent);
        } finally {
            net.close();
        }
    }

    /** A message goes over the honest session and comes to be acknowledged. */
    private void exchange() throws Exception {
        long id = net.send(VICTIM, FRIEND, "message " + sent++);
        net.await(
                "the honest session to work",
                () -> net.heard(VICTIM).acknowledged.contains(id));
    }

    private void awaitCount(String counter, long atLeast) throws Exception {
        net.await(counter, () -> net.counter(VICTIM, counter) >= atLeast);
    }

    private Stranger stranger() throws IOException {
        return Stranger.plain(net.address(VICTIM));
    }

    private static byte[] hello() {
        return CODEC.encode(new Hello(PLAYED, 1, 1, 0, "stranger"));
    }

    private static byte[] changed(byte[] frame, int index, int value) {
        byte[] result = frame.clone();
        result[index] = (byte) value;
        return result;
    }

    static Stream<Arguments> brokenFrames() {
        byte[] longBody = ByteBuffer.wrap(hello()).putInt(4, 1 << 28).array();
        byte[] tooLongBeforeHello = ByteBuffer.wrap(hello()).putInt(4, 10_000).array();
        byte[] checksum = changed(hello(), 9, hello()[9] + 1);
        return Stream.of(
                Arguments.of("another protocol", "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(), "BAD_MAGIC"),
                Arguments.of("another layout", changed(hello(), 2, 9), "BAD_WIRE_VERSION"),
                Arguments.of("an unknown type", changed(hello(), 3, 99), "UNKNOWN_TYPE"),
                Arguments.of("an oversized length", longBody, "OVERSIZED"),
                Arguments.of("a length beyond any HELLO", tooLongBeforeHello, "OVERSIZED"),
                Arguments.of("a wrong checksum", checksum, "BAD_CHECKSUM"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFrames")
    void countsABrokenFirstFrameByCauseAndCloses(String what, byte[] bytes, String cause) throws Exception {
        try (Stranger stranger = stranger().say(bytes)) {
            stranger.hearTheEnd();
        }
        awaitCount("malformed." + cause, 1);
        awaitCount("refused.NO_HELLO", 1);
        assertThat(net.counter(VICTIM, "connections.accepted")).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFrames")
    void countsABrokenLaterFrameByCauseAndCloses(String what, byte[] bytes, String cause) throws Exception {
        assumeFalse(what.contains("beyond any HELLO"), "after HELLO that is a length like others");
        try (Stranger stranger = stranger().join(PLAYED).say(bytes)) {
            stranger.hearTheEnd();
        }
        awaitCount("malformed." + cause, 1);
        awaitCount("refused.BROKEN_STREAM", 1);
    }

    @Test
    void countsATruncatedFrame() throws Exception {
        byte[] hello = hello();
        try (Stranger stranger = stranger()) {
            stranger.say(java.util.Arrays.copyOf(hello, hello.length - 1));
        }
        awaitCount("malformed.TRUNCATED", 1);
        try (Stranger stranger = stranger().join(PLAYED)) {
            stranger.say(java.util.Arrays.copyOf(hello, 5));
        }
        awaitCount("malformed.TRUNCATED", 2);
    }

    @Test
    void survivesRandomBytes() throws Exception {
        int rounds = 60;
        for (int seed = 0; seed < rounds; seed++) {
            RandomStream random = new RandomStream(seed);
            byte[] noise = new byte[1 + random.nextInt(5_000)];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) random.nextInt(256);
            }
            try (Stranger stranger = stranger()) {
                stranger.say(noise);
            } catch (IOException e) {
                // It had enough before we had said it all.
                assertThat(noise).isNotEmpty();
            }
            // One after another: more at a time may meet the bound on connections from one address.
            awaitCount("refused.NO_HELLO", seed + 1);
        }
    }

    @Test
    void goesOnAfterAFrameWhoseContentsAreWrong() throws Exception {
        DataMessage tooLongAgo = new DataMessage(PLAYED, VICTIM, 15, 1, new int[] {PLAYED, VICTIM}, -5, new byte[0]);
        try (Stranger stranger = stranger().join(PLAYED)) {
            stranger.say(tooLongAgo);
            awaitCount("malformed.BAD_VALUE", 1);
            stranger.say(new DataMessage(PLAYED, VICTIM, 15, 1, new int[] {PLAYED, VICTIM}, 5, new byte[] {'x'}));
            net.await("delivery", () -> net.heard(VICTIM).delivered.contains("3:x"));
        }
    }

    static Stream<Arguments> forbiddenClaims() {
        return Stream.of(
                Arguments.of("HOP_LIMIT", routed(200, 1)),
                Arguments.of("HOPS", routed(15, 0)),
                Arguments.of("HOPS", routed(16, 5)),
                Arguments.of("PATH_LOOP", routed(14, 1, PLAYED, VICTIM, 7, 8, 7, FRIEND)),
                Arguments.of("PATH_LOOP", routed(14, 1, PLAYED, VICTIM, 7, VICTIM, FRIEND)),
                Arguments.of("PATH_POSITION", routed(14, 1, PLAYED, 9, VICTIM, FRIEND)),
                Arguments.of("PATH_POSITION", routed(14, 2, PLAYED, 9, VICTIM, FRIEND)),
                Arguments.of("PATH_POSITION", routed(10, 6, PLAYED, VICTIM, FRIEND)));
    }

    private static Message routed(int hopLimit, int hops, int... path) {
        return new DataMessage(PLAYED, FRIEND, hopLimit, hops, path, 77, new byte[] {'!'});
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("forbiddenClaims")
    void dropsWhatClaimsALimitOrAPathThatItMayNotHave(String fault, Message message) throws Exception {
        try (Stranger stranger = stranger().join(PLAYED).say(message)) {
            awaitCount("routed." + fault, 1);
            // The session goes on: the peer may only have been told nonsense.
            stranger.say(new AckMessage(PLAYED, VICTIM, 15, 1, new int[] {PLAYED, VICTIM}, 4));
            awaitCount("messages.acks-unexpected", 1);
        }
        assertThat(net.counter(VICTIM, "messages.forwarded")).isZero();
    }

    @Test
    void dropsAPathLongerThanTheHopLimitOrThroughAnUnknownNode() throws Exception {
        int[] tooFar = new int[40];
        java.util.Arrays.setAll(tooFar, i -> 100 + i);
        tooFar[0] = PLAYED;
        tooFar[1] = VICTIM;
        tooFar[39] = FRIEND;
        try (Stranger stranger = stranger().join(PLAYED).say(routed(15, 1, tooFar))) {
            awaitCount("messages.dropped-hop-limit", 1);
        }
        start(Loopback.plain(3), Loopback.LIMITS);
        net.close();
        Loopback fresh = Loopback.plain(3);
        fresh.routers = Loopback.SOURCE_ROUTING;
        start(fresh, Loopback.LIMITS);
        try (Stranger stranger = stranger().join(PLAYED).say(routed(14, 1, PLAYED, VICTIM, 99, FRIEND))) {
            awaitCount("messages.dropped-no-route", 1);
        }
    }

    @Test
    void handlesAReplayedMessageOnce() throws Exception {
        Message data = new DataMessage(PLAYED, VICTIM, 15, 1, new int[0], 99, new byte[] {'x'});
        try (Stranger stranger = stranger().join(PLAYED)) {
            for (int i = 0; i < 10; i++) {
                stranger.say(data);
                stranger.say(hello());
            }
            awaitCount("messages.duplicates", 9);
        }
        assertThat(net.heard(VICTIM).delivered).containsOnlyOnce("3:x");
    }

    @Test
    void refusesAVersionOutsideItsRange() throws Exception {
        try (Stranger stranger = stranger().say(new Hello(PLAYED, 2, 9, 0, "young"))) {
            Message answer;
            do {
                answer = stranger.hear();
            } while (answer != null && !(answer instanceof Reject));
            assertThat(answer).isEqualTo(new Reject(VICTIM, RejectReason.VERSION_MISMATCH));
            stranger.hearTheEnd();
        }
        awaitCount("refused.NO_COMMON_VERSION", 1);
        assertThat(net.heard(VICTIM).count("up 3")).isZero();
    }

    @Test
    void refusesNodesThatAreNoPeersAndItsOwnId() throws Exception {
        try (Stranger nobody = stranger().say(new Hello(77, 1, 1, 0, "x"));
                Stranger self = stranger().say(new Hello(VICTIM, 1, 1, 0, "x"));
                Stranger friend = stranger().say(new Hello(FRIEND, 1, 1, 0, "x"));
                Stranger rude = stranger().say(new AckMessage(3, 1, 1, 1, new int[0], 1))) {
            for (Stranger stranger : List.of(nobody, self, friend, rude)) {
                stranger.hearTheEnd();
            }
        }
        for (String cause : List.of("UNKNOWN_PEER", "OWN_ID", "DUPLICATE_CONNECTION", "NO_HELLO")) {
            awaitCount("refused." + cause, 1);
        }
    }

    private static TcpLimits impatient(int maxConnections, int maxPerAddress) {
        return new TcpLimits(
                maxConnections,
                maxPerAddress,
                1_000 * Loopback.MS,
                1 << 20,
                20 * Loopback.MS,
                200 * Loopback.MS,
                20 * Loopback.MS,
                100 * Loopback.MS,
                2_000 * Loopback.MS);
    }

    @Test
    void givesUpAPeerThatNeverSpeaksOrOneByteAtATime() throws Exception {
        start(Loopback.plain(3), impatient(64, 64));
        byte[] hello = hello();
        try (Stranger silent = stranger();
                Stranger slow = stranger()) {
            int said = 0;
            while (net.counter(VICTIM, "refused.HANDSHAKE_TIMEOUT") < 2) {
                try {
                    slow.say(hello[Math.min(said++, hello.length - 2)]);
                } catch (IOException e) {
                    break;
                }
                java.util.concurrent.TimeUnit.MILLISECONDS.sleep(150);
            }
            silent.hearTheEnd();
            slow.hearTheEnd();
        }
        awaitCount("refused.HANDSHAKE_TIMEOUT", 2);
    }

    @Test
    void endsASessionThatGoesOnOneByteAtATime() throws Exception {
        start(Loopback.plain(3), impatient(64, 64));
        byte[] hello = hello();
        try (Stranger slow = stranger().join(PLAYED)) {
            for (int said = 0; net.counter(VICTIM, "sessions.silent") == 0; said++) {
                try {
                    slow.say(hello[Math.min(said, hello.length - 2)]);
                } catch (IOException e) {
                    break;
                }
                java.util.concurrent.TimeUnit.MILLISECONDS.sleep(150);
            }
        }
        awaitCount("sessions.silent", 1);
    }

    @Test
    void boundsAThousandConnections() throws Exception {
        start(
                Loopback.plain(3),
                new TcpLimits(
                        64,
                        20,
                        10_000 * Loopback.MS,
                        1 << 20,
                        20 * Loopback.MS,
                        200 * Loopback.MS,
                        20 * Loopback.MS,
                        200 * Loopback.MS,
                        20_000 * Loopback.MS));
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                sockets.add(new Socket(
                        net.address(VICTIM).getAddress(), net.address(VICTIM).getPort()));
                assertThat(net.node(VICTIM).status().connections()).isLessThanOrEqualTo(20 + 3);
            }
            awaitCount("refused.CONNECTIONS_PER_ADDRESS", 1_000 - 20);
            exchange();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        net.await("room again", () -> net.node(VICTIM).status().connections() <= 3);
        try (Stranger stranger = stranger().join(PLAYED)) {
            net.await("the played node", () -> net.heard(VICTIM).count("up 3") == 1);
        }
    }

    @Test
    void boundsConnectionsInAll() throws Exception {
        start(
                Loopback.plain(3),
                new TcpLimits(
                        10,
                        64,
                        10_000 * Loopback.MS,
                        1 << 20,
                        20 * Loopback.MS,
                        200 * Loopback.MS,
                        20 * Loopback.MS,
                        200 * Loopback.MS,
                        20_000 * Loopback.MS));
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sockets.add(new Socket(
                    net.address(VICTIM).getAddress(), net.address(VICTIM).getPort()));
        }
        awaitCount("refused.CONNECTIONS_IN_ALL", 50 - 10);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** A peer that reads nothing fills its own bounded queue; the honest session goes on meanwhile. */
    @Test
    void dropsAndCountsWhatASlowReaderDoesNotTake() throws Exception {
        start(
                Loopback.plain(3),
                new TcpLimits(
                        64,
                        32,
                        10_000 * Loopback.MS,
                        64 * 1024,
                        20 * Loopback.MS,
                        200 * Loopback.MS,
                        20 * Loopback.MS,
                        0,
                        0));
        try (Stranger sluggard = stranger().join(PLAYED)) {
            net.await("the played node", () -> net.heard(VICTIM).count("up 3") == 1);
            byte[] large = new byte[60_000];
            for (int i = 0; net.counter(VICTIM, "frames.overflowed") == 0; i++) {
                net.node(VICTIM).send(PLAYED, large).join();
                if (i % 200 == 0) {
                    exchange();
                }
                assertThat(i).isLessThan(20_000);
            }
            assertThat(net.node(VICTIM).status().peers().get(1).queuedBytes()).isLessThanOrEqualTo(64 * 1024 + 60_100);
        }
        // What was not taken is given up in the end; that is the stranger's loss, not the friend's.
        net.heard(VICTIM).abandoned.clear();
    }

    @Test
    void refusesWrongIdentities() throws Exception {
        start(Loopback.withTls(3), Loopback.LIMITS);
        Identity victim = net.identities.get(VICTIM);
        expectRefusal(Identity.create(PLAYED), victim, "UNKNOWN_KEY", 1);
        Identity played = net.identities.get(PLAYED);
        expectRefusal(renamed(played, FRIEND), victim, "KEY_OF_ANOTHER_NODE", 1);
        assertThatThrownBy(() -> tls(played, Identity.create(VICTIM))).isInstanceOf(RefusedException.class);
    }

    private static Identity renamed(Identity identity, int nodeId) {
        return identity.reissued(
                nodeId, Instant.now().minusSeconds(60), Instant.now().plusSeconds(600));
    }

    @Test
    void refusesCertificatesOutsideTheirValidity() throws Exception {
        start(Loopback.withTls(3), Loopback.LIMITS);
        Identity played = net.identities.get(PLAYED);
        Instant now = Instant.now();
        Identity expired = played.reissued(PLAYED, now.minusSeconds(7_200), now.minusSeconds(3_600));
        Identity early = played.reissued(PLAYED, now.plusSeconds(3_600), now.plusSeconds(7_200));
        expectRefusal(expired, net.identities.get(VICTIM), "EXPIRED_CERTIFICATE", 1);
        expectRefusal(early, net.identities.get(VICTIM), "EXPIRED_CERTIFICATE", 2);
    }

    private Stranger tls(Identity own, Identity server) throws IOException {
        return Stranger.withTls(net.address(VICTIM), own, server, SessionConfig.DEFAULT);
    }

    private void expectRefusal(Identity own, Identity victim, String cause, int count) throws Exception {
        // In TLS 1.3 the client may believe for a moment that it is in.
        try (Stranger stranger = tls(own, victim)) {
            stranger.say(hello());
            stranger.hearTheEnd();
        } catch (IOException e) {
            // Or it is told at once; what counts is what the victim counts.
        }
        awaitCount("refused." + cause, count);
    }

    @Test
    void refusesACopyOfAnIdentityWhoseOwnerIsThere() throws Exception {
        start(Loopback.withTls(3), Loopback.LIMITS);
        try (Stranger copy = tls(net.identities.get(FRIEND), net.identities.get(VICTIM))) {
            copy.say(new Hello(FRIEND, 1, 1, 0, "copy"));
            copy.hearTheEnd();
        }
        awaitCount("refused.DUPLICATE_CONNECTION", 1);
    }

    @Test
    void refusesAHelloForAnotherNodeThanTheCertificate() throws Exception {
        start(Loopback.withTls(3), Loopback.LIMITS);
        for (int claimed : new int[] {FRIEND, VICTIM, 77}) {
            try (Stranger liar = tls(net.identities.get(PLAYED), net.identities.get(VICTIM))) {
                liar.say(new Hello(claimed, 1, 1, 0, "liar"));
                assertThat(liar.hear()).isEqualTo(new Reject(VICTIM, RejectReason.WRONG_IDENTITY));
                liar.hearTheEnd();
            }
        }
        awaitCount("refused.HELLO_OF_ANOTHER_NODE", 3);
    }

    @Test
    void refusesTlsWithoutACommonVersion() throws Exception {
        start(Loopback.withTls(3), Loopback.LIMITS);
        assertThatThrownBy(() -> Stranger.withTls(
                        net.address(VICTIM),
                        net.identities.get(PLAYED),
                        net.identities.get(VICTIM),
                        TcpNodeTest.speaking(7, 9)))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NO_COMMON_VERSION));
        awaitCount("refused.NO_COMMON_VERSION", 1);
        // An empty range offers no protocol at all.
        try (Stranger stranger = Stranger.withTls(
                net.address(VICTIM),
                net.identities.get(PLAYED),
                net.identities.get(VICTIM),
                TcpNodeTest.speaking(2, 1))) {
            stranger.hearTheEnd();
        } catch (IOException e) {
            assertThat(e).isInstanceOf(RefusedException.class);
        }
        awaitCount("refused.NO_COMMON_VERSION", 2);
    }

    @Test
    void refusesPlainTextWhereTlsIsSpoken() throws Exception {
        start(Loopback.withTls(3), Loopback.LIMITS);
        try (Stranger stranger = stranger().say(hello())) {
            stranger.hearTheEnd();
        }
        awaitCount("refused.TLS_FAILED", 1);
    }
}
