package hopscope.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Loopback ports for nodes that must know each other's before any of them starts. They lie below those that systems hand
 * out by themselves (32,768 and up on Linux, 49,152 elsewhere), so that no outgoing connection takes the port of a node
 * that is down. No port is handed out twice in a process before all were. Thread-safe.
 */
final class PortPool {
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;
    private static final PortPool SHARED =
            new PortPool((int) (ProcessHandle.current().pid() * 97 % COUNT));

    private int next;

    private PortPool(int next) {
        this.next = next;
    }

    /** The pool of this process. */
    static PortPool shared() {
        return SHARED;
    }

    /** The address of a port that is free at this moment. */
    synchronized InetSocketAddress take() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        for (int tries = 0; tries < COUNT; tries++) {
            InetSocketAddress address = new InetSocketAddress(loopback, FIRST + next);
            next = (next + 1) % COUNT;
            if (isFree(address)) {
                return address;
            }
        }
        throw new TestbedException(
                "no free port on " + loopback + " from " + FIRST + " to " + (FIRST + COUNT - 1), null);
    }

    private static boolean isFree(InetSocketAddress address) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
