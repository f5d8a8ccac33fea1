package hopscope.metrics;

import hopscope.protocol.RouteChanges;

/** Routes that are followed, with the conditions that their pairs are in. */
interface TrackedRoutes {
    /** How many pairs are in each condition, as of the last {@link #settle}. */
    PairCounts counts();

    /** How many ordered pairs are followed. */
    long pairCount();

    /** A node's route to a destination changed; -1 stands for no route. */
    void routeChanged(int node, int destination, int oldDistance, int via, int distance);

    /** Several routes of a node changed at once. */
    void routesChanged(int node, RouteChanges changes);

    /** A node went down or came up. */
    void nodeChanged(int node);

    /** A link became usable or ceased to be. */
    void linkChanged(int link, boolean live);

    /** Takes in what changed; to be called before counts are looked at. */
    void settle();

    /** Whether {@link #oracleDistance} from a source can be asked for now: changes of the network have been taken in. */
    boolean knowsDistancesFrom(int source);

    /** Distance between two nodes as the oracle sees it, or {@link DistanceOracle#UNREACHABLE}. */
    int oracleDistance(int source, int destination);

    /** Two neighbouring nodes on a loop and its destination, for a message; there must be one. */
    String describeLoop();
}
