package hopscope.protocol.session;

import hopscope.protocol.Deadline;
import hopscope.protocol.message.Keepalive;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.SessionMessage;
import hopscope.protocol.message.SessionMessage.Hello;
import hopscope.protocol.message.SessionMessage.Reject;
import hopscope.protocol.message.SessionMessage.RejectReason;
import hopscope.protocol.message.SessionMessage.Welcome;
import java.util.function.Consumer;

/**
 * One end of the handshake over one link; begins when the link is up and is thrown away when it goes down. Every input
 * is answered by what to send, through the consumer given.
 */
public final class Session {
    /** Where the handshake stands. */
    public enum State {
        /** HELLO is sent, and something is missing still. */
        CONNECTING,
        /** Both ends have welcomed each other, as far as this end knows. */
        ESTABLISHED,
        /** The peer refused us. */
        REJECTED_BY_PEER,
        /** We refused the peer. */
        REJECTED_BY_US,
        /** The session stood, and then nothing was heard of the peer for too long. */
        SILENT
    }

    private final int self;
    private final int peer;
    private final SessionConfig config;
    private State state = State.CONNECTING;
    private boolean peerWelcomed;
    private boolean welcomedByPeer;
    private boolean peerSpoke;
    private int version;
    private int features;
    private long waitNanos;
    private long helloDeadline;
    private long sentNanos;
    private long heardNanos;
    private String peerSoftware = "";
    private RejectReason rejectReason;

    /** The session of node {@code self} over its link to {@code peer}; sends the first HELLO. */
    public Session(long nowNanos, int self, int peer, SessionConfig config, Consumer<? super SessionMessage> out) {
        this.self = self;
        this.peer = peer;
        this.config = config;
        this.waitNanos = config.helloTimeoutNanos();
        this.heardNanos = nowNanos;
        sendHello(nowNanos, out);
    }

    private Session(long nowNanos, int self, int peer, SessionConfig config) {
        this.self = self;
        this.peer = peer;
        this.config = config;
        this.waitNanos = config.helloTimeoutNanos();
        this.heardNanos = nowNanos;
        this.sentNanos = nowNanos;
        this.state = State.ESTABLISHED;
        this.peerWelcomed = true;
        this.welcomedByPeer = true;
        this.peerSpoke = true;
        this.version = config.maxVersion();
        this.features = config.features();
        this.peerSoftware = config.software();
    }

    /** A session that has stood for long, with a peer of the same program: nothing is sent. */
    public static Session standing(long nowNanos, int self, int peer, SessionConfig config) {
        return new Session(nowNanos, self, peer, config);
    }

    /** Where the handshake stands. */
    public State state() {
        return state;
    }

    /** The protocol version agreed on; 0 before. */
    public int version() {
        return version;
    }

    /** The features that both have; 0 before. */
    public int features() {
        return features;
    }

    /** Name and version of the peer's program as it says; empty before its HELLO. */
    public String peerSoftware() {
        return peerSoftware;
    }

    /** Why one refused the other, or {@code null}. */
    public RejectReason rejectReason() {
        return rejectReason;
    }

    /** When {@link #expire} is due, or {@link Deadline#NONE}. */
    public long deadlineNanos() {
        if (state == State.CONNECTING) {
            // Where nobody says that a link or peer is gone, the peer may have forgotten that it welcomed us.
            return welcomedByPeer && config.deadAfterNanos() == 0 ? Deadline.NONE : helloDeadline;
        }
        return state == State.ESTABLISHED ? Math.min(keepaliveDeadline(), silenceDeadline()) : Deadline.NONE;
    }

    private long keepaliveDeadline() {
        return config.keepaliveNanos() == 0 ? Deadline.NONE : sentNanos + config.keepaliveNanos();
    }

    private long silenceDeadline() {
        return config.deadAfterNanos() == 0 ? Deadline.NONE : heardNanos + config.deadAfterNanos();
    }

    /** Anything at all was sent to the peer. */
    public void noteSent(long nowNanos) {
        sentNanos = nowNanos;
    }

