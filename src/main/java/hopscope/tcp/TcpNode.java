package hopscope.tcp;

import hopscope.protocol.node.Node;
import hopscope.protocol.node.RouterFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A node on real sockets. */
public final class TcpNode implements AutoCloseable {
    public TcpNode(TcpNodeConfig config, RouterFactory routers, long randomKey, TcpNodeListener listener) {
        this(config, routers, randomKey, listener, LinkShaper.NONE);
    }

    public TcpNode(
            TcpNodeConfig config, RouterFactory routers, long randomKey, TcpNodeListener listener, LinkShaper shaper) {}

    public void start() throws IOException {
        throw new UnsupportedOperationException();
    }

    public InetSocketAddress localAddress() {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Long> send(int destination, byte[] payload) {
        throw new UnsupportedOperationException();
    }

    public <T> T ask(Function<Node, T> question) {
        throw new UnsupportedOperationException();
    }

    public TcpStatus status() {
        throw new UnsupportedOperationException();
    }

    public void connect(int peer) {
        throw new UnsupportedOperationException();
    }

    public void disconnect(int peer) {
        throw new UnsupportedOperationException();
    }

    public int stop(Duration drainBound) {
        throw new UnsupportedOperationException();
    }

    public void kill() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        kill();
    }
}
