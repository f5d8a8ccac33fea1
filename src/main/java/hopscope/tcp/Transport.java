package hopscope.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A connection whose security is settled.
 *
 * @param in what the peer sends
 * @param out what it gets; not buffered
 * @param peerId the node that the peer proved to be, or -1 if nothing was proved
 * @param version protocol version agreed on so far, or 0
 */
record Transport(InputStream in, OutputStream out, int peerId, int version) {
    /** Without any protection. */
    static Transport plain(Socket socket) throws IOException {
        return new Transport(socket.getInputStream(), socket.getOutputStream(), PinnedTrust.ANYBODY, 0);
    }
}
