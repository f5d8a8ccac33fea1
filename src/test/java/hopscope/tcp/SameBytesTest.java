package hopscope.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.MemoryStorage;
import hopscope.protocol.RecordedEffects;
import hopscope.protocol.message.Message;
import hopscope.protocol.node.Node;
import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.node.RouterFactory;
import hopscope.protocol.reliability.ReliabilityConfig;
import hopscope.protocol.reliability.SnowflakeIds;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.distancevector.DistanceVectorRouter;
import hopscope.protocol.session.SessionConfig;
import hopscope.protocol.wire.FrameCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A scripted exchange – handshake, three messages, their acknowledgements – gives the same bytes over real sockets as
 * with two nodes that are called by hand, as the simulator does. Nothing is repeated: all timers are long.
 */
@Timeout(120)
class SameBytesTest {
    private static final long HOUR = 3_600_000_000_000L;
    private static final int MESSAGES = 3;
    private static final RouterFactory QUIET = (self, neighbours, random, storage) ->
            new DistanceVectorRouter(self, neighbours, new GossipConfig(1_000 * HOUR, 1, 0), random);

    /** Copies one direction, and keeps what passed. */
    private static final class Tap {
        private final ByteArrayOutputStream passed = new ByteArrayOutputStream();

        void copy(InputStream in, OutputStream out) {
            Thread thread = new Thread(() -> {
                byte[] buffer = new byte[4_096];
                try {
                    int count;
                    while ((count = in.read(buffer)) >= 0) {
                        passed.write(buffer, 0, count);
                        out.write(buffer, 0, count);
                    }
                } catch (IOException e) {
                    return;
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The same exchange without sockets and threads. */
    private static final class ByHand {
        private final Node[] nodes = new Node[2];
        private final RecordedEffects[] effects = {new RecordedEffects(), new RecordedEffects()};
        private final ByteArrayOutputStream[] written = {new ByteArrayOutputStream(), new ByteArrayOutputStream()};
        private final FrameCodec codec = new FrameCodec();
        private boolean secondIsUp;

        ByHand(TcpNodeConfig first, TcpNodeConfig second) {
            nodes[0] = new Node(first.coreConfig(), QUIET, 5, new MemoryStorage());
            nodes[1] = new Node(second.coreConfig(), QUIET, 6, new MemoryStorage());
            nodes[0].start(0, effects[0]);
            nodes[1].start(0, effects[1]);
            nodes[0].linkUp(0, 2, 1, effects[0]);
            deliver();
        }

        void send(long id, byte[] payload) {
            long sameMilli = SnowflakeIds.millis(id) * 1_000_000;
            assertThat(nodes[0].send(sameMilli, 2, payload, effects[0])).isEqualTo(id);
            deliver();
        }

        private void deliver() {
            boolean quiet;
            do {
                quiet = true;
                for (int from = 0; from < 2; from++) {
                    for (RecordedEffects.Sent sent : effects[from].takeSent()) {
                        quiet = false;
                        written[from].writeBytes(codec.encode(sent.message()));
                        receive(1 - from, sent.message());
                    }
                }
            } while (!quiet);
        }

        private void receive(int at, Message message) {
            if (at == 1 && !secondIsUp) {
                secondIsUp = true;
                nodes[1].linkUp(0, 1, 1, effects[1]);
            }
            nodes[at].receive(0, 2 - at, message, effects[at]);
        }
    }

    private static TcpNodeConfig config(int id, InetSocketAddress listen, int peer, InetSocketAddress peerAddress) {
        SessionConfig session = new SessionConfig(1, 1, 0, 0, "", HOUR, HOUR);
        ReliabilityConfig reliability = new ReliabilityConfig(10, HOUR, 1, 1, 0, HOUR, 100);
        TcpLimits limits = new TcpLimits(9, 9, 60_000_000_000L, 1 << 20, HOUR, HOUR, 0, 0);
        return new TcpNodeConfig(
                new NodeConfig(id, 16, session, reliability),
                listen,
                List.of(new PeerAddress(peer, peerAddress, null, 1)),
                new Security.None(),
                limits,
                "scripted " + id,
                1_767_225_600_000L);
    }

    private static byte[] payload(int index) {
        return ("message " + index).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void writesOverSocketsWhatItWritesInTheSimulator() throws Exception {
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Tap fromFirst = new Tap();
        Tap fromSecond = new Tap();
        try (Loopback net = Loopback.plain(2);
                ServerSocket middle = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // Only the first node's dial arrives, and passes the tap: nobody listens where the second one dials.
            TcpNodeConfig first = config(1, anywhere, 2, (InetSocketAddress) middle.getLocalSocketAddress());
            TcpNodeConfig second = config(2, anywhere, 1, net.address(1));
            Loopback.Heard heard = new Loopback.Heard();
            Loopback.Heard other = new Loopback.Heard();
            try (TcpNode one = new TcpNode(first, QUIET, 5, heard);
                    TcpNode two = new TcpNode(second, QUIET, 6, other)) {
                two.start();
                one.start();
                InetSocketAddress target = two.localAddress();
                try (Socket in = middle.accept();
                        Socket out = new Socket(target.getAddress(), target.getPort())) {
                    fromFirst.copy(in.getInputStream(), out.getOutputStream());
                    fromSecond.copy(out.getInputStream(), in.getOutputStream());
                    net.await("session", () -> heard.count("up 2") == 1 && other.count("up 1") == 1);
                    List<Long> ids = new ArrayList<>();
                    for (int i = 0; i < MESSAGES; i++) {
                        ids.add(one.send(2, payload(i)).join());
                    }
                    net.await("acks", () -> heard.acknowledged.size() == MESSAGES);
                    ByHand script = new ByHand(first, second);
                    for (int i = 0; i < MESSAGES; i++) {
                        script.send(ids.get(i), payload(i));
                    }
                    assertThat(fromFirst.passed.toByteArray()).isEqualTo(script.written[0].toByteArray());
                    assertThat(fromSecond.passed.toByteArray()).isEqualTo(script.written[1].toByteArray());
                }
            }
        }
    }
}
