package hopscope.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.Message;
import hopscope.protocol.wire.FrameCodec;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bytes on a wire are the codec's frames of the messages that the state machine sent, and nothing else. */
@Timeout(120)
class SameBytesTest {
    /** Copies one direction, and keeps what passed. */
    private static final class Tap {
        private final ByteArrayOutputStream passed = new ByteArrayOutputStream();

        void copy(InputStream in, OutputStream out) {
            Thread thread = new Thread(() -> {
                byte[] buffer = new byte[4_096];
                try {
                    int count;
                    while ((count = in.read(buffer)) >= 0) {
                        synchronized (passed) {
                            passed.write(buffer, 0, count);
                        }
                        out.write(buffer, 0, count);
                        out.flush();
                    }
                } catch (java.io.IOException e) {
                    return;
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        byte[] bytes() {
            synchronized (passed) {
                return passed.toByteArray();
            }
        }
    }

    private static byte[] frames(Iterable<Message> messages) {
        FrameCodec codec = new FrameCodec();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        messages.forEach(message -> out.writeBytes(codec.encode(message)));
        return out.toByteArray();
    }

    @Test
    void writesTheCodecsFramesOfTheMessagesThatTheNodeSent() throws Exception {
        Tap toSecond = new Tap();
        Tap toFirst = new Tap();
        try (Loopback net = Loopback.plain(2).link(1, 2);
                ServerSocket middle = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            TcpNodeConfig second = net.config(2);
            // Node 2 dials in vain: node 1 listens elsewhere.
            net.start(2);
            TcpNodeConfig config = net.config(1);
            PeerAddress through =
                    new PeerAddress(2, (java.net.InetSocketAddress) middle.getLocalSocketAddress(), null, 1);
            Loopback.Heard first = new Loopback.Heard();
            java.net.InetSocketAddress elsewhere = new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            TcpNodeConfig tapped = new TcpNodeConfig(
                    config.node(),
                    elsewhere,
                    List.of(through),
                    config.security(),
                    config.limits(),
                    "test 1",
                    config.epochMillis());
            try (TcpNode node = new TcpNode(tapped, net.routers, 5, first)) {
                node.start();
                try (Socket in = middle.accept();
                        Socket out = new Socket(
                                second.listen().getAddress(), second.listen().getPort())) {
                    toSecond.copy(in.getInputStream(), out.getOutputStream());
                    toFirst.copy(out.getInputStream(), in.getOutputStream());
                    net.await(
                            "session",
                            () -> first.count("up 2") == 1 && net.heard(2).count("up 1") == 1);
                    for (int i = 0; i < 3; i++) {
                        node.send(2, ("message " + i).getBytes()).join();
                    }
                    net.await("acks", () -> first.acknowledged.size() == 3);
                    // The nodes are cut off from each other, and what they wrote is compared to what they sent.
                    node.kill();
                    net.node(2).kill();
                    TimeUnit.MILLISECONDS.sleep(20);
                    compare(toSecond.bytes(), frames(first.transmitted));
                    compare(toFirst.bytes(), frames(net.heard(2).transmitted));
                }
            }
        }
    }

    /** The last frames may not have been written when the node was killed. */
    private static void compare(byte[] written, byte[] sent) {
        assertThat(written.length).isGreaterThan(200).isLessThanOrEqualTo(sent.length);
        assertThat(written).isEqualTo(java.util.Arrays.copyOf(sent, written.length));
    }
}
