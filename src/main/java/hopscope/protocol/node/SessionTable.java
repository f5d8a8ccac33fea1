package hopscope.protocol.node;

import hopscope.protocol.Deadline;
import hopscope.protocol.Effects;
import hopscope.protocol.Effects.SessionEnd;
import hopscope.protocol.message.SessionMessage;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.Router;
import hopscope.protocol.session.Session;
import java.util.Arrays;

/** The sessions of a node, one for each link that is up; makes neighbours of those that are established. */
final class SessionTable {
    private final NodeConfig config;
    private final Neighbours neighbours;
    private final Router router;
    private final NodeCounters counters;

    /** By neighbour slot; {@code null} while the link is down. */
    private Session[] sessions = {};

    private int[] costs = {};

    /** Not after the earliest deadline of any session; exact again after each {@link #expire}. */
    private long deadlineNanos = Deadline.NONE;

    SessionTable(NodeConfig config, Neighbours neighbours, Router router, NodeCounters counters) {
        this.config = config;
        this.neighbours = neighbours;
        this.router = router;
        this.counters = counters;
    }

    void linkUp(long nowNanos, int peer, int cost, Effects out) {
        int slot = slotFor(peer, out);
        if (slot == Neighbours.NO_SLOT) {
            return;
        }
        if (sessions[slot] != null) {
            close(peer, SessionEnd.LINK_DOWN, out);
        }
        costs[slot] = cost;
        begin(nowNanos, slot, out);
    }

    /** A place for a peer's session, or {@link Neighbours#NO_SLOT} if all are taken. */
    private int slotFor(int peer, Effects out) {
        int slot = neighbours.register(peer);
        if (slot == Neighbours.NO_SLOT) {
            counters.sessionsFailed++;
            out.sessionDown(peer, SessionEnd.REJECTED_BY_US);
        } else if (slot >= sessions.length) {
            sessions = Arrays.copyOf(sessions, Math.max(4, 2 * slot));
            costs = Arrays.copyOf(costs, sessions.length);
        }
        return slot;
    }

    /** The link to a peer has been up and its session established for long; the router learns of it otherwise. */
    void resume(long nowNanos, int peer, int cost, Effects out) {
        int slot = slotFor(peer, out);
        if (slot == Neighbours.NO_SLOT) {
            return;
        }
        costs[slot] = cost;
        sessions[slot] = Session.standing(nowNanos, config.id(), peer, config.session());
        deadlineNanos = Math.min(deadlineNanos, sessions[slot].deadlineNanos());
        neighbours.connect(slot, cost);
        out.sessionUp(peer);
    }

    private void begin(long nowNanos, int slot, Effects out) {
        int peer = neighbours.id(slot);
        sessions[slot] =
                new Session(nowNanos, config.id(), peer, config.session(), message -> out.transmit(peer, message));
        deadlineNanos = Math.min(deadlineNanos, sessions[slot].deadlineNanos());
    }

    /** The session over the link to a peer, or {@code null}. */
    Session session(int peer) {
        int slot = neighbours.slotOf(peer);
        return slot == Neighbours.NO_SLOT || slot >= sessions.length ? null : sessions[slot];
    }

    /** Whether anybody must be told what is sent and heard. */
    boolean watchesSilence() {
        return config.session().keepaliveNanos() != 0 || config.session().deadAfterNanos() != 0;
    }

    void noteHeard(long nowNanos, int peer, boolean handshake) {
        Session session = session(peer);
        if (session != null) {
            session.noteHeard(nowNanos, handshake);
        }
    }

    void noteSent(long nowNanos, int peer) {
        Session session = session(peer);
        if (session != null) {
            session.noteSent(nowNanos);
        }
    }

    void receive(long nowNanos, int peer, SessionMessage message, Effects out) {
        int slot = neighbours.slotOf(peer);
        Session session = slot == Neighbours.NO_SLOT ? null : sessions[slot];
        if (session == null) {
            counters.framesBeforeSession++;
            return;
        }
        if (session.isLostByPeer(message)) {
            close(peer, SessionEnd.LOST_BY_PEER, out);
            begin(nowNanos, slot, out);
            session = sessions[slot];
        }
        Session.State before = session.state();
        session.receive(message, reply -> out.transmit(peer, reply));
        followState(slot, before, out);
    }

    void expire(long nowNanos, Effects out) {
        if (nowNanos < deadlineNanos) {
            return;
        }
        for (int slot = 0; slot < neighbours.slotCount(); slot++) {
            Session session = slot < sessions.length ? sessions[slot] : null;
            if (session != null) {
                int peer = neighbours.id(slot);
                Session.State before = session.state();
                session.expire(nowNanos, message -> out.transmit(peer, message));
                followState(slot, before, out);
                if (session.state() == Session.State.SILENT) {
                    // The link may be there all the same, or again one day: the handshake goes on trying.
                    begin(nowNanos, slot, out);
                }
            }
        }
        deadlineNanos = Deadline.NONE;
        for (Session session : sessions) {
            if (session != null) {
                deadlineNanos = Math.min(deadlineNanos, session.deadlineNanos());
            }
        }
    }

    /** Tells router and world what became of a session. */
    private void followState(int slot, Session.State before, Effects out) {
        Session.State state = sessions[slot].state();
        if (state == before) {
            return;
        }
        int peer = neighbours.id(slot);
        if (state == Session.State.ESTABLISHED) {
            neighbours.connect(slot, costs[slot]);
            deadlineNanos = Math.min(deadlineNanos, sessions[slot].deadlineNanos());
            out.sessionUp(peer);
            router.neighbourUp(slot, out);
        } else {
            if (before == Session.State.ESTABLISHED) {
                loseNeighbour(slot, out);
            }
            if (state == Session.State.SILENT) {
                counters.sessionsSilent++;
            } else {
                counters.sessionsFailed++;
            }
            out.sessionDown(peer, endOf(state));
        }
    }

    private static SessionEnd endOf(Session.State state) {
        return switch (state) {
            case REJECTED_BY_PEER -> SessionEnd.REJECTED_BY_PEER;
            case REJECTED_BY_US -> SessionEnd.REJECTED_BY_US;
            case SILENT -> SessionEnd.SILENT;
            case CONNECTING, ESTABLISHED -> throw new IllegalStateException("a session does not end as " + state);
        };
    }

    void close(int peer, SessionEnd reason, Effects out) {
        int slot = neighbours.slotOf(peer);
        Session session = slot == Neighbours.NO_SLOT ? null : sessions[slot];
        if (session == null) {
            return;
        }
        sessions[slot] = null;
        if (session.state() == Session.State.ESTABLISHED) {
            loseNeighbour(slot, out);
            out.sessionDown(peer, reason);
        }
    }

    private void loseNeighbour(int slot, Effects out) {
        neighbours.disconnect(slot);
        router.neighbourDown(slot, out);
    }

    void closeAll(SessionEnd reason, Effects out) {
        for (int slot = 0; slot < neighbours.slotCount(); slot++) {
            close(neighbours.id(slot), reason, out);
        }
    }

    long deadlineNanos() {
        return deadlineNanos;
    }
}
