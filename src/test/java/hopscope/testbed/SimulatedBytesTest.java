package hopscope.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.MemoryStorage;
import hopscope.protocol.message.FrameType;
import hopscope.protocol.message.Message;
import hopscope.protocol.reliability.SnowflakeIds;
import hopscope.protocol.session.SessionConfig;
import hopscope.protocol.wire.FrameCodec;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.Links;
import hopscope.simulation.NodeFactory;
import hopscope.simulation.QuietObserver;
import hopscope.simulation.Runs;
import hopscope.simulation.Simulation;
import hopscope.tcp.LinkShaper;
import hopscope.tcp.NodeLife;
import hopscope.tcp.PeerAddress;
import hopscope.tcp.Security;
import hopscope.tcp.TcpLimits;
import hopscope.tcp.TcpNode;
import hopscope.tcp.TcpNodeConfig;
import hopscope.tcp.TcpNodeListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same scenario – handshake, gossip that asks and answers, messages, losses, retransmissions, acknowledgements – run by
 * {@link Simulation} and by two nodes on sockets puts the same bytes on the link, direction by direction. Nothing is removed
 * before the comparison. A real clock decides one thing only, the milliseconds at which messages are sent and which their
 * ids hold: so the real run comes first, and the simulated one sends at the milliseconds that came of it.
 */
@Timeout(120)
class SimulatedBytesTest {
    private static final long MS = 1_000_000L;
    private static final long LATENCY_MS = 20;
    private static final long DURATION_MS = 5_000;
    private static final long GAP_MS = 90;
    private static final long[] SEND_MS = {1_000, 1_700, 2_400, 3_100, 3_800};
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    /** What one simulated run put on the link. */
    private static final class Tape extends QuietObserver {
        private final ByteArrayOutputStream[] passed = {new ByteArrayOutputStream(), new ByteArrayOutputStream()};
        private final TreeSet<Long> times = new TreeSet<>();
        private final Map<FrameType, Integer> sent = new EnumMap<>(FrameType.class);
        private final Map<FrameType, Integer> lost = new EnumMap<>(FrameType.class);
        private final LinkShaper[] shapers = new LinkShaper[2];
        private final FrameCodec codec = new FrameCodec();

        Tape(LoadedScenario loaded, long seed) {
            ShapedLinks links = new ShapedLinks(
                    loaded.topology(),
                    new Links(loaded.topology(), loaded.scenario().links(), seed),
                    () -> 0);
            shapers[0] = links.of(0);
            shapers[1] = links.of(1);
        }

        @Override
        public void transmitted(long nowNanos, int node, Message message) {
            times.add(nowNanos / MS);
            sent.merge(message.type(), 1, Integer::sum);
            if (shapers[node].delayNanosOrLost(1 - node, message) == LinkShaper.LOST) {
                lost.merge(message.type(), 1, Integer::sum);
            } else {
                passed[node].writeBytes(codec.encode(message));
            }
        }

        /** Whether a real run keeps this order although its clock is not exact. */
        private boolean hasDistinctTimes() {
            long before = -GAP_MS;
            for (long time : times) {
                long gap = time - before;
                // What follows exactly one latency later follows from it, and cannot come first.
                if (gap < GAP_MS && gap != LATENCY_MS) {
                    return false;
                }
                before = time;
            }
            return before < DURATION_MS - 400;
        }

        private boolean tellsAll(Protocol protocol) {
            int handshakeLost = lost.getOrDefault(FrameType.HELLO, 0) + lost.getOrDefault(FrameType.WELCOME, 0);
            long gossip = sent.entrySet().stream()
                    .filter(entry ->
                            entry.getKey() == FrameType.ROUTE_TABLE || entry.getKey() == FrameType.LINK_STATE_GOSSIP)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            return handshakeLost == 0
                    && lost.getOrDefault(FrameType.DATA, 0) > 0
                    && lost.getOrDefault(FrameType.ACK, 0) > 0
                    && gossip >= 4;
        }
    }

    private static LoadedScenario scenario(Protocol protocol, List<Long> sendNanos) {
        StringBuilder text =
                new StringBuilder("""
                name: bytes
                duration: %dms
                wire: encoded
                topology: {edges: [[0, 1]]}
                links: {latency: %dms, loss: 20%%}
                protocols: [%s]
                routing:
                  %s: {interval: 1500ms, jitter: 0%%}
                reliability: {timeout: 330ms, backoff: 1, jitter: 0%%, retries: 5, retain: 60s}
                traffic:
                """.formatted(DURATION_MS, LATENCY_MS, protocol.label(), protocol.label()));
        for (long nanos : sendNanos) {
            text.append("  - {from: 0, to: 1, start: %dms, count: 1, payload: [1, 2, 3]}\n".formatted(nanos / MS));
        }
        return Runs.load(text.toString());
    }

    private static Tape simulate(LoadedScenario loaded, long seed) {
        Tape tape = new Tape(loaded, seed);
        ProtocolSpec protocol = loaded.scenario().protocols().get(0);
        new Simulation(loaded.scenario(), loaded.topology(), protocol, seed, tape).run();
        return tape;
    }

