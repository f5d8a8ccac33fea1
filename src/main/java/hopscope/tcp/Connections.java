package hopscope.tcp;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All open connections of a node; brings what their threads find to the node's thread. */
final class Connections implements Connection.Events {
    private final TcpLimits limits;
    private final NodeLoop loop;
    private final TlsHandshake tls;
    private final String name;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong opened = new AtomicLong();
    private volatile Links links;
    private volatile Acceptor acceptor;
    private volatile boolean killed;

    /**
     * @param tls {@code null} for connections without protection
     * @param name for the threads
     */
    Connections(TcpLimits limits, NodeLoop loop, TlsHandshake tls, String name) {
        this.limits = limits;
        this.loop = loop;
        this.tls = tls;
        this.name = name;
    }

    /** Before anything else. */
    void connectTo(Links itsLinks, Acceptor itsAcceptor) {
        this.links = itsLinks;
        this.acceptor = itsAcceptor;
    }

    /** Number of open connections; any thread. */
    int count() {
        return open.size();
    }

    /** A connection was accepted; any thread. */
    void accept(Socket socket) {
        Connection connection = Connection.accepted(socket, limits, this);
        loop.post(() -> links.watch(connection));
        open(connection);
    }

    /** Begins to dial; on the node's thread. */
    void dial(Connection connection) {
        links.watch(connection);
        open(connection);
    }

    private void open(Connection connection) {
        open.add(connection);
        connection.start(name + "-connection-" + opened.incrementAndGet());
        if (killed) {
            connection.abort();
        }
    }

    /** Ends all at once; any thread. */
    void killAll() {
        killed = true;
        open.forEach(Connection::abort);
    }

    /** Lets all write what they have, and ends them; on the node's thread. */
    void finishAll() {
        for (Connection connection : open) {
            if (!connection.closing) {
                links.finish(connection);
            }
        }
    }

    @Override
    public Transport secure(Connection connection, Socket socket) throws IOException {
        return tls == null ? Transport.plain(socket) : tls.perform(socket, connection.expectedId());
    }

    @Override
    public void secured(Connection connection) {
        loop.post(() -> links.secured(connection));
    }

    @Override
    public void received(Connection connection, List<FrameReader.Item> items) {
        loop.post(() -> {
            try {
                links.received(connection, items);
            } finally {
                connection.handled();
            }
        });
    }

    @Override
    public void ended(Connection connection, Refusal cause) {
        open.remove(connection);
        if (!connection.isDialled()) {
            acceptor.leave(connection.remoteAddress());
        }
        loop.post(() -> links.ended(connection, cause));
    }
}
