package hopscope.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Accepts connections, as many as may be in all and from one address; closes the others at once. */
final class Acceptor {
    private static final int BACKLOG = 256;
    private static final long PAUSE_MILLIS = 20;

    private final TcpLimits limits;
    private final Tally tally;
    private final Consumer<Socket> accepted;
    private final ServerSocket server;
    private final Map<InetAddress, Integer> openByAddress = new HashMap<>();
    private int open;

    /** Binds, without accepting anything yet. */
    Acceptor(InetSocketAddress listen, TcpLimits limits, Tally tally, Consumer<Socket> accepted) throws IOException {
        this.limits = limits;
        this.tally = tally;
        this.accepted = accepted;
        this.server = new ServerSocket();
        try {
            // A node that was killed must be able to come back while its old connections are remembered.
            server.setReuseAddress(true);
            server.bind(listen, BACKLOG);
        } catch (IOException e) {
            server.close();
            throw new IOException("cannot listen on " + listen + ": " + e.getMessage(), e);
        }
    }

    InetSocketAddress localAddress() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    void start(String name) {
        Thread thread = new Thread(this::acceptAll, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                admit(server.accept());
            } catch (IOException e) {
                // Out of file descriptors, perhaps: existing connections go on, and new ones may come later.
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(server.isClosed() ? 0 : PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(Socket socket) throws IOException {
        Refusal cause = enter(socket.getInetAddress());
        if (cause == null) {
            accepted.accept(socket);
        } else {
            tally.countRefusal(cause);
            socket.close();
        }
    }

    private synchronized Refusal enter(InetAddress address) {
        int fromThere = openByAddress.getOrDefault(address, 0);
        if (open >= limits.maxConnections()) {
            return Refusal.CONNECTIONS_IN_ALL;
        }
        if (fromThere >= limits.maxConnectionsPerAddress()) {
            return Refusal.CONNECTIONS_PER_ADDRESS;
        }
        open++;
        openByAddress.put(address, fromThere + 1);
        return null;
    }

    /** A connection that was accepted from an address is gone. */
    synchronized void leave(InetAddress address) {
        open--;
        openByAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    /** Connections accepted and not gone. */
    synchronized int open() {
        return open;
    }

    void close() {
        try {
            server.close();
        } catch (IOException e) {
            // Nothing is accepted any more in any case.
            return;
        }
    }
}
