package hopscope.protocol.node;

import hopscope.protocol.message.RoutedMessage;

/** What a message from a peer claims and may not claim. Such messages are dropped: no honest node sends them. */
public enum RoutedFault {
    /** It may cross more links than we let our own messages cross. */
    HOP_LIMIT,
    /** It has crossed no link, though it came over one, or more links than its hop limit at the start can have been. */
    HOPS,
    /** Its path has more nodes than a hop limit allows. */
    PATH_LENGTH,
    /** Its path comes to a node twice. */
    PATH_LOOP,
    /** Its path is not at this node now, or does not come from the peer. */
    PATH_POSITION;

    /** A path of 255 links has 256 nodes. */
    private static final int MAX_PATH_NODES = 256;

    /**
     * What is wrong with a message that came from a peer; O(path), or O(path²) if ids clash modulo 64.
     *
     * @param self who received it
     * @param hopLimit that messages sent by this node begin with
     * @return {@code null} if nothing is
     */
    static RoutedFault of(RoutedMessage message, int self, int peer, int hopLimit) {
        int hops = message.hops();
        if (message.hopLimit() > hopLimit) {
            return HOP_LIMIT;
        }
        if (hops < 1 || message.hopLimit() + hops > hopLimit) {
            return HOPS;
        }
        int[] path = message.path();
        if (path.length == 0) {
            return null;
        }
        if (path.length > MAX_PATH_NODES) {
            return PATH_LENGTH;
        }
        if (hops >= path.length || path[hops] != self || path[hops - 1] != peer) {
            return PATH_POSITION;
        }
        return repeatsANode(path) ? PATH_LOOP : null;
    }

    private static boolean repeatsANode(int[] path) {
        long seen = 0;
        for (int i = 0; i < path.length; i++) {
            long bit = 1L << path[i];
            if ((seen & bit) != 0 && isBefore(path, i)) {
                return true;
            }
            seen |= bit;
        }
        return false;
    }

    private static boolean isBefore(int[] path, int index) {
        for (int i = 0; i < index; i++) {
            if (path[i] == path[index]) {
                return true;
            }
        }
        return false;
    }
}
