package hopscope.testbed;

import hopscope.tcp.identity.Identity;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the nodes of a run listen, who they are, and since when their time counts.
 *
 * @param listen by node
 * @param fingerprints of keys by node; empty without TLS
 * @param identities by node, at least those of the nodes in this process; empty without TLS
 * @param epochMillis begin of all nodes' time on the wall clock
 */
record NodeAddresses(
        List<InetSocketAddress> listen,
        Map<Integer, String> fingerprints,
        Map<Integer, Identity> identities,
        long epochMillis) {
    NodeAddresses {
        listen = List.copyOf(listen);
        fingerprints = Collections.unmodifiableMap(new TreeMap<>(fingerprints));
        identities = Collections.unmodifiableMap(new TreeMap<>(identities));
    }

    /** Free ports and, if connections are to be encrypted, new keys. */
    static NodeAddresses fresh(int nodeCount, boolean encrypted) {
        List<InetSocketAddress> listen = new ArrayList<>();
        Map<Integer, String> fingerprints = new TreeMap<>();
        Map<Integer, Identity> identities = new TreeMap<>();
        for (int node = 0; node < nodeCount; node++) {
            listen.add(PortPool.shared().take());
            if (encrypted) {
                Identity identity = Identity.create(node);
                identities.put(node, identity);
                fingerprints.put(node, identity.fingerprint());
            }
        }
        return new NodeAddresses(listen, fingerprints, identities, System.currentTimeMillis());
    }

    InetSocketAddress of(int node) {
        return listen.get(node);
    }

    boolean isEncrypted() {
        return !fingerprints.isEmpty();
    }

    /** Of a node's key; {@code null} without TLS. */
    String fingerprint(int node) {
        return fingerprints.get(node);
    }

    Identity identity(int node) {
        return identities.get(node);
    }
}
