package hopscope.testbed;

import hopscope.protocol.node.NodeCounters;

/**
 * The nodes of a run. Called by the thread of the run only; what the nodes do goes to the {@link Journal}. Only what is
 * said so may be called for a node that is down.
 */
interface Fleet {
    /**
     * What a node says of itself.
     *
     * @param counters since its birth
     * @param entryCount entries that its routing protocol holds
     */
    record Account(NodeCounters counters, int entryCount) {}

    /** Number of nodes, up or down. */
    int size();

    /** Makes a node, of the life that the journal says, that does not run yet: then starting many takes little time. */
    void create(int node);

    /** Lets a node run that was made. */
    void start(int node);

    /** Whether a node was made and not killed; for any node. */
    boolean isUp(int node);

    /** Offers a message to a node. */
    void send(int source, int destination, byte[] payload);

    /** Lets the link to a peer come up again. */
    void connect(int node, int peer);

    /** Takes the link to a peer down. */
    void disconnect(int node, int peer);

    /** From now on a link loses everything, or ceases to; whatever its ends are. */
    void swallow(int link, boolean all);

    /** What was on a link does not hold up later frames; whatever its ends are. */
    void wipe(int link);

    /** Asks a node, and waits for the answer. */
    Account account(int node);

    /** Ends a node as if its process had died; for any node. */
    void kill(int node);

    /** Ends all. */
    default void killAll() {
        for (int node = 0; node < size(); node++) {
            kill(node);
        }
    }
}
