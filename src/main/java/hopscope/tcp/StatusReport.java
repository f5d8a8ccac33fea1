package hopscope.tcp;

import hopscope.protocol.node.Node;
import hopscope.protocol.node.NodeCounters;
import hopscope.protocol.node.RouteErrorFault;
import hopscope.protocol.node.RoutedFault;
import hopscope.protocol.session.Session;
import hopscope.protocol.wire.FrameError;
import hopscope.tcp.TcpStatus.Peer;
import hopscope.tcp.TcpStatus.PeerState;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts together what a node's status says; on the node's thread. */
final class StatusReport {
    private StatusReport() {}

    static TcpStatus of(Node node, Links links, Tally tally, InetSocketAddress listen, long nowNanos, int connections) {
        List<Peer> peers = links.all().stream()
                .map(link -> peer(link, node.session(link.id())))
                .toList();
        return new TcpStatus(
                node.id(),
                listen,
                nowNanos,
                node.unacknowledgedCount(),
                connections,
                node.routes().entryCount(),
                peers,
                counters(node.counters(), tally));
    }

    private static Peer peer(Link link, Session session) {
        Connection connection = link.current;
        return new Peer(
                link.id(),
                link.peer.address(),
                state(link, session),
                connection != null && connection.isDialled(),
                session == null ? "" : session.peerSoftware(),
                session == null ? 0 : session.version(),
                connection == null ? 0 : connection.writer().queuedBytes());
    }

    private static PeerState state(Link link, Session session) {
        if (link.heldDown) {
            return PeerState.HELD_DOWN;
        }
        if (link.current != null) {
            boolean stands = session != null && session.state() == Session.State.ESTABLISHED;
            return stands ? PeerState.ESTABLISHED : PeerState.CONNECTING;
        }
        return link.dialling == null ? PeerState.WAITING : PeerState.DIALLING;
    }

    private static SortedMap<String, Long> counters(NodeCounters node, Tally tally) {
        SortedMap<String, Long> counters = new TreeMap<>();
        putMessages(counters, node);
        counters.put("frames.before-session", node.framesBeforeSession());
        counters.put("frames.unexpected", node.framesUnexpected());
        counters.put("frames.overflowed", tally.framesOverflowed());
        counters.put("frames.without-connection", tally.framesWithoutConnection());
        counters.put("sessions.failed", node.sessionsFailed());
        counters.put("sessions.silent", node.sessionsSilent());
        counters.put("connections.accepted", tally.accepted());
        counters.put("connections.dialled", tally.dialled());
        counters.put("connections.dials-failed", tally.dialsFailed());
        counters.put("connections.crossed", tally.crossed());
        for (FrameError cause : FrameError.values()) {
            counters.put("malformed." + cause, node.malformed(cause));
        }
        for (RoutedFault cause : RoutedFault.values()) {
            counters.put("routed." + cause, node.routedFaults(cause));
        }
        counters.put("route-errors.sent", node.routeErrorsSent());
        counters.put("route-errors.suppressed", node.routeErrorsSuppressed());
        counters.put("route-errors.received", node.routeErrorsReceived());
        for (RouteErrorFault cause : RouteErrorFault.values()) {
            counters.put("route-errors." + cause, node.routeErrorFaults(cause));
        }
        for (Refusal cause : Refusal.values()) {
            counters.put("refused." + cause, tally.refusals(cause));
        }
        return counters;
    }

    private static void putMessages(SortedMap<String, Long> counters, NodeCounters node) {
        counters.put("messages.sent", node.messagesSent());
        counters.put("messages.window-full", node.windowFull());
        counters.put("messages.retransmissions", node.retransmissions());
        counters.put("messages.given-up", node.givenUp());
        counters.put("messages.delivered", node.delivered());
        counters.put("messages.duplicates", node.duplicatesReceived());
        counters.put("messages.acks", node.acksReceived());
        counters.put("messages.acks-unexpected", node.acksUnexpected());
        counters.put("messages.forwarded", node.forwarded());
        counters.put("messages.dropped-hop-limit", node.droppedHopLimit());
        counters.put("messages.dropped-no-route", node.droppedNoRoute());
    }
}
