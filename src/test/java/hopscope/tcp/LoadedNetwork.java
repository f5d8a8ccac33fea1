package hopscope.tcp;

import hopscope.protocol.message.Message;
import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.reliability.ReliabilityConfig;
import hopscope.protocol.routing.RouteView;
import hopscope.protocol.session.SessionConfig;
import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.scenario.FeasibleSettings;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.RipSettings;
import hopscope.scenario.RoutingSpec;
import hopscope.scenario.RoutingSpec.DistanceVector;
import hopscope.scenario.RoutingSpec.SourceRouting;
import hopscope.scenario.TimeSpan;
import hopscope.simulation.NodeFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The six nodes on loopback TCP, on links that lose frames, with a ledger of every message. */
final class LoadedNetwork implements AutoCloseable {
    static final int NODES = 6;
    static final int WINDOW = 64;
    private static final int[][] LINKS = {{0, 4}, {0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 3}, {2, 5}, {3, 5}};
    private static final long EPOCH_MILLIS = 1_704_067_200_000L;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    /** That some network of this process listens at. */
    private static final Set<Integer> PORTS = new HashSet<>();

    final List<MessageLedger> ledgers = new ArrayList<>();
    final List<TcpNode> nodes = new ArrayList<>();

    LoadedNetwork(Protocol protocol, double loss) throws IOException {
        TimeSpan interval = new TimeSpan(200_000_000L);
        RoutingSpec routing = new RoutingSpec(
                null,
                new SourceRouting(interval, null, null, null, null, null, null, null, null, null, null),
                new DistanceVector(interval, null, null),
                new RipSettings(interval, null, null, null, null, null, null),
                new FeasibleSettings(interval, null, null),
                null);
        InetSocketAddress[] addresses = freeAddresses();
        for (int id = 0; id < NODES; id++) {
            MessageLedger ledger = new MessageLedger();
            ledgers.add(ledger);
            ReliabilityConfig reliability = new ReliabilityConfig(
                    WINDOW, 150_000_000L, 2, 5, 0.1, 60_000_000_000L, ReliabilityConfig.DEFAULT_RETAIN_LIMIT);
            nodes.add(new TcpNode(
                    new TcpNodeConfig(
                            new NodeConfig(id, 32, SessionConfig.DEFAULT, reliability),
                            addresses[id],
                            peers(id, addresses),
                            new Security.None(),
                            TcpLimits.DEFAULT,
                            "load test",
                            EPOCH_MILLIS),
                    NodeFactory.routers(ProtocolSpec.of(protocol, routing)),
                    NodeLife.only(id),
                    ledger,
                    new LossyLinks(id, loss)));
        }
    }

    /** Loses each frame with the same chance. Called on its node's thread only. */
    private record LossyLinks(RandomStream random, double loss) implements LinkShaper {
        LossyLinks(int node, double loss) {
            this(new RandomStream(Keys.of(7, node)), loss);
        }

        @Override
        public long delayNanosOrLost(int peer, Message message) {
            return random.nextDouble() < loss ? LOST : 0;
        }
    }

    /** Never the same port twice: until its node listens, a port is free to whoever asks next. */
    private static synchronized InetSocketAddress[] freeAddresses() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        InetSocketAddress[] addresses = new InetSocketAddress[NODES];
        for (int id = 0; id < NODES; ) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            sockets.add(socket);
            if (PORTS.add(socket.getLocalPort())) {
                addresses[id++] = new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
            }
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return addresses;
    }

    private static List<PeerAddress> peers(int id, InetSocketAddress[] addresses) {
        List<PeerAddress> peers = new ArrayList<>();
        for (int[] link : LINKS) {
            if (link[0] == id || link[1] == id) {
                int peer = link[0] + link[1] - id;
                peers.add(new PeerAddress(peer, addresses[peer], null, 1));
            }
        }
        return peers;
    }

    /** Starts all, and waits until everybody has a route to everybody. */
    void start() throws IOException, InterruptedException {
        for (TcpNode node : nodes) {
            node.start();
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!connected()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the network did not come up: "
                        + nodes.stream().map(TcpNode::status).toList());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean connected() {
        for (int from = 0; from < NODES; from++) {
            int self = from;
            boolean all = nodes.get(from).ask(node -> {
                for (int to = 0; to < NODES; to++) {
                    if (to != self && node.routes().distance(to) == RouteView.NO_ROUTE) {
                        return false;
                    }
                }
                return true;
            });
            if (!all) {
                return false;
            }
        }
        return true;
    }

    /** Holds a link down, or lets it come up again. */
    void cut(int a, int b, boolean down) {
        if (down) {
            nodes.get(a).disconnect(b);
            nodes.get(b).disconnect(a);
        } else {
            nodes.get(a).connect(b);
            nodes.get(b).connect(a);
        }
    }

    /** Waits until no node has a message in its window. */
    void awaitSettled() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (nodes.stream().anyMatch(node -> node.status().unacknowledged() > 0)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("messages are neither acknowledged nor given up");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() {
        nodes.forEach(TcpNode::close);
    }
}
