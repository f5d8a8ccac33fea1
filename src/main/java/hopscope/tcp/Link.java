package hopscope.tcp;

import hopscope.protocol.message.Message;
import java.util.ArrayList;
import java.util.List;

/** All that is about one configured peer; owned by the node's thread. */
final class Link {
    private static final int MAX_HELD_FRAMES = 16;

    final PeerAddress peer;

    /** Whether the connection that this node dials is the one to keep when both ends dial at once. */
    final boolean oursWins;

    boolean heldDown;

    /** The one whose frames the node gets. */
    Connection current;

    /** Ours, until its transport is up. */
    Connection dialling;

    /** Since when a session has stood over {@link #current}, if one stands. */
    long establishedNanos;

    /** The peer's, waiting for what becomes of ours. */
    Connection held;

    /** What came over it meanwhile. */
    final List<Message> heldFrames = new ArrayList<>();

    /** Attempts since a session stood. */
    int attempts;

    boolean redialPlanned;

    Link(PeerAddress peer, int self) {
        this.peer = peer;
        this.oursWins = self < peer.id();
    }

    int id() {
        return peer.id();
    }

    boolean isIdle() {
        return current == null && dialling == null && held == null;
    }

    void hold(Connection connection) {
        held = connection;
        heldFrames.clear();
    }

    /** Keeps a frame of the connection held; answers whether there was room. */
    boolean keep(Message message) {
        return heldFrames.size() < MAX_HELD_FRAMES && heldFrames.add(message);
    }

    /** The connection held, which is held no more. */
    Connection takeHeld() {
        Connection taken = held;
        held = null;
        return taken;
    }
}
