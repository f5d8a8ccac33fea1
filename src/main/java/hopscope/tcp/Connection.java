package hopscope.tcp;

import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage;
import hopscope.protocol.wire.FrameCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * One TCP connection: a reader thread that connects, handshakes and reads, and a writer thread. What they find is posted
 * to the node's thread, which alone decides.
 */
final class Connection {
    /** Until a frame of the handshake has come, nobody may send more than that has. */
    private static final int FIRST_BODY_LENGTH_BYTES = 256;

    private static final int FRAMES_AT_ONCE = 256;

    /** Batches read and not yet handled by the node: beyond it the peer has to wait, by TCP's own means. */
    private static final int BATCHES_AHEAD = 8;

    /** What a connection tells the node; called on its own threads. */
    interface Events {
        /** Settles the security of a connected socket; may block. */
        Transport secure(Connection connection, Socket socket) throws IOException;

        /** The security is settled, and the writer runs. */
        void secured(Connection connection);

        /** Frames came, in order; {@link FrameReader.Item#isEnd} is not among them. */
        void received(Connection connection, List<FrameReader.Item> items);

        /**
         * The connection is gone; always the last call, made once.
         *
         * @param cause why it was refused, or {@code null} if it just ended
         */
        void ended(Connection connection, Refusal cause);
    }

    private final Socket socket;
    private final InetSocketAddress dialTo;
    private final int expectedId;
    private final TcpLimits limits;
    private final Events events;
    private final FrameWriter writer;
    private final Semaphore credits = new Semaphore(BATCHES_AHEAD);
    private volatile Transport transport;
    private volatile Thread reader;
    private volatile boolean aborted;

    /** Owned by the node's thread: the peer, once it is known. */
    Link link;

    /** Owned by the node's thread: whether a first good frame has come. */
    boolean heard;

    /** Owned by the node's thread: when it was opened, in the node's time. */
    long openedNanos;

    /** Owned by the node's thread: no more of its frames count. */
    boolean closing;

    private Connection(Socket socket, InetSocketAddress dialTo, int expectedId, TcpLimits limits, Events events) {
        this.socket = socket;
        this.dialTo = dialTo;
        this.expectedId = expectedId;
        this.limits = limits;
        this.events = events;
        this.writer = new FrameWriter(limits.writeQueueBytes());
    }

    /** A connection that somebody made to us. */
    static Connection accepted(Socket socket, TcpLimits limits, Events events) {
        return new Connection(socket, null, PinnedTrust.ANYBODY, limits, events);
    }

    /** A connection that is to be made to a peer. */
    static Connection dialled(PeerAddress peer, TcpLimits limits, Events events) {
        return new Connection(new Socket(), peer.address(), peer.id(), limits, events);
    }

    boolean isDialled() {
        return dialTo != null;
    }

    /** The node dialled, or {@link PinnedTrust#ANYBODY}. */
    int expectedId() {
        return expectedId;
    }

    /** What the handshake of the transport brought, or {@code null} before. */
    Transport transport() {
        return transport;
    }

    FrameWriter writer() {
        return writer;
    }

    /** The other end, for people. */
    String remote() {
        return isDialled() ? dialTo.toString() : String.valueOf(socket.getRemoteSocketAddress());
    }

    InetAddress remoteAddress() {
        return socket.getInetAddress();
    }

    void start(String name) {
        reader = new Thread(this::run, name);
        reader.setDaemon(true);
        reader.start();
    }

    /** A batch was handled: the reader may go on. */
    void handled() {
        credits.release();
    }

    /** Ends at once; what was not written is lost. Never blocks: the socket below TLS is closed. */
    void abort() {
        aborted = true;
        writer.finish();
        closeSocket();
        Thread running = reader;
        if (running != null) {
            running.interrupt();
        }
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed for us in any case.
            return;
        }
    }

    private void run() {
        Refusal cause = null;
        try {
            connect();
            transport = events.secure(this, socket);
            Thread writing = new Thread(this::write, Thread.currentThread().getName() + "-writer");
            writing.setDaemon(true);
            writing.start();
            events.secured(this);
            read();
        } catch (RefusedException e) {
            cause = e.refusal();
        } catch (IOException e) {
            cause = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writer.finish();
            closeSocket();
            events.ended(this, aborted ? null : cause);
        }
    }

    private void connect() throws IOException {
        if (isDialled()) {
            InetSocketAddress address =
                    dialTo.isUnresolved() ? new InetSocketAddress(dialTo.getHostString(), dialTo.getPort()) : dialTo;
            if (address.isUnresolved()) {
                throw new IOException("no address for " + dialTo.getHostString());
            }
            socket.connect(address, (int) Math.max(1, limits.handshakeTimeoutNanos() / 1_000_000));
        }
        socket.setTcpNoDelay(true);
    }

    private void read() throws IOException, InterruptedException {
        FrameReader frames = new FrameReader(transport.in(), FIRST_BODY_LENGTH_BYTES);
        boolean goOn = true;
        while (goOn) {
            List<FrameReader.Item> batch = new ArrayList<>();
            goOn = readBatch(frames, batch);
            if (!batch.isEmpty()) {
                credits.acquire();
                events.received(this, batch);
            }
        }
    }

    /** Reads the frames that are there, at least one; answers whether more can come. */
    private boolean readBatch(FrameReader frames, List<FrameReader.Item> batch) throws IOException {
        do {
            FrameReader.Item item;
            try {
                item = frames.next();
            } catch (IOException e) {
                item = frames.atFailure();
            }
            if (item.message() instanceof SessionMessage) {
                frames.limitBody(FrameCodec.MAX_BODY_LENGTH_BYTES);
            }
            if (!item.isEnd()) {
                batch.add(item);
            }
            if (!item.synced()) {
                return false;
            }
        } while (batch.size() < FRAMES_AT_ONCE && frames.hasNext());
        return true;
    }

    /** Queues a frame; answers whether there was room. */
    boolean offer(Message message) {
        return writer.offer(message);
    }

    private void write() {
        try {
            writer.writeTo(transport.out());
            if (!aborted) {
                // The peer reads to the end what was said last, a REJECT perhaps, and closes.
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            closeSocket();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
