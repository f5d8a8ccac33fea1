package hopscope.tcp;

import hopscope.protocol.Effects;
import hopscope.protocol.message.Message;
import hopscope.protocol.node.Node;
import hopscope.protocol.session.Session;
import hopscope.protocol.wire.FrameError;

/** The state machine and its world: gives it the time, and does what it wants done. Owned by the node's thread. */
final class RunningNode implements Effects, Links.Inputs {
    private final Node node;
    private final NodeLoop loop;
    private final Tally tally;
    private final TcpNodeListener listener;
    private final LinkShaper shaper;
    private Links links;

    /** The time of the input at hand. */
    private long nowNanos;

    RunningNode(Node node, NodeLoop loop, Tally tally, TcpNodeListener listener, LinkShaper shaper) {
        this.node = node;
        this.loop = loop;
        this.tally = tally;
        this.listener = listener;
        this.shaper = shaper;
    }

    /** Before anything else. */
    void connectTo(Links itsLinks) {
        this.links = itsLinks;
    }

    Node node() {
        return node;
    }

    private long tick() {
        nowNanos = loop.nowNanos();
        return nowNanos;
    }

    void start() {
        node.start(tick(), this);
    }

    void expire() {
        node.expire(tick(), this);
    }

    long send(int destination, byte[] payload) {
        return node.send(tick(), destination, payload, this);
    }

    void leave() {
        node.leave(tick(), this);
    }

    void stop() {
        tick();
        node.stop(this);
    }

    @Override
    public void linkUp(Link link) {
        node.linkUp(tick(), link.id(), link.peer.cost(), this);
    }

    @Override
    public void linkDown(Link link) {
        tick();
        node.linkDown(link.id(), this);
    }

    @Override
    public void receive(Link link, Message message) {
        node.receive(tick(), link.id(), message, this);
    }

    @Override
    public void receiveMalformed(FrameError cause) {
        node.receiveMalformed(cause);
    }

    @Override
    public boolean isEstablished(Link link) {
        Session session = node.session(link.id());
        return session != null && session.state() == Session.State.ESTABLISHED;
    }

    @Override
    public void log(String line) {
        listener.log(loop.nowNanos(), line);
    }

    @Override
    public void transmit(int peer, Message message) {
        Connection connection = links.to(peer).current;
        if (connection == null) {
            tally.countWithoutConnection();
            return;
        }
        listener.transmitted(nowNanos, peer, message);
        long delay = shaper.delayNanosOrLost(peer, message);
        if (delay == 0) {
            write(peer, connection, message);
        } else if (delay > 0) {
            loop.after(delay, () -> write(peer, connection, message));
        }
    }

    private void write(int peer, Connection connection, Message message) {
        if (links.to(peer).current != connection || connection.closing) {
            tally.countWithoutConnection();
        } else if (!connection.offer(message)) {
            tally.countOverflow();
        }
    }

    @Override
    public void deliver(int source, long id, byte[] payload, int hops) {
        listener.delivered(nowNanos, source, id, payload, hops);
    }

    @Override
    public void acknowledged(long id, int destination) {
        listener.acknowledged(nowNanos, id, destination);
    }

    @Override
    public void abandoned(long id, int destination, AbandonReason reason) {
        listener.abandoned(nowNanos, id, destination, reason);
    }

    @Override
    public void routeChanged(int destination, int oldVia, int oldDistance, int via, int distance) {
        listener.routeChanged(nowNanos, destination, oldVia, oldDistance, via, distance);
    }

    @Override
    public void sessionUp(int peer) {
        Link link = links.to(peer);
        Session session = node.session(peer);
        int proven = link.current.transport().version();
        if (proven != 0 && proven != session.version()) {
            endSoon(link, Refusal.NO_COMMON_VERSION);
        }
        links.established(link);
        listener.sessionUp(nowNanos, peer, session.peerSoftware(), session.version());
    }

    @Override
    public void sessionDown(int peer, SessionEnd reason) {
        Session session = node.session(peer);
        switch (reason) {
            case REJECTED_BY_PEER -> endSoon(links.to(peer), Refusal.REFUSED_BY_PEER);
            case REJECTED_BY_US -> endSoon(links.to(peer), refusalOf(session));
            case SILENT -> endSoon(links.to(peer), null);
            case LINK_DOWN, NODE_STOPPED, LOST_BY_PEER -> {
                // The connection is gone already, or the node sees to it.
            }
        }
        listener.sessionDown(nowNanos, peer, reason);
    }

    private static Refusal refusalOf(Session session) {
        if (session == null || session.rejectReason() == null) {
            return Refusal.UNKNOWN_PEER;
        }
        return switch (session.rejectReason()) {
            case VERSION_MISMATCH -> Refusal.NO_COMMON_VERSION;
            case WRONG_IDENTITY -> Refusal.HELLO_OF_ANOTHER_NODE;
            case SELF_CONNECTION -> Refusal.OWN_ID;
            case FEATURE_MISSING -> Refusal.FEATURE_MISSING;
        };
    }

    /** Ends a connection after the input at hand, for the node must not be called while it calls. */
    private void endSoon(Link link, Refusal cause) {
        Connection connection = link.current;
        if (cause != null) {
            tally.countRefusal(cause);
            log("session with node " + link.id() + " refused: " + cause);
        }
        loop.post(() -> {
            if (connection != null && !connection.closing) {
                links.finish(connection);
            }
        });
    }
}
