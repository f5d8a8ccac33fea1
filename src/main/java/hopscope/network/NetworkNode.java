package hopscope.network;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * One node of a network file.
 *
 * @param id 0 … 65,535, unique in the file
 * @param host a name or an address, not resolved
 * @param port 1 … 65,535
 * @param key fingerprint of the node's public key, 64 lower-case hexadecimal digits; {@code null} if the file has none
 * @param neighbours ids of other nodes of the file that it holds links to, ascending; each lists this one, too
 */
public record NetworkNode(int id, String host, int port, String key, List<Integer> neighbours) {
    /** The port of a node whose address names none: this and its id. */
    public static final int DEFAULT_PORT_BASE = 30_000;

    /** Routers keep arrays by id. */
    public static final int MAX_ID = 65_535;

    public NetworkNode {
        neighbours = neighbours.stream().sorted().toList();
    }

    /** Where it listens; looks the host's name up, which may take time. */
    public InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }
}