    /**
     * Something came from the peer. In an established session a HELLO does not count: it says that the peer is there, but
     * has no session with us.
     *
     * @param handshake whether it was a message of the handshake
     */
    public void noteHeard(long nowNanos, boolean handshake) {
        if (state != State.ESTABLISHED) {
            heardNanos = nowNanos;
        } else if (!handshake) {
            heardNanos = nowNanos;
            peerSpoke = true;
        }
    }

    /**
     * Whether a HELLO means that the peer has lost this session: links keep order, so a peer that has spoken in an
     * established session says HELLO only in a new one. Not where a link ends with its peer.
     */
    public boolean isLostByPeer(SessionMessage message) {
        return message instanceof Hello && state == State.ESTABLISHED && peerSpoke && config.linkOutlivesPeer();
    }

    /** A message of the handshake came from the peer. */
    public void receive(SessionMessage message, Consumer<SessionMessage> out) {
        if (state == State.REJECTED_BY_US && message instanceof Hello) {
            // The first REJECT may have been lost.
            out.accept(new Reject(self, rejectReason));
        }
        if (state != State.CONNECTING && state != State.ESTABLISHED) {
            return;
        }
        if (message instanceof Hello hello) {
            receiveHello(hello, out);
        } else if (message instanceof Welcome welcome) {
            receiveWelcome(welcome);
        } else if (message instanceof Reject reject) {
            state = State.REJECTED_BY_PEER;
            rejectReason = reject.reason();
        }
    }

    private void receiveHello(Hello hello, Consumer<SessionMessage> out) {
        peerSoftware = hello.software();
        RejectReason reason = judge(hello);
        if (reason != null) {
            state = State.REJECTED_BY_US;
            rejectReason = reason;
            out.accept(new Reject(self, reason));
            return;
        }
        version = Math.min(config.maxVersion(), hello.maxVersion());
        features = config.features() & hello.features();
        peerWelcomed = true;
        out.accept(new Welcome(self, version, features));
        establishIfBothWelcomed();
    }

    private RejectReason judge(Hello hello) {
        if (hello.nodeId() == self) {
            return RejectReason.SELF_CONNECTION;
        }
        if (hello.nodeId() != peer) {
            return RejectReason.WRONG_IDENTITY;
        }
        if (Math.min(config.maxVersion(), hello.maxVersion()) < Math.max(config.minVersion(), hello.minVersion())) {
            return RejectReason.VERSION_MISMATCH;
        }
        if ((hello.features() & config.requiredFeatures()) != config.requiredFeatures()) {
            return RejectReason.FEATURE_MISSING;
        }
        return null;
    }

    private void receiveWelcome(Welcome welcome) {
        if (welcome.nodeId() != peer
                || welcome.version() < config.minVersion()
                || welcome.version() > config.maxVersion()) {
            return;
        }
        welcomedByPeer = true;
        establishIfBothWelcomed();
    }

    private void establishIfBothWelcomed() {
        if (peerWelcomed && welcomedByPeer) {
            state = State.ESTABLISHED;
        }
    }

    /** Time passed: repeats HELLO, or sends KEEPALIVE, or ends, if that is due. */
    public void expire(long nowNanos, Consumer<? super Message> out) {
        if (nowNanos < deadlineNanos()) {
            return;
        }
        if (state == State.ESTABLISHED) {
            expireEstablished(nowNanos, out);
            return;
        }
        waitNanos = Math.min(2 * waitNanos, config.helloTimeoutMaxNanos());
        sendHello(nowNanos, out);
    }

    private void expireEstablished(long nowNanos, Consumer<? super Message> out) {
        if (nowNanos >= silenceDeadline()) {
            state = State.SILENT;
        } else {
            sentNanos = nowNanos;
            out.accept(Keepalive.INSTANCE);
        }
    }

    private void sendHello(long nowNanos, Consumer<? super SessionMessage> out) {
        sentNanos = nowNanos;
        helloDeadline = nowNanos + waitNanos;
        out.accept(new Hello(self, config.minVersion(), config.maxVersion(), config.features(), config.software()));
    }
}
