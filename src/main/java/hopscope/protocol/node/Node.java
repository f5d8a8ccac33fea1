package hopscope.protocol.node;

import hopscope.protocol.Deadline;
import hopscope.protocol.Effects;
import hopscope.protocol.Effects.AbandonReason;
import hopscope.protocol.Effects.SessionEnd;
import hopscope.protocol.StableStorage;
import hopscope.protocol.message.AckMessage;
import hopscope.protocol.message.DataMessage;
import hopscope.protocol.message.FrameType;
import hopscope.protocol.message.Keepalive;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RouteError;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.message.SessionMessage;
import hopscope.protocol.reliability.DuplicateFilter;
import hopscope.protocol.reliability.PendingMessage;
import hopscope.protocol.reliability.SendWindow;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.RouteView;
import hopscope.protocol.routing.Router;
import hopscope.protocol.session.Session;
import hopscope.protocol.wire.FrameError;
import hopscope.random.RandomStream;

/**
 * One participant of the network, as a pure state machine.
 *
 * <p>The world calls the inputs below, with a time that never goes back, and a sink for what the node does. After any
 * input the node wants {@link #expire} to be called at {@link #deadlineNanos()}; calling it early, late or twice is
 * harmless. A link is announced by {@link #linkUp} before anything is received over it, and by {@link #linkDown} when it
 * is gone; the peer becomes a neighbour only when the handshake has succeeded. The node
 * keeps neither the sink nor the time. Not thread-safe.
 */
public final class Node {
    /** What {@link #send} answers instead of an id. */
    public static final long REFUSED_WINDOW_FULL = -1;

    /** What {@link #send} answers when no message ids are left to {@linkplain StableStorage#reserve reserve}. */
    public static final long REFUSED_NO_IDS = -2;

    /** What {@link #send} answers for a message to the node itself. */
    public static final long REFUSED_OWN_ID = -3;

    /** What {@link #send} answers after {@link #leave} or {@link #stop}. */
    public static final long REFUSED_STOPPED = -4;

    private final NodeCounters counters = new NodeCounters();
    private final Neighbours neighbours = new Neighbours();
    private final Router router;
    private final SessionTable sessions;
    private final SendWindow window;
    private final DuplicateFilter handled;
    private final Forwarding forwarding;
    private boolean leaving;
    private boolean stopped;
    private final int id;
    private final int hopLimit;

    /** Whether sessions must be told what is sent and heard. */
    private final boolean watchesSilence;

    /** Of what routes and of what delivers: most inputs are messages, and what passes by changes neither. */
    private final RememberedDeadlines deadlines;

    /**
     * @param routers makes the router
     * @param randomKey key of the node's own stream, see {@link hopscope.random.Keys}
     * @param storage what outlives the node: its next life must be given the same
     */
    public Node(NodeConfig config, RouterFactory routers, long randomKey, StableStorage storage) {
        RandomStream random = new RandomStream(randomKey);
        this.id = config.id();
        this.hopLimit = config.hopLimit();
        this.router = routers.create(config.id(), neighbours, random, storage);
        this.forwarding = new Forwarding(config.id(), config.hopLimit(), router, counters);
        this.sessions = new SessionTable(config, neighbours, router, counters);
        this.window = new SendWindow(config.id(), config.reliability(), random, storage);
        this.handled = new DuplicateFilter(config.reliability());
        this.watchesSilence = sessions.watchesSilence();
        this.deadlines = new RememberedDeadlines(
                () -> Math.min(router.deadlineNanos(), sessions.deadlineNanos()),
                () -> Math.min(window.deadlineNanos(), handled.deadlineNanos()));
    }

    /** This node's id. */
    public int id() {
        return id;
    }

    /** What happened so far. */
    public NodeCounters counters() {
        return counters;
    }

    /** Its routes. */
    public RouteView routes() {
        return router;
    }

    /** Its neighbours; read only. */
    public Neighbours neighbours() {
        return neighbours;
    }

    /** The session over the link to a peer, to be looked at, or {@code null} while the link is down. */
    public Session session(int peer) {
        return sessions.session(peer);
    }

    /** Messages sent and not yet acknowledged. */
    public int unacknowledgedCount() {
        return window.size();
    }

    /** When {@link #expire} wants to be called, or {@link Deadline#NONE}. */
    public long deadlineNanos() {
        return stopped ? Deadline.NONE : deadlines.nanos();
    }

    /** Whether {@link #deadlineNanos} may say something else than when it was asked last; {@link #stop} apart. */
    public boolean deadlineMayHaveChanged() {
        return deadlines.mayHaveChanged();
    }

    /** The deadline without anything remembered. */
    long freshDeadlineNanos() {
        return stopped ? Deadline.NONE : deadlines.fresh();
    }

