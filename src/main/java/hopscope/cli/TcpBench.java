package hopscope.cli;

import hopscope.protocol.Effects.AbandonReason;
import hopscope.protocol.Effects.SessionEnd;
import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.reliability.ReliabilityConfig;
import hopscope.protocol.session.SessionConfig;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.RoutingSpec;
import hopscope.simulation.NodeFactory;
import hopscope.tcp.NodeLife;
import hopscope.tcp.PeerAddress;
import hopscope.tcp.Security;
import hopscope.tcp.TcpLimits;
import hopscope.tcp.TcpNode;
import hopscope.tcp.TcpNodeConfig;
import hopscope.tcp.TcpNodeListener;
import hopscope.tcp.identity.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Two nodes on the loopback interface, and messages from the first to the second. */
final class TcpBench implements AutoCloseable {
    private static final int SENDER = 1;
    private static final int RECEIVER = 2;
    private static final long PATIENCE_SECONDS = 300;

    private final Semaphore window;
    private final int windowSize;
    private final CountDownLatch up = new CountDownLatch(2);
    private final TcpNode sender;
    private final TcpNode receiver;

    /** Written by the receiver's thread, read when all is acknowledged; the semaphore orders that. */
    private volatile long[] latencies = {};

    private volatile int received;
    private volatile boolean lost;

    /**
     * What a run gave.
     *
     * @param sortedNanos from the call of send to the handling, ascending
     */
    record Outcome(double messagesPerSecond, long[] sortedNanos, long retransmissions) {
        long latencyNanos(double quantile) {
            return sortedNanos[(int) Math.min(sortedNanos.length - 1L, (long) (quantile * sortedNanos.length))];
        }
    }

    private TcpBench(boolean tls, int windowSize) throws IOException {
        this.windowSize = windowSize;
        this.window = new Semaphore(windowSize);
        InetSocketAddress[] addresses = freeAddresses();
        Identity[] identities = tls ? new Identity[] {Identity.create(SENDER), Identity.create(RECEIVER)} : null;
        sender = node(SENDER, addresses, identities, new Acknowledgements());
        receiver = node(RECEIVER, addresses, identities, new Deliveries());
    }

    /** Starts both nodes and waits for their session. */
    static TcpBench start(boolean tls, int windowSize) throws IOException, InterruptedException {
        TcpBench bench = new TcpBench(tls, windowSize);
        bench.sender.start();
        bench.receiver.start();
        if (!bench.up.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the nodes did not connect: " + bench.sender.status());
        }
        while (bench.sender.ask(node -> node.routes().distance(RECEIVER)) < 0
                || bench.receiver.ask(node -> node.routes().distance(SENDER)) < 0) {
            Thread.sleep(10);
        }
        return bench;
    }

    private static InetSocketAddress[] freeAddresses() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket one = new ServerSocket(0, 1, loopback);
                ServerSocket other = new ServerSocket(0, 1, loopback)) {
            return new InetSocketAddress[] {
                new InetSocketAddress(loopback, one.getLocalPort()),
                new InetSocketAddress(loopback, other.getLocalPort())
            };
        }
    }

    private TcpNode node(int id, InetSocketAddress[] addresses, Identity[] identities, TcpNodeListener listener) {
        int peer = SENDER + RECEIVER - id;
        Security security = new Security.None();
        String key = null;
        if (identities != null) {
            key = identities[peer - 1].fingerprint();
            security = new Security.Tls(identities[id - 1], Map.of(peer, key));
        }
        ReliabilityConfig reliability = new ReliabilityConfig(
                windowSize, 2_000_000_000L, 2, 6, 0.1, 10_000_000_000L, ReliabilityConfig.DEFAULT_RETAIN_LIMIT);
        return new TcpNode(
                new TcpNodeConfig(
                        new NodeConfig(id, 32, SessionConfig.DEFAULT, reliability),
                        addresses[id - 1],
                        List.of(new PeerAddress(peer, addresses[peer - 1], key, 1)),
                        security,
                        TcpLimits.DEFAULT,
                        "hopscope bench",
                        NodeSetup.EPOCH_MILLIS),
                NodeFactory.routers(ProtocolSpec.of(Protocol.SOURCE_ROUTING, RoutingSpec.DEFAULT)),
                NodeLife.only(id),
                listener);
    }

    /** Sends messages as fast as the window lets them go, until the last is acknowledged. */
    Outcome run(int messages, int payloadBytes) throws InterruptedException {
        latencies = new long[messages];
        received = 0;
        long repeatedBefore = sender.ask(node -> node.counters().retransmissions());
        long begin = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            acquire(1);
            byte[] payload = new byte[payloadBytes];
            ByteBuffer.wrap(payload).putLong(System.nanoTime());
            sender.send(RECEIVER, payload);
        }
        acquire(windowSize);
        double seconds = (System.nanoTime() - begin) / 1e9;
        window.release(windowSize);
        if (lost || received != messages) {
            throw new IllegalStateException("messages were lost: " + received + " of " + messages + " came");
        }
        Arrays.sort(latencies);
        long repeated = sender.ask(node -> node.counters().retransmissions()) - repeatedBefore;
        return new Outcome(messages / seconds, latencies, repeated);
    }

    private void acquire(int permits) throws InterruptedException {
        if (!window.tryAcquire(permits) && !window.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no acknowledgement for " + PATIENCE_SECONDS + " s: " + sender.status());
        }
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }

    private final class Acknowledgements implements TcpNodeListener {
        @Override
        public void sessionUp(long nowNanos, int peer, String softwareVersion, int version) {
            up.countDown();
        }

        @Override
        public void acknowledged(long nowNanos, long id, int destination) {
            window.release();
        }

        @Override
        public void abandoned(long nowNanos, long id, int destination, AbandonReason reason) {
            lost = true;
            window.release();
        }

        @Override
        public void sessionDown(long nowNanos, int peer, SessionEnd reason) {
            lost = lost || reason != SessionEnd.NODE_STOPPED;
        }
    }

    private final class Deliveries implements TcpNodeListener {
        @Override
        public void sessionUp(long nowNanos, int peer, String softwareVersion, int version) {
            up.countDown();
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer: the receiver's thread
        public void delivered(long nowNanos, int source, long id, byte[] payload, int hops) {
            latencies[received] = System.nanoTime() - ByteBuffer.wrap(payload).getLong();
            received++;
        }
    }
}
