package hopscope.cli;

import hopscope.network.NetworkFile;
import hopscope.network.NetworkNode;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.routing.RouteView;
import hopscope.protocol.routing.Router;
import hopscope.protocol.routing.linkstate.LinkStateCore;
import hopscope.tcp.TcpNode;
import hopscope.tcp.TcpStatus;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What the console shows of a node, as lines of text. Each question is answered on the node's own thread. */
final class NodeViews {
    private final TcpNode node;
    private final NetworkFile network;
    private final int self;
    private final Supplier<Router> router;

    /** @param router the node's, to be used on its thread only */
    NodeViews(TcpNode node, NetworkFile network, int self, Supplier<Router> router) {
        this.node = node;
        this.network = network;
        this.self = self;
        this.router = router;
    }

    /** {@code 127.0.0.1:30004}. */
    static String address(InetSocketAddress address) {
        String host = address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** Whether the network file lists a node that can be sent to. */
    boolean isOther(int id) {
        return id != self && network.node(id).isPresent();
    }

    /** Whether it is a neighbour by the network file. */
    boolean isNeighbour(int id) {
        return network.node(self).orElseThrow().neighbours().contains(id);
    }

    /** Whether there is a route now. */
    boolean hasRoute(int destination) {
        return node.ask(core -> core.routes().distance(destination)) != RouteView.NO_ROUTE;
    }

    /** The route to one node: the whole path where the protocol knows it. */
    String route(int destination) {
        return node.ask(core -> route(core.routes(), destination));
    }

    private String route(RouteView routes, int destination) {
        int distance = routes.distance(destination);
        if (distance == RouteView.NO_ROUTE) {
            return "to " + destination + ": no route";
        }
        String far = ", distance " + distance;
        if (!routes.carriesPath()) {
            return "to " + destination + ": next hop " + routes.via(destination) + far;
        }
        List<String> path = new ArrayList<>();
        for (int hop = destination; hop != self; hop = routes.via(hop)) {
            path.add(String.valueOf(hop));
        }
        path.add(String.valueOf(self));
        Collections.reverse(path);
        return "to " + destination + ": path " + String.join(" → ", path) + far;
    }

    /** The routes to all nodes of the network. */
    List<String> table() {
        return node.ask(core -> network.nodes().stream()
                .map(NetworkNode::id)
                .filter(id -> id != self)
                .map(id -> route(core.routes(), id))
                .toList());
    }

    /** The neighbours and how the links to them are. */
    List<String> peers() {
        return node.status().peers().stream().map(NodeViews::peer).toList();
    }

    private static String peer(TcpStatus.Peer peer) {
        String software = peer.software().isEmpty()
                ? ""
                : ", " + PayloadText.oneLine(peer.software()) + ", protocol version " + peer.version();
        String dialled = peer.state() == TcpStatus.PeerState.ESTABLISHED
                ? (peer.dialledByUs() ? ", dialled by us" : ", dialled by it")
                : "";
        return String.format(
                Locale.ROOT,
                "node %d at %s: %s%s%s, %d bytes queued",
                peer.id(),
                address(peer.address()),
                peer.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                dialled,
                software,
                peer.queuedBytes());
    }

    /** The links that this node knows of. */
    List<String> topology() {
        return node.ask(core -> {
            List<String> lines = new ArrayList<>();
            if (router.get() instanceof LinkStateCore linkState) {
                network.nodes().forEach(member -> lines.add(links(member.id(), linkState.record(member.id()))));
            } else {
                lines.add("a distance-vector table knows no links but the node's own:");
                List<String> own = new ArrayList<>();
                for (int i = 0; i < core.neighbours().count(); i++) {
                    own.add(String.valueOf(
                            core.neighbours().id(core.neighbours().slotAt(i))));
                }
                lines.add("node " + self + ": " + (own.isEmpty() ? "no links" : String.join(", ", own)));
            }
            return lines;
        });
    }

    private static String links(int id, LinkStateRecord record) {
        if (record == null) {
            return "node " + id + ": unknown";
        }
        List<String> links = new ArrayList<>();
        for (int i = 0; i < record.degree(); i++) {
            links.add(String.valueOf(record.neighbour(i)));
        }
        return "node " + id + ": " + (links.isEmpty() ? "no links" : String.join(", ", links)) + " (record "
                + record.sequence() + ")";
    }

    /** Sizes, and all counters that are not zero. */
    List<String> status() {
        TcpStatus status = node.status();
        List<String> lines = new ArrayList<>();
        long up = status.peers().stream()
                .filter(peer -> peer.state() == TcpStatus.PeerState.ESTABLISHED)
                .count();
        lines.add("node " + status.id() + " at " + address(status.listen()) + ": " + up + " of "
                + status.peers().size() + " neighbours, " + status.connections() + " connections, " + status.routes()
                + " routing entries, " + status.unacknowledged() + " messages not acknowledged");
        status.counters().forEach((name, count) -> {
            if (count != 0) {
                lines.add("  " + name + " " + count);
            }
        });
        return lines;
    }
}