    private static List<Long> planned() {
        List<Long> nanos = new ArrayList<>();
        for (long millis : SEND_MS) {
            nanos.add(millis * MS);
        }
        return nanos;
    }

    private static long seedOfATellingRun(LoadedScenario loaded, Protocol protocol) {
        for (long seed = 1; seed < 200_000; seed++) {
            Tape tape = simulate(loaded, seed);
            if (tape.tellsAll(protocol) && tape.hasDistinctTimes()) {
                return seed;
            }
        }
        throw new AssertionError("no seed loses a message and an acknowledgement at distinct times");
    }

    /** Two nodes with a copying middle between them. */
    private static final class Sockets implements AutoCloseable {
        private final ByteArrayOutputStream[] passed = {new ByteArrayOutputStream(), new ByteArrayOutputStream()};
        private final ServerSocket middle = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final TcpNode[] nodes = new TcpNode[2];
        private final List<Long> ids = new ArrayList<>();

        Sockets(LoadedScenario loaded, ProtocolSpec protocol, long seed) throws IOException {
            NodeFactory factory = new NodeFactory(loaded.scenario(), protocol, seed);
            ShapedLinks links = new ShapedLinks(
                    loaded.topology(),
                    new Links(loaded.topology(), loaded.scenario().links(), seed),
                    System::nanoTime);
            for (int id = 1; id >= 0; id--) {
                NodeLife life = new NodeLife(factory.randomKey(id, 0), new MemoryStorage(), InstantSource.fixed(EPOCH));
                nodes[id] = new TcpNode(
                        config(factory, id), factory.routers(), life, new TcpNodeListener() {}, links.of(id));
            }
        }

        /** The larger id never dials: its head start is a minute. */
        private TcpNodeConfig config(NodeFactory factory, int id) {
            long minute = 60_000 * MS;
            return new TcpNodeConfig(
                    factory.config(id),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    List.of(new PeerAddress(1 - id, (InetSocketAddress) middle.getLocalSocketAddress(), null, 1)),
                    new Security.None(),
                    new TcpLimits(9, 9, minute, 1 << 20, minute, minute, minute, 0, 0),
                    SessionConfig.DEFAULT.software(),
                    EPOCH.toEpochMilli());
        }

        /** Sends when it is time; answers how late the latest was, in milliseconds. */
        long run() throws Exception {
            long start = System.nanoTime();
            nodes[1].start();
            nodes[0].start();
            InetSocketAddress target = nodes[1].localAddress();
            long late = 0;
            try (Socket in = middle.accept();
                    Socket out = new Socket(target.getAddress(), target.getPort())) {
                in.setTcpNoDelay(true);
                out.setTcpNoDelay(true);
                copy(in.getInputStream(), out.getOutputStream(), passed[0]);
                copy(out.getInputStream(), in.getOutputStream(), passed[1]);
                for (long millis : SEND_MS) {
                    sleepUntil(start + millis * MS);
                    ids.add(nodes[0].send(1, new byte[] {1, 2, 3}).join());
                    late = Math.max(late, (System.nanoTime() - start) / MS - millis);
                }
                sleepUntil(start + DURATION_MS * MS);
            }
            return late;
        }

        boolean isSameAs(Tape tape) {
            return Arrays.equals(passed[0].toByteArray(), tape.passed[0].toByteArray())
                    && Arrays.equals(passed[1].toByteArray(), tape.passed[1].toByteArray());
        }

        private static void sleepUntil(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos - System.nanoTime()));
        }

        private static void copy(InputStream in, OutputStream out, ByteArrayOutputStream tape) {
            Thread thread = new Thread(() -> {
                byte[] buffer = new byte[4_096];
                try {
                    int count;
                    while ((count = in.read(buffer)) >= 0) {
                        tape.write(buffer, 0, count);
                        out.write(buffer, 0, count);
                    }
                } catch (IOException e) {
                    return;
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            nodes[0].close();
            nodes[1].close();
            middle.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"SOURCE_ROUTING", "DISTANCE_VECTOR"})
    void areTheBytesOnASocket(Protocol protocol) throws Exception {
        LoadedScenario plan = scenario(protocol, planned());
        long seed = seedOfATellingRun(plan, protocol);
        for (int attempt = 0; ; attempt++) {
            try (Sockets real = new Sockets(plan, plan.scenario().protocols().get(0), seed)) {
                // A machine that is late by more than the gaps between things may change their order: once more then.
                if (real.run() > GAP_MS / 3 && attempt < 8) {
                    continue;
                }
                List<Long> sentNanos = real.ids.stream()
                        .map(id -> SnowflakeIds.millis(id) * MS)
                        .toList();
                Tape simulated = simulate(scenario(protocol, sentNanos), seed);
                if (attempt < 3 && !real.isSameAs(simulated)) {
                    // A node may have been held up unseen. A difference that is ours comes again each time.
                    continue;
                }
                for (int from = 0; from < 2; from++) {
                    assertThat(real.passed[from].toByteArray())
                            .as("seed %d, from node %d; sent %s, lost %s", seed, from, simulated.sent, simulated.lost)
                            .isEqualTo(simulated.passed[from].toByteArray());
                }
                return;
            }
        }
    }
}
