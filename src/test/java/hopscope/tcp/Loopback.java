package hopscope.tcp;

import hopscope.protocol.Effects.AbandonReason;
import hopscope.protocol.Effects.SessionEnd;
import hopscope.protocol.MemoryStorage;
import hopscope.protocol.StableStorage;
import hopscope.protocol.message.Message;
import hopscope.protocol.node.Node;
import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.node.RouterFactory;
import hopscope.protocol.reliability.ReliabilityConfig;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.distancevector.DistanceVectorRouter;
import hopscope.protocol.routing.linkstate.LinkStateConfig;
import hopscope.protocol.routing.linkstate.SourceRouter;
import hopscope.protocol.session.SessionConfig;
import hopscope.tcp.identity.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Some nodes on the loopback interface, with fast protocols; ends all of them when it is closed. */
final class Loopback implements AutoCloseable {
    static final long MS = 1_000_000L;
    private static final long PATIENCE_SECONDS = 60;
    private static final GossipConfig GOSSIP = new GossipConfig(50 * MS, 2, 0.2);

    static final RouterFactory SOURCE_ROUTING = (self, neighbours, random, storage) ->
            new SourceRouter(self, neighbours, LinkStateConfig.of(GOSSIP), random, storage);
    static final RouterFactory DISTANCE_VECTOR =
            (self, neighbours, random, storage) -> new DistanceVectorRouter(self, neighbours, GOSSIP, random);

    /** Quick to give up and to come back; generous where a loaded machine is slow. */
    static final TcpLimits LIMITS =
            new TcpLimits(64, 32, 10_000 * MS, 1 << 20, 20 * MS, 200 * MS, 20 * MS, 200 * MS, 20_000 * MS);