    /**
     * Sets the wall clock, which gives message ids their time, against the clock of the inputs. 0 at birth.
     *
     * @param aheadNanos by how much the wall clock is ahead; negative if behind
     */
    public void setWallClock(long aheadNanos) {
        window.setWallClock(aheadNanos);
    }

    /** The sink itself, or, if sessions must know when something was sent, one that tells them. */
    private Effects noting(long nowNanos, Effects out) {
        if (!watchesSilence) {
            return out;
        }
        deadlines.forgetRouting();
        return new NotingEffects(nowNanos, sessions, out);
    }

    /** Begins to run. */
    public void start(long nowNanos, Effects out) {
        deadlines.forgetRouting();
        router.start(nowNanos, noting(nowNanos, out));
    }

    /**
     * Begins to run instead of by {@link #start}, in the middle of things: with links that have been up and sessions that
     * have been established for long. Nothing is sent.
     *
     * @param peers ids of the nodes at the other ends
     * @param costs one per peer, see {@link #linkUp}
     * @param routing lets the router begin, after the peers have become neighbours
     */
    public void resume(long nowNanos, int[] peers, int[] costs, RouterResumption routing, Effects out) {
        Effects noting = noting(nowNanos, out);
        for (int i = 0; i < peers.length; i++) {
            sessions.resume(nowNanos, peers[i], costs[i], noting);
        }
        routing.resume(router, nowNanos, noting);
    }

    /**
     * A link to a peer came up: the handshake begins.
     *
     * @param peer id of the node that the link is for
     * @param cost of the link in the unit of the routing metric, at least 1
     */
    public void linkUp(long nowNanos, int peer, int cost, Effects out) {
        if (!stopped) {
            deadlines.forgetRouting();
            sessions.linkUp(nowNanos, peer, cost, noting(nowNanos, out));
        }
    }

    /** The link to a peer is gone. */
    public void linkDown(int peer, Effects out) {
        deadlines.forgetRouting();
        sessions.close(peer, SessionEnd.LINK_DOWN, out);
    }

    /** A frame from a peer was no message. */
    public void receiveMalformed(FrameError cause) {
        counters.countMalformed(cause);
    }

    /** A message came from a peer. */
    public void receive(long nowNanos, int peer, Message message, Effects out) {
        if (stopped) {
            return;
        }
        if (watchesSilence) {
            sessions.noteHeard(nowNanos, peer, message instanceof SessionMessage);
        }
        receiveHeard(nowNanos, peer, message, noting(nowNanos, out));
    }

    private void receiveHeard(long nowNanos, int peer, Message message, Effects out) {
        // Asked of classes first, not of interfaces: most frames are of these two, and it is the quicker question.
        boolean isRouted =
                message instanceof DataMessage || message instanceof AckMessage || message instanceof RoutedMessage;
        if (!isRouted && message instanceof SessionMessage handshake) {
            deadlines.forgetRouting();
            sessions.receive(nowNanos, peer, handshake, out);
            return;
        }
        int slot = neighbours.connectedSlotOf(peer);
        if (slot == Neighbours.NO_SLOT) {
            counters.framesBeforeSession++;
        } else if (message instanceof DataMessage data) {
            receiveRouted(nowNanos, peer, data, out);
        } else if (message instanceof AckMessage ack) {
            receiveRouted(nowNanos, peer, ack, out);
        } else if (message instanceof RoutedMessage routed) {
            receiveRouted(nowNanos, peer, routed, out);
        } else if (!(message instanceof Keepalive)) {
            deadlines.forgetRouting();
            counters.framesUnexpected += router.receive(nowNanos, slot, message, out) ? 0 : 1;
        }
    }

    private void receiveRouted(long nowNanos, int peer, RoutedMessage message, Effects out) {
        RoutedFault fault = RoutedFault.of(message, id, peer, hopLimit);
        if (fault != null) {
            counters.countRoutedFault(fault);
        } else if (message.destination() != id) {
            counters.forwarded++;
            forwarding.forward(nowNanos, message, out);
        } else if (message.source() == id) {
            counters.framesUnexpected++;
        } else {
            deadlines.forgetDelivery();
            receiveOwn(nowNanos, message, out);
        }
    }

    private void receiveOwn(long nowNanos, RoutedMessage message, Effects out) {
        if (message instanceof DataMessage data) {
            handle(nowNanos, data, out);
        } else if (message instanceof AckMessage ack) {
            handleAck(ack, out);
        } else if (message instanceof RouteError error) {
            repair(nowNanos, error, out);
        }
    }

    private void handle(long nowNanos, DataMessage data, Effects out) {
        if (handled.contains(data.source(), data.id())) {
            counters.duplicatesReceived++;
        } else {
            counters.delivered++;
            out.deliver(data.source(), data.id(), data.payload(), data.hops());
            handled.add(nowNanos, data.source(), data.id());
        }
        forwarding.acknowledge(data.source(), data.id(), out);
    }

