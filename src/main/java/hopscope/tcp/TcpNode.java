package hopscope.tcp;

import hopscope.protocol.node.Node;
import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.node.RouterFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A node on real sockets: the state machine of {@link Node} with a thread of its own. Thread-safe; all threads are
 * daemons. It starts once and ends once, by {@link #stop} or {@link #kill}.
 */
public final class TcpNode implements AutoCloseable {
    private static final int MAX_PAYLOAD_LENGTH_BYTES = 65_535;
    private static final int MAX_NODE_ID = (1 << 20) - 1;
    private static final long GOODBYE_MILLIS = 1_500;
    private static final long JOIN_MILLIS = 5_000;
    private static final long DRAIN_LOOK_NANOS = 2_000_000L;

    private final TcpNodeConfig config;
    private final TcpNodeListener listener;
    private final NodeLoop loop;
    private final Tally tally = new Tally();
    private final RunningNode running;
    private final Connections connections;
    private final Dialler dialler;
    private final Links links;
    private volatile Acceptor acceptor;
    private volatile boolean draining;

    /** A node whose links are as they are; see the other constructor. */
    public TcpNode(TcpNodeConfig config, RouterFactory routers, NodeLife life, TcpNodeListener listener) {
        this(config, routers, life, listener, LinkShaper.NONE);
    }

    /**
     * A node that does nothing yet.
     *
     * @param routers makes its router
     * @param life its draws, its clock, and what its earlier lives have left
     * @param listener hears what it does
     * @param shaper adds loss and delay to its links
     */
    public TcpNode(
            TcpNodeConfig config, RouterFactory routers, NodeLife life, TcpNodeListener listener, LinkShaper shaper) {
        NodeConfig core = config.coreConfig();
        String name = "node-" + core.id();
        this.config = config;
        this.listener = listener;
        this.loop = new NodeLoop(name, startNanos(life, config.epochMillis()));
        Node node = new Node(core, routers, life.randomKey(), life.storage());
        this.running = new RunningNode(node, loop, tally, listener, shaper);
        TlsHandshake tls =
                config.security() instanceof Security.Tls security ? new TlsHandshake(security, core.session()) : null;
        this.connections = new Connections(config.limits(), loop, tls, name);
        this.dialler = new Dialler(config.limits(), loop, connections, connections::dial, life.randomKey());
        this.links = new Links(config, loop, tally, running, dialler);
        running.connectTo(links);
    }

    /** The time since the epoch; a clock that stands before it counts as there, for a node's time is not negative. */
    private static long startNanos(NodeLife life, long epochMillis) {
        return TimeUnit.MILLISECONDS.toNanos(Math.max(0, life.wallClock().millis() - epochMillis));
    }

    /**
     * Binds, begins to run, and dials its peers.
     *
     * @throws IOException if it cannot listen there, or must not without protection; for the user to read
     */
    public void start() throws IOException {
        checkSecurity();
        acceptor = new Acceptor(config.listen(), config.limits(), tally, connections::accept);
        connections.connectTo(links, acceptor);
        loop.start(() -> running.node().deadlineNanos(), running::expire, () -> {
            acceptor.close();
            connections.killAll();
        });
        loop.post(() -> {
            warnOfSecurity();
            running.start();
            links.dialAll();
        });
        acceptor.start("node-" + config.node().id() + "-acceptor");
    }

    private void warnOfSecurity() {
        if (config.security() instanceof Security.Tls tls) {
            try {
                tls.own().certificate().checkValidity();
            } catch (CertificateException e) {
                running.log("this node's certificate is not valid now, peers will refuse it: " + e.getMessage());
            }
        } else {
            running.log("connections are not protected: no encryption, and every peer is believed");
        }
    }

    private void checkSecurity() throws IOException {
        if (config.security() instanceof Security.None none && !none.insecureBind()) {
            requireLoopback(config.listen());
            for (PeerAddress peer : config.peers()) {
                requireLoopback(peer.address());
            }
        }
    }

    private static void requireLoopback(InetSocketAddress address) throws IOException {
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new IOException("without TLS only loopback addresses are allowed, not " + address.getHostString()
                    + "; to expose the node unprotected all the same, say so twice (--insecure-bind)");
        }
    }

    /** Where it listens, once it is started. */
    public InetSocketAddress localAddress() {
        return acceptor.localAddress();
    }

    /**
     * Sends a message reliably.
     *
     * @param payload up to 65,535 bytes, not to be changed afterwards
     * @return its id, or a negative {@code Node.REFUSED_…}; completed on the node's thread
     */
    public CompletableFuture<Long> send(int destination, byte[] payload) {
        if (payload.length > MAX_PAYLOAD_LENGTH_BYTES || destination < 0 || destination > MAX_NODE_ID) {
            throw new IllegalArgumentException(
                    "a message of " + payload.length + " bytes to node " + destination + " cannot be sent");
        }
        CompletableFuture<Long> answer = new CompletableFuture<>();
        loop.post(new NodeLoop.Task() {
            @Override
            public void run() {
                answer.complete(draining ? Node.REFUSED_STOPPED : running.send(destination, payload));
            }

            @Override
            public void drop() {
                answer.complete(Node.REFUSED_STOPPED);
            }
        });
        return answer;
    }

    /**
     * Asks the state machine something, and waits for the answer.
     *
     * @param question runs on the node's thread, and must change nothing
     * @throws IllegalStateException if the node has ended
     */
    public <T> T ask(Function<Node, T> question) {
        return call(() -> question.apply(running.node()));
    }

    /** How it is now; waits for the node's thread, and throws as {@link #ask} does. */
    public TcpStatus status() {
        return call(() ->
                StatusReport.of(running.node(), links, tally, localAddress(), loop.nowNanos(), connections.count()));
    }

    /** Lets the link to a peer come up again after {@link #disconnect}, and dials. */
    public void connect(int peer) {
        holdDown(peer, false);
    }

    /** Takes the link to a peer down, and holds it down: neither end can open it. */
    public void disconnect(int peer) {
        holdDown(peer, true);
    }

    private void holdDown(int peer, boolean down) {
        Link link = links.to(peer);
        if (link == null) {
            throw new IllegalArgumentException("node " + peer + " is no peer of this node");
        }
        call(() -> {
            links.holdDown(link, down);
            return null;
        });
    }

    private <T> T call(Supplier<T> question) {
        if (loop.isHere()) {
            return question.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.post(new NodeLoop.Task() {
            @Override
            public void run() {
                try {
                    answer.complete(question.get());
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            }

            @Override
            public void drop() {
                answer.completeExceptionally(new IllegalStateException("the node has ended", loop.failure()));
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /**
     * Waits until an exception in the node's code ends it; for ever if there is none.
     *
     * @throws IllegalStateException that the node has ended, with the exception as its cause
     */
    public void awaitFailure() throws InterruptedException {
        loop.join(0);
        if (loop.failure() != null) {
            throw new IllegalStateException("the node has ended", loop.failure());
        }
        Thread.currentThread().join();
    }

    /**
     * Ends in order: accepts neither connections nor messages any more, waits until all messages in the window are
     * acknowledged or given up, has the routing protocol take back what it told of this node, reports messages that are left
     * as lost, and says goodbye. Must not be called by the listener.
     *
     * @param drainBound longest wait for acknowledgements
     * @return how many messages were not acknowledged; 0 too if the node had ended
     */
    public int stop(Duration drainBound) {
        draining = true;
        if (acceptor == null || loop.hasEnded()) {
            kill();
            return 0;
        }
        acceptor.close();
        CompletableFuture<Void> drained = new CompletableFuture<>();
        loop.post(() -> lookWhetherDrained(drained));
        await(drained, drainBound.toMillis());
        CompletableFuture<Void> taken = new CompletableFuture<>();
        loop.post(() -> {
            running.leave();
            lookWhetherLeft(taken);
        });
        await(taken, GOODBYE_MILLIS);
        CompletableFuture<Integer> left = new CompletableFuture<>();
        loop.post(() -> {
            left.complete(running.node().unacknowledgedCount());
            dialler.stop();
            running.stop();
            connections.finishAll();
        });
        await(left, JOIN_MILLIS);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GOODBYE_MILLIS);
        while (connections.count() > 0 && System.nanoTime() < until && !loop.hasEnded()) {
            await(new CompletableFuture<>(), 5);
        }
        kill();
        return left.getNow(0);
    }

    private void lookWhetherDrained(CompletableFuture<Void> drained) {
        if (running.node().unacknowledgedCount() == 0) {
            drained.complete(null);
        } else {
            loop.after(DRAIN_LOOK_NANOS, () -> lookWhetherDrained(drained));
        }
    }

    private void lookWhetherLeft(CompletableFuture<Void> taken) {
        if (running.node().hasLeft()) {
            taken.complete(null);
        } else {
            loop.after(DRAIN_LOOK_NANOS, () -> lookWhetherLeft(taken));
        }
    }

    private static void await(CompletableFuture<?> future, long millis) {
        try {
            future.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends at once, as if the process died: nobody is told anything. Later calls do nothing. */
    public void kill() {
        draining = true;
        if (acceptor != null) {
            acceptor.close();
        }
        loop.end();
        connections.killAll();
        try {
            loop.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same as {@link #kill}. */
    @Override
    public void close() {
        kill();
    }
}
