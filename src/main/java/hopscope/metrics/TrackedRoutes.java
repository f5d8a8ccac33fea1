package hopscope.metrics;

/** Routes that are followed, with the conditions that their pairs are in. */
interface TrackedRoutes {
    /** How many pairs are in each condition, as of the last {@link #settle}. */
    PairCounts counts();

    /** How many ordered pairs are followed. */
    long pairCount();

    /** A node's route to a destination changed; -1 stands for no route. */
    void routeChanged(int node, int destination, int oldDistance, int via, int distance);

    /** A node went down or came up. */
    void nodeChanged(int node);

    /** A link became usable or ceased to be. */
    void linkChanged(int link, boolean live);

    /** Takes in what changed; to be called before counts are looked at. */
    void settle();

    /** Two neighbouring nodes on a loop and its destination, for a message; there must be one. */
    String describeLoop();
}