    private void handleAck(AckMessage ack, Effects out) {
        PendingMessage message = window.acknowledge(ack.acknowledgedId(), ack.source());
        if (message == null) {
            counters.acksUnexpected++;
        } else {
            counters.acksReceived++;
            out.acknowledged(message.id(), message.destination());
        }
    }

    /** Learns from a route error what is broken, and sends what was lost there again at once if there is another way. */
    private void repair(long nowNanos, RouteError error, Effects out) {
        boolean isData = error.dropped() == FrameType.DATA;
        PendingMessage message = isData ? window.pending(error.messageId(), error.messageDestination()) : null;
        boolean isKnown = isData ? message != null : handled.contains(error.messageDestination(), error.messageId());
        int[] path = isData && isKnown ? message.path() : forwarding.pathOf(error);
        RouteErrorFault fault = BrokenLink.faultOf(error, isKnown, path);
        if (fault != null) {
            counters.countRouteErrorFault(fault);
            return;
        }
        counters.routeErrorsReceived++;
        deadlines.forgetRouting();
        router.receiveRouteError(nowNanos, error, out);
        int[] detour = forwarding.pathOf(error);
        if (detour == null || BrokenLink.isOn(detour, error)) {
            return;
        }
        if (!isData) {
            forwarding.acknowledge(error.messageDestination(), error.messageId(), out);
        } else if (window.mayResend(message)) {
            counters.retransmissions++;
            transmit(message, out);
        }
    }

    /**
     * Sends a message reliably.
     *
     * @param payload up to 65,535 bytes, not to be changed afterwards
     * @return its id, or one of the negative {@code REFUSED_…}: then nothing was sent and nothing is kept
     */
    public long send(long nowNanos, int destination, byte[] payload, Effects out) {
        if (stopped || leaving) {
            return REFUSED_STOPPED;
        }
        if (destination == id) {
            return REFUSED_OWN_ID;
        }
        if (window.isFull()) {
            counters.windowFull++;
            return REFUSED_WINDOW_FULL;
        }
        deadlines.forgetDelivery();
        PendingMessage message = window.open(nowNanos, destination, payload);
        if (message == null) {
            return REFUSED_NO_IDS;
        }
        counters.messagesSent++;
        transmit(message, noting(nowNanos, out));
        return message.id();
    }

    private void transmit(PendingMessage message, Effects out) {
        int[] path = router.pathTo(message.destination(), message.id());
        if (path == null) {
            counters.droppedNoRoute++;
            return;
        }
        message.notePath(path);
        forwarding.pass(
                new DataMessage(id, message.destination(), hopLimit, 0, path, message.id(), message.payload()), out);
    }

    /** Time passed: does what is due. */
    public void expire(long nowNanos, Effects out) {
        if (!stopped) {
            Effects noting = noting(nowNanos, out);
            deadlines.forgetRouting();
            sessions.expire(nowNanos, noting);
            router.expire(nowNanos, noting);
            if (nowNanos >= deadlines.deliveryNanos()) {
                expireDelivery(nowNanos, noting);
            }
        }
    }

    private void expireDelivery(long nowNanos, Effects out) {
        deadlines.forgetDelivery();
        handled.expire(nowNanos);
        window.expire(nowNanos, new SendWindow.Timeouts() {
            @Override
            public void retransmit(PendingMessage message) {
                counters.retransmissions++;
                transmit(message, out);
            }

            @Override
            public void giveUp(PendingMessage message) {
                abandon(message, AbandonReason.RETRIES_EXHAUSTED, out);
            }
        });
    }

    private void abandon(PendingMessage message, AbandonReason reason, Effects out) {
        counters.givenUp++;
        out.abandoned(message.id(), message.destination(), reason);
    }

    /**
     * The node is to end in order: it accepts no message of its own any more and takes back what it told of itself, but goes on
     * forwarding; acknowledgements on their way to it may be lost. {@link #stop} follows, best once it {@link #hasLeft}.
     */
    public void leave(long nowNanos, Effects out) {
        if (!stopped && !leaving) {
            leaving = true;
            deadlines.forgetRouting();
            router.leave(nowNanos, noting(nowNanos, out));
        }
    }

    /** Whether the node is leaving, and all its neighbours have taken note; O(neighbours). */
    public boolean hasLeft() {
        return leaving && router.hasLeft();
    }

    /** Ends: reports every message in the window as lost, closes every session. Later inputs do nothing. */
    public void stop(Effects out) {
        stopped = true;
        for (PendingMessage message; (message = window.removeFirst()) != null; ) {
            abandon(message, AbandonReason.NODE_STOPPED, out);
        }
        sessions.closeAll(SessionEnd.NODE_STOPPED, out);
    }
}
