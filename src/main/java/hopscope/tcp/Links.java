package hopscope.tcp;

import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Reject;
import hopscope.protocol.message.SessionMessage.RejectReason;
import hopscope.protocol.wire.FrameError;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Decides which connection is the link to which peer. Owned by the node's thread.
 *
 * <p>Both ends of a link dial, the larger id a little later, so that mostly one connection is made. If two are, that of the
 * smaller id wins: its dialler holds back the peer's, without a word, until its own has become a session or has failed;
 * and the peer drops its own for the one that comes. Such connections are counted as crossed: nobody did anything wrong.
 * Once a session stands, nothing replaces it, so that a copy of an identity cannot disturb it.
 */
final class Links {
    private static final long LAST_WORDS_NANOS = 1_000_000_000L;

    /** What the links do to the node. */
    interface Inputs {
        void linkUp(Link link);

        void linkDown(Link link);

        void receive(Link link, Message message);

        void receiveMalformed(FrameError cause);

        boolean isEstablished(Link link);

        void log(String line);
    }

    private final int self;
    private final TcpLimits limits;
    private final NodeLoop loop;
    private final Tally tally;
    private final Inputs inputs;
    private final Dialler dialler;
    private final TreeMap<Integer, Link> links = new TreeMap<>();

    Links(TcpNodeConfig config, NodeLoop loop, Tally tally, Inputs inputs, Dialler dialler) {
        this.self = config.node().id();
        this.limits = config.limits();
        this.loop = loop;
        this.tally = tally;
        this.inputs = inputs;
        this.dialler = dialler;
        for (PeerAddress peer : config.peers()) {
            if (peer.id() == self || links.put(peer.id(), new Link(peer, self)) != null) {
                throw new IllegalArgumentException("peer " + peer.id() + " is this node or listed twice");
            }
        }
    }

    /** All links, ascending by peer. */
    Collection<Link> all() {
        return links.values();
    }

    /** The link to a peer, or {@code null}. */
    Link to(int peer) {
        return links.get(peer);
    }

    /** Begins to dial every peer. */
    void dialAll() {
        links.values().forEach(dialler::dial);
    }

    /** A connection was made or is being made: it has to say something soon. */
    void watch(Connection connection) {
        connection.openedNanos = loop.nowNanos();
        loop.after(limits.handshakeTimeoutNanos(), () -> {
            if (!connection.heard && !connection.closing) {
                refuse(connection, Refusal.HANDSHAKE_TIMEOUT, null);
            }
        });
    }

    /** The transport of a connection that we dialled is up. */
    void secured(Connection connection) {
        Link link = connection.link;
        if (!connection.isDialled() || connection.closing || link.dialling != connection) {
            return;
        }
        link.dialling = null;
        tally.countDialled();
        adopt(link, connection);
    }

    /** A session stands over the link's connection. */
    void established(Link link) {
        link.establishedNanos = loop.nowNanos();
        link.attempts = 0;
        Connection held = link.takeHeld();
        if (held != null) {
            giveUpCrossed(held);
        }
    }

    private void giveUpCrossed(Connection connection) {
        tally.countCrossed();
        close(connection);
    }

    /** Frames came over a connection. */
    void received(Connection connection, List<FrameReader.Item> items) {
        for (FrameReader.Item item : items) {
            if (connection.closing) {
                return;
            }
            if (item.error() != null) {
                receiveMalformed(connection, item);
            } else if (connection.heard || isWelcomeBegin(connection, item.message())) {
                pass(connection, item.message());
            }
        }
    }

    private void receiveMalformed(Connection connection, FrameReader.Item item) {
        inputs.receiveMalformed(item.error());
        if (!connection.heard) {
            refuse(connection, Refusal.NO_HELLO, null);
        } else if (!item.synced()) {
            refuse(connection, Refusal.BROKEN_STREAM, null);
        }
    }

    private void pass(Connection connection, Message message) {
        Link link = connection.link;
        if (link.current == connection) {
            inputs.receive(link, message);
        } else if (link.held != connection || !link.keep(message)) {
            refuse(connection, Refusal.DUPLICATE_CONNECTION, null);
        }
    }

    /** Judges the first frame of a connection; answers whether the connection may go on. */
    private boolean isWelcomeBegin(Connection connection, Message first) {
        if (connection.isDialled()) {
            if (!(first instanceof SessionMessage)) {
                return refuse(connection, Refusal.NO_HELLO, null);
            }
            connection.heard = true;
            return true;
        }
        if (!(first instanceof Hello hello)) {
            return refuse(connection, Refusal.NO_HELLO, null);
        }
        int proven = connection.transport().peerId();
        if (proven != PinnedTrust.ANYBODY && proven != hello.nodeId()) {
            return refuse(connection, Refusal.HELLO_OF_ANOTHER_NODE, RejectReason.WRONG_IDENTITY);
        }
        if (hello.nodeId() == self) {
            return refuse(connection, Refusal.OWN_ID, RejectReason.SELF_CONNECTION);
        }
        Link link = links.get(hello.nodeId());
        if (link == null || link.heldDown) {
            return refuse(connection, link == null ? Refusal.UNKNOWN_PEER : Refusal.HELD_DOWN, null);
        }
        return letIn(link, connection);
    }

