package hopscope.tcp;

import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Welcome;
import hopscope.protocol.session.SessionConfig;
import hopscope.protocol.wire.FrameCodec;
import hopscope.tcp.identity.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

/** A peer that says what it likes: a socket, with TLS or not, and nothing that answers by itself. */
final class Stranger implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final FrameReader frames;
    private final FrameCodec codec = new FrameCodec();

    private Stranger(Socket socket, Transport transport) {
        this.socket = socket;
        this.in = transport.in();
        this.out = transport.out();
        this.frames = new FrameReader(in, FrameCodec.MAX_BODY_LENGTH_BYTES);
    }

    private static Socket connect(InetSocketAddress to) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        socket.connect(to);
        return socket;
    }

    static Stranger plain(InetSocketAddress to) throws IOException {
        Socket socket = connect(to);
        return new Stranger(socket, Transport.plain(socket));
    }

    /** The other end of a connection that somebody made. */
    static Stranger over(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return new Stranger(socket, Transport.plain(socket));
    }

    /** Connects with an identity, to a server whose identity it knows. */
    static Stranger withTls(InetSocketAddress to, Identity own, Identity server, SessionConfig session)
            throws IOException {
        Socket socket = connect(to);
        try {
            Security.Tls security = new Security.Tls(own, Map.of(server.nodeId(), server.fingerprint()));
            return new Stranger(socket, new TlsHandshake(security, session).perform(socket, server.nodeId()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    Stranger say(byte... bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    Stranger say(Message message) throws IOException {
        return say(codec.encode(message));
    }

    /** The next message that comes, or {@code null} when the other end has closed. */
    Message hear() throws IOException {
        try {
            return frames.next().message();
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("nothing came", e);
        } catch (IOException e) {
            return null;
        }
    }

    /** Waits until the other end has closed. */
    void hearTheEnd() throws IOException {
        while (hear() != null) {
            // What it says before does not matter.
            continue;
        }
    }

    /** Plays an honest handshake as a node. */
    Stranger join(int asNode) throws IOException {
        say(new Hello(asNode, 1, 1, 0, "stranger"));
        boolean welcomed = false;
        boolean hello = false;
        while (!welcomed || !hello) {
            Message message = hear();
            if (message == null) {
                throw new AssertionError("closed in the handshake");
            }
            welcomed |= message instanceof Welcome;
            if (message instanceof Hello) {
                hello = true;
                say(new Welcome(asNode, 1, 0));
            }
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
