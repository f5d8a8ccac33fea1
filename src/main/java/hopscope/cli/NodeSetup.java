package hopscope.cli;

import hopscope.document.BadValue;
import hopscope.document.DocumentException;
import hopscope.document.Suggestion;
import hopscope.network.AddressText;
import hopscope.network.NetworkFile;
import hopscope.network.NetworkNode;
import hopscope.protocol.node.NodeConfig;
import hopscope.protocol.session.SessionConfig;
import hopscope.results.HopscopeVersion;
import hopscope.scenario.Plugin;
import hopscope.scenario.Plugins;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.RoutingSpec;
import hopscope.simulation.NodeFactory;
import hopscope.tcp.PeerAddress;
import hopscope.tcp.Security;
import hopscope.tcp.StateFile;
import hopscope.tcp.TcpLimits;
import hopscope.tcp.TcpNodeConfig;
import hopscope.tcp.identity.Identity;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options that say which node runs and how it is protected; and the node's configuration made of them. */
final class NodeSetup {
    /** 2024-01-01T00:00:00Z: message ids count milliseconds from here, until 2093. */
    static final long EPOCH_MILLIS = 1_704_067_200_000L;

    @Option(names = "--network", paramLabel = "FILE", required = true, description = "The network file.")
    private Path networkPath;

    @Option(names = "--id", paramLabel = "N", required = true, description = "Which node of the file this is.")
    private int id;