    /** All that one node told. */
    static final class Heard implements TcpNodeListener {
        final Queue<String> delivered = new ConcurrentLinkedQueue<>();
        final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        final Queue<Long> abandoned = new ConcurrentLinkedQueue<>();
        final Queue<String> sessions = new ConcurrentLinkedQueue<>();
        final Queue<Message> transmitted = new ConcurrentLinkedQueue<>();
        final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void delivered(long nowNanos, int source, long id, byte[] payload, int hops) {
            delivered.add(source + ":" + new String(payload, java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public void acknowledged(long nowNanos, long id, int destination) {
            acknowledged.add(id);
        }

        @Override
        public void abandoned(long nowNanos, long id, int destination, AbandonReason reason) {
            abandoned.add(id);
        }

        @Override
        public void sessionUp(long nowNanos, int peer, String softwareVersion, int version) {
            sessions.add("up " + peer + " " + softwareVersion + " " + version);
        }

        @Override
        public void sessionDown(long nowNanos, int peer, SessionEnd reason) {
            sessions.add("down " + peer + " " + reason);
        }

        @Override
        public void transmitted(long nowNanos, int peer, Message message) {
            transmitted.add(message);
        }

        @Override
        public void log(long nowNanos, String line) {
            lines.add(line);
        }

        long count(String sessionEvent) {
            return sessions.stream()
                    .filter(event -> event.startsWith(sessionEvent))
                    .count();
        }
    }

    final Map<Integer, Identity> identities = new TreeMap<>();
    final Map<Integer, String> allowList = new TreeMap<>();
    private final Map<Integer, InetSocketAddress> addresses = new TreeMap<>();
    private final Map<Integer, Heard> heard = new TreeMap<>();
    private final Map<Integer, TcpNode> nodes = new TreeMap<>();
    private final List<int[]> edges = new ArrayList<>();
    private final boolean tls;
    RouterFactory routers = DISTANCE_VECTOR;
    TcpLimits limits = LIMITS;
    SessionConfig session = SessionConfig.DEFAULT;
    LinkShaper shaper = LinkShaper.NONE;
    InstantSource wallClock = InstantSource.system();

    /** What outlives the nodes. */
    final Map<Integer, StableStorage> storages = new TreeMap<>();

    private Loopback(boolean tls, int nodeCount) throws IOException {
        this.tls = tls;
        List<ServerSocket> reserved = new ArrayList<>();
        for (int id = 1; id <= nodeCount; id++) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            reserved.add(socket);
            addresses.put(id, (InetSocketAddress) socket.getLocalSocketAddress());
            if (tls) {
                identities.put(id, Identity.create(id));
                allowList.put(id, identities.get(id).fingerprint());
            }
        }
        for (ServerSocket socket : reserved) {
            socket.close();
        }
    }

    /** Nodes 1, 2, … that will be authenticated. */
    static Loopback withTls(int nodeCount) throws IOException {
        return new Loopback(true, nodeCount);
    }

    /** Nodes 1, 2, … that believe everybody. */
    static Loopback plain(int nodeCount) throws IOException {
        return new Loopback(false, nodeCount);
    }

    Loopback link(int a, int b) {
        edges.add(new int[] {a, b});
        return this;
    }

    /** Makes the others believe that a node is somewhere else. */
    Loopback place(int id, java.net.SocketAddress address) {
        addresses.put(id, (InetSocketAddress) address);
        return this;
    }

    InetSocketAddress address(int id) {
        return addresses.get(id);
    }

    Heard heard(int id) {
        return heard.get(id);
    }

    TcpNode node(int id) {
        return nodes.get(id);
    }

    TcpNodeConfig config(int id) {
        List<PeerAddress> peers = new ArrayList<>();
        for (int[] edge : edges) {
            if (edge[0] == id || edge[1] == id) {
                int peer = edge[0] + edge[1] - id;
                peers.add(new PeerAddress(peer, addresses.get(peer), allowList.get(peer), 1));
            }
        }
        ReliabilityConfig reliability = new ReliabilityConfig(
                1_000, 300 * MS, 1.5, 8, 0.1, 60_000 * MS, ReliabilityConfig.DEFAULT_RETAIN_LIMIT);
        Security security = tls ? new Security.Tls(identities.get(id), allowList) : new Security.None();
        return new TcpNodeConfig(
                new NodeConfig(id, 16, session, reliability),
                addresses.get(id),
                peers,
                security,
                limits,
                "test " + id,
                1_767_225_600_000L);
    }

    Loopback start(int... ids) throws IOException {
        for (int id : ids) {
            heard.put(id, new Heard());
            NodeLife life = new NodeLife(
                    77L * id + nodes.size(), storages.computeIfAbsent(id, node -> new MemoryStorage()), wallClock);
            TcpNode node = new TcpNode(config(id), routers, life, heard.get(id), shaper);
            TcpNode earlier = nodes.put(id, node);
            if (earlier != null) {
                earlier.kill();
            }
            node.start();
        }
        return this;
    }

    boolean neighbours(int a, int b) {
        return isEstablished(a, b) && isEstablished(b, a);
    }

    private boolean isEstablished(int id, int peer) {
        return node(id).status().peers().stream()
                .anyMatch(p -> p.id() == peer && p.state() == TcpStatus.PeerState.ESTABLISHED);
    }

    long counter(int id, String name) {
        Long value = node(id).status().counters().get(name);
        if (value == null) {
            throw new AssertionError("no counter " + name);
        }
        return value;
    }

    boolean hasRoute(int from, int to) {
        return node(from).ask(node -> node.routes().distance(to)) > 0;
    }

    long send(int from, int to, String text) {
        long id = node(from)
                .send(to, text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .join();
        if (id < 0) {
            throw new AssertionError("refused: " + id + ", " + Node.REFUSED_WINDOW_FULL + " is a full window");
        }
        return id;
    }

    /** Waits for a condition, long enough for any machine. */
    void await(String what, BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                StringBuilder story = new StringBuilder("never came true: " + what);
                heard.forEach((id, h) -> story.append("\nnode ")
                        .append(id)
                        .append(" sessions ")
                        .append(h.sessions)
                        .append(" log ")
                        .append(h.lines.stream().limit(40).toList()));
                throw new AssertionError(story);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Override
    public void close() {
        nodes.values().forEach(TcpNode::kill);
    }
}