    private boolean letIn(Link link, Connection connection) {
        if (link.current != null && inputs.isEstablished(link)) {
            return letInTooLate(link, connection);
        }
        connection.link = link;
        connection.heard = true;
        tally.countAccepted();
        boolean oursIsUnderWay = link.dialling != null || (link.current != null && link.current.isDialled());
        if (oursIsUnderWay && link.oursWins) {
            if (link.held != null) {
                refuse(link.takeHeld(), Refusal.DUPLICATE_CONNECTION, null);
            }
            link.hold(connection);
            return true;
        }
        if (link.dialling != null) {
            Connection ours = link.dialling;
            link.dialling = null;
            giveUpCrossed(ours);
        }
        adopt(link, connection);
        return true;
    }

    /** A peer that dialled before it heard ours says HELLO after we had a session, at times; not so a copy of it. */
    private boolean letInTooLate(Link link, Connection connection) {
        if (connection.openedNanos > link.establishedNanos) {
            return refuse(connection, Refusal.DUPLICATE_CONNECTION, null);
        }
        giveUpCrossed(connection);
        return false;
    }

    private void adopt(Link link, Connection connection) {
        if (link.current != null) {
            Connection old = link.current;
            link.current = null;
            inputs.linkDown(link);
            if (old.isDialled() == connection.isDialled()) {
                close(old);
            } else {
                giveUpCrossed(old);
            }
        }
        link.current = connection;
        inputs.linkUp(link);
        loop.after(limits.handshakeTimeoutNanos(), () -> {
            if (link.current == connection && !connection.closing && !inputs.isEstablished(link)) {
                refuse(connection, Refusal.HANDSHAKE_TIMEOUT, null);
            }
        });
    }

    /**
     * Counts and ends a connection, with a last word if there is one.
     *
     * @return {@code false}, always
     */
    boolean refuse(Connection connection, Refusal cause, RejectReason reason) {
        if (connection.closing) {
            return false;
        }
        tally.countRefusal(cause);
        inputs.log("connection with " + connection.remote() + " refused: " + cause);
        if (reason != null && connection.offer(new Reject(self, reason))) {
            finish(connection);
        } else {
            close(connection);
        }
        return false;
    }

    /** Ends a connection once its frames are written, but soon in any case. */
    void finish(Connection connection) {
        connection.closing = true;
        connection.writer().finish();
        loop.after(LAST_WORDS_NANOS, connection::abort);
    }

    private static void close(Connection connection) {
        connection.closing = true;
        connection.abort();
    }

    /** A connection is gone. */
    void ended(Connection connection, Refusal cause) {
        if (!connection.closing) {
            countEnd(connection, cause);
        }
        connection.closing = true;
        Link link = connection.link;
        if (link == null) {
            return;
        }
        if (link.held == connection) {
            link.held = null;
        }
        if (link.dialling == connection) {
            link.dialling = null;
            adoptHeld(link);
        }
        if (link.current == connection) {
            link.current = null;
            inputs.linkDown(link);
            adoptHeld(link);
        }
        dialler.redialLater(link);
    }

    private void countEnd(Connection connection, Refusal cause) {
        Refusal counted = cause;
        if (cause == null && connection.isDialled()) {
            if (connection.transport() == null) {
                tally.countDialFailed();
            } else if (!connection.heard) {
                // In TLS 1.3 a client is done before the server has judged its key.
                counted = Refusal.REFUSED_BY_PEER;
            }
        } else if (cause == null && !connection.heard) {
            counted = Refusal.NO_HELLO;
        }
        if (counted != null) {
            tally.countRefusal(counted);
            inputs.log("connection with " + connection.remote() + " refused: " + counted);
        }
    }

    private void adoptHeld(Link link) {
        Connection held = link.takeHeld();
        if (held != null) {
            adopt(link, held);
            for (Message message : List.copyOf(link.heldFrames)) {
                inputs.receive(link, message);
            }
            link.heldFrames.clear();
        }
    }

    /** Holds a link down, or lets it come up again. */
    void holdDown(Link link, boolean down) {
        link.heldDown = down;
        if (!down) {
            link.attempts = 0;
            dialler.dial(link);
            return;
        }
        for (Connection connection : new Connection[] {link.dialling, link.takeHeld(), link.current}) {
            if (connection != null) {
                close(connection);
            }
        }
        link.dialling = null;
        if (link.current != null) {
            link.current = null;
            inputs.linkDown(link);
        }
    }
}