    @Option(
            names = "--identity",
            paramLabel = "FILE",
            description = "The node's identity; default node-N.pem beside the network file.")
    private Path identityFile;

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            defaultValue = "source-routing",
            description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}; the same on all nodes.",
            completionCandidates = ProtocolNames.class)
    private String protocolName;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Accept connections here; default: the address in the network file.")
    private String listen;

    @Option(
            names = "--security",
            paramLabel = "tls|none",
            defaultValue = "tls",
            description = "tls (default): TLS 1.3 with pinned keys. none: for the loopback interface only.")
    private String security;

    @Option(
            names = "--insecure-bind",
            description = "Allow --security none beyond the loopback interface. Anybody can then be any node.")
    private boolean insecureBind;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Keep node-N.state there, which lets message ids grow over restarts whatever the clock does;"
                    + " default: beside the identity, or beside the network file with --security none.")
    private Path stateFolder;

    int id() {
        return id;
    }

    /**
     * Opens what outlives the node; whoever called closes it.
     *
     * @param complaints told when it cannot be written any more
     * @throws UserError if that is not possible
     */
    StateFile state(Consumer<String> complaints) {
        String name = "node-" + id + ".state";
        Path file = stateFolder != null
                ? stateFolder.resolve(name)
                : (security.equals("tls") ? identityPath() : networkPath).resolveSibling(name);
        try {
            return StateFile.open(file, id, complaints);
        } catch (IOException e) {
            throw new UserError(e.getMessage() + "; --state DIR keeps it elsewhere");
        }
    }

    private Path identityPath() {
        return identityFile != null ? identityFile : networkPath.resolveSibling(IdentityCommand.fileName(id));
    }

    /** The protocols that there are, by name. */
    static final class ProtocolNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        ProtocolNames() {
            super(Protocol.labels());
        }
    }

    /** The protocol with the network's settings; one of a plugin with its defaults. */
    ProtocolSpec protocol(RoutingSpec routing) {
        try {
            Plugin plugin = plugin();
            return plugin == null ? ProtocolSpec.of(protocol(), routing) : plugin.byDefault();
        } catch (IllegalArgumentException e) {
            throw new UserError("--protocol: " + e.getMessage());
        }
    }

    private Plugin plugin() {
        return Protocol.labels().contains(protocolName)
                ? null
                : Plugins.find(protocolName).orElse(null);
    }

    private Protocol protocol() {
        return Protocol.named(protocolName).orElseThrow(() -> {
            List<String> labels = new ProtocolNames();
            labels.addAll(Plugins.labels());
            return new UserError("--protocol: unknown word '" + protocolName + "'; expected one of "
                    + String.join(", ", labels) + Suggestion.hint(protocolName, labels));
        });
    }

    String summary() {
        return protocolName + (security.equals("tls") ? ", TLS 1.3" : ", NOT PROTECTED: --security none");
    }

    /** For messages. */
    String listenText() {
        return listen == null ? "the address in " + networkPath : listen;
    }

    /**
     * Reads the network file.
     *
     * @param err receives warnings
     * @throws UserError with all that is wrong
     */
    NetworkFile readNetwork(PrintWriter err) {
        try {
            NetworkFile network = NetworkFile.read(networkPath);
            network.warnings().forEach(warning -> err.println("warning: " + warning));
            err.flush();
            return network;
        } catch (DocumentException e) {
            throw new UserError(e.getMessage());
        }
    }

    /** The configuration; throws {@link UserError} where the options do not fit the network. */
    TcpNodeConfig config(NetworkFile network) {
        NetworkNode own = network.node(id).orElseThrow(() -> unknownNode(network));
        List<NetworkNode> neighbours = own.neighbours().stream()
                .map(neighbour -> network.node(neighbour).orElseThrow())
                .toList();
        NodeConfig node = new NodeConfig(
                id,
                network.routing().hopLimit(),
                SessionConfig.DEFAULT,
                NodeFactory.reliability(network.reliability()));
        Security protection = security(own, neighbours);
        boolean tls = protection instanceof Security.Tls;
        List<PeerAddress> peers = neighbours.stream()
                .map(peer -> new PeerAddress(peer.id(), resolved(peer.address()), tls ? peer.key() : null, 1))
                .toList();
        return new TcpNodeConfig(
                node,
                listenAddress(own),
                peers,
                protection,
                TcpLimits.DEFAULT,
                "hopscope " + HopscopeVersion.current(),
                EPOCH_MILLIS);
    }

    private UserError unknownNode(NetworkFile network) {
        List<String> ids =
                network.nodes().stream().map(node -> String.valueOf(node.id())).toList();
        return new UserError(networkPath + ": there is no node " + id + "; expected one of " + String.join(", ", ids)
                + Suggestion.hint(String.valueOf(id), ids));
    }

    private InetSocketAddress listenAddress(NetworkNode own) {
        if (listen == null) {
            return resolved(own.address());
        }
        try {
            InetSocketAddress given = AddressText.unresolved(listen, NetworkNode.DEFAULT_PORT_BASE + id);
            return resolved(new InetSocketAddress(given.getHostString(), given.getPort()));
        } catch (BadValue e) {
            throw new UserError("--listen: " + e.getMessage());
        }
    }

    private InetSocketAddress resolved(InetSocketAddress address) {
        if (address.isUnresolved()) {
            throw new UserError(networkPath + ": no address is known of the host '" + address.getHostString() + "'");
        }
        return address;
    }

    private Security security(NetworkNode own, List<NetworkNode> neighbours) {
        return switch (security) {
            case "tls" -> tls(own, neighbours);
            case "none" -> none(own, neighbours);
            default -> throw new UserError("--security: unknown word '" + security + "'; expected tls or none");
        };
    }

    private Security none(NetworkNode own, List<NetworkNode> neighbours) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        addresses.add(listenAddress(own));
        neighbours.forEach(neighbour -> addresses.add(resolved(neighbour.address())));
        for (InetSocketAddress address : addresses) {
            if (!insecureBind && !address.getAddress().isLoopbackAddress()) {
                throw new UserError("--security none is for the loopback interface, and " + NodeViews.address(address)
                        + " is beyond it; expected --security tls, or --insecure-bind as well");
            }
        }
        return new Security.None(insecureBind);
    }

    private Security tls(NetworkNode own, List<NetworkNode> neighbours) {
        List<String> wrong = new ArrayList<>();
        Map<Integer, String> allowed = new TreeMap<>();
        for (NetworkNode neighbour : neighbours) {
            if (neighbour.key() == null) {
                wrong.add(networkPath + ": node " + neighbour.id() + " has no key; expected the fingerprint that"
                        + " 'hopscope identity show' prints, or --security none");
            } else {
                allowed.put(neighbour.id(), neighbour.key());
            }
        }
        Path file = identityPath();
        Identity identity = IdentityCommand.read(file);
        if (identity.nodeId() != id) {
            wrong.add(file + ": is the identity of node " + identity.nodeId() + "; expected that of node " + id);
        } else if (own.key() != null && !own.key().equals(identity.fingerprint())) {
            wrong.add(file + ": its key is " + identity.fingerprint() + ", but " + networkPath + " says " + own.key()
                    + "; others would refuse this node");
        }
        if (!wrong.isEmpty()) {
            throw new UserError(String.join("\n", wrong));
        }
        return new Security.Tls(identity, allowed);
    }
}
