package hopscope.testbed;

import hopscope.protocol.Effects.AbandonReason;
import hopscope.protocol.MemoryStorage;
import hopscope.protocol.StableStorage;
import hopscope.protocol.message.Message;
import hopscope.protocol.node.Node;
import hopscope.tcp.NodeLife;
import hopscope.tcp.TcpNode;
import hopscope.tcp.TcpNodeListener;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;

/** All nodes in this process, each on its own sockets and its own thread. */
final class LocalFleet implements Fleet {
    private final NodeSetup setup;
    private final ShapedLinks links;
    private final Journal journal;

    /** By node; {@code null} while it is down. */
    private final TcpNode[] nodes;

    /** By node: what outlives it. */
    private final StableStorage[] storages;

    LocalFleet(int nodeCount, NodeSetup setup, ShapedLinks links, Journal journal) {
        this.setup = setup;
        this.links = links;
        this.journal = journal;
        this.nodes = new TcpNode[nodeCount];
        this.storages = new StableStorage[nodeCount];
        Arrays.setAll(storages, node -> new MemoryStorage());
    }

    @Override
    public int size() {
        return nodes.length;
    }

    @Override
    public void create(int node) {
        int life = journal.life(node);
        nodes[node] = new TcpNode(
                setup.config(node),
                setup.routers(),
                new NodeLife(setup.randomKey(node, life), storages[node], InstantSource.system()),
                new Reporter(node, life),
                links.of(node));
    }

    @Override
    public void start(int node) {
        try {
            nodes[node].start();
        } catch (IOException e) {
            throw new TestbedException("node " + node + " cannot listen: " + e.getMessage(), e);
        }
    }

    @Override
    public void connect(int node, int peer) {
        nodes[node].connect(peer);
    }

    @Override
    public void disconnect(int node, int peer) {
        nodes[node].disconnect(peer);
    }

    @Override
    public void swallow(int link, boolean all) {
        links.swallow(link, all);
    }

    @Override
    public void wipe(int link) {
        links.wipe(link);
    }

    @Override
    public Account account(int node) {
        return nodes[node].ask(
                asked -> new Account(asked.counters(), asked.routes().entryCount()));
    }

    @Override
    public boolean isUp(int node) {
        return nodes[node] != null;
    }

    @Override
    public void send(int source, int destination, byte[] payload) {
        long offered = journal.nowNanos();
        int life = journal.life(source);
        nodes[source].send(destination, payload).thenAccept(id -> {
            if (id >= 0) {
                journal.accepted(offered, source, life, id, destination);
            } else if (id == Node.REFUSED_WINDOW_FULL) {
                journal.windowFull(source);
            }
        });
    }

    @Override
    public void kill(int node) {
        if (nodes[node] != null) {
            nodes[node].kill();
            nodes[node] = null;
        }
    }

    /** Tells the journal what one life of a node does. */
    private final class Reporter implements TcpNodeListener {
        private final int node;
        private final int life;

        Reporter(int node, int life) {
            this.node = node;
            this.life = life;
        }

        @Override
        public void delivered(long nowNanos, int source, long id, byte[] payload, int hops) {
            journal.delivered(node, life, source, id, hops);
        }

        @Override
        public void acknowledged(long nowNanos, long id, int destination) {
            journal.acknowledged(node, life, id);
        }

        @Override
        public void abandoned(long nowNanos, long id, int destination, AbandonReason reason) {
            journal.abandoned(node, life, id);
        }

        @Override
        public void routeChanged(long nowNanos, int destination, int oldVia, int oldDistance, int via, int distance) {
            journal.routeChanged(node, life, destination, oldVia, oldDistance, via, distance);
        }

        @Override
        public void transmitted(long nowNanos, int peer, Message message) {
            journal.transmitted(node, life, message);
        }
    }
}
