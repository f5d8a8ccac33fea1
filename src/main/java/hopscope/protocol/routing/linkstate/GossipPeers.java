package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateGossip;
import java.util.Arrays;

/** What is known of each neighbour's reading of our log, and of ours of its log, by neighbour slot. */
final class GossipPeers {
    private final long logId;
    private int[] acknowledged = {};
    private long[] receivedLogIds = {};
    private int[] receivedPositions = {};

    /** The latest stretch of our log that came from the neighbour itself: from, included, to, excluded. */
    private int[] echoFrom = {};

    private int[] echoTo = {};

    /** Flooding has told the neighbour our log before this position. */
    private int[] flooded = {};

    /**
     * @param logId incarnation of our own log, not 0
     */
    GossipPeers(long logId) {
        this.logId = logId;
    }

    /** Incarnation of our own log. */
    long logId() {
        return logId;
    }

    void ensure(int slot) {
        if (slot >= acknowledged.length) {
            int capacity = Math.max(4, 2 * (slot + 1));
            acknowledged = Arrays.copyOf(acknowledged, capacity);
            receivedLogIds = Arrays.copyOf(receivedLogIds, capacity);
            receivedPositions = Arrays.copyOf(receivedPositions, capacity);
            echoFrom = Arrays.copyOf(echoFrom, capacity);
            echoTo = Arrays.copyOf(echoTo, capacity);
            flooded = Arrays.copyOf(flooded, capacity);
        }
    }

    /** Both have each other's log before a position. */
    void resume(int slot, long peerLogId, int position) {
        ensure(slot);
        acknowledged[slot] = position;
        receivedLogIds[slot] = peerLogId;
        receivedPositions[slot] = position;
        flooded[slot] = position;
    }

    /** The neighbour has our log before this position. */
    int acknowledged(int slot) {
        return acknowledged[slot];
    }

    /** Incarnation of the neighbour's log, 0 if not known. */
    long receivedLogId(int slot) {
        return receivedLogIds[slot];
    }

    /** We have the neighbour's log before this position. */
    int receivedPosition(int slot) {
        return receivedPositions[slot];
    }

    /**
     * Takes in the positions that a gossip message carries.
     *
     * @param endPosition end of our own log; nobody can have more of it
     */
    void noteReceived(int slot, LinkStateGossip gossip, int endPosition) {
        if (gossip.logId() != receivedLogIds[slot]) {
            receivedLogIds[slot] = gossip.logId();
            receivedPositions[slot] = 0;
            // A peer that restarted has lost what it once told us.
            echoFrom[slot] = 0;
            echoTo[slot] = 0;
        }
        // A message that begins beyond what we have leaves a gap: its records are good, its end proves nothing.
        if (gossip.fromPosition() <= receivedPositions[slot]) {
            receivedPositions[slot] = Math.max(receivedPositions[slot], gossip.toPosition());
        }
        // A peer that restarted does not know our log: it starts from the beginning.
        acknowledged[slot] = gossip.ackedLogId() == logId ? Math.min(gossip.ackedPosition(), endPosition) : 0;
    }

    /** A stretch of our log came from this neighbour: it need not be sent back. */
    void noteEcho(int slot, int fromPosition, int toPosition) {
        if (fromPosition == toPosition) {
            return;
        }
        if (fromPosition != echoTo[slot]) {
            echoFrom[slot] = fromPosition;
        }
        echoTo[slot] = toPosition;
    }

    /** Begin of the latest stretch of our log that came from the neighbour. */
    int echoFrom(int slot) {
        return echoFrom[slot];
    }

    /** End of that stretch. */
    int echoTo(int slot) {
        return echoTo[slot];
    }

    /** Flooding has told the neighbour our log before this position, whether it has arrived or not. */
    int flooded(int slot) {
        return flooded[slot];
    }

    void noteFlooded(int slot, int position) {
        flooded[slot] = position;
    }
}
