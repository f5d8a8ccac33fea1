package hopscope.protocol.routing.linkstate;

import hopscope.protocol.Effects;
import hopscope.protocol.StableStorage;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.routing.Neighbours;
import hopscope.random.RandomStream;

/**
 * Link-state routing hop by hop: the same database and tree as source routing, but every forwarder follows its own tree and
 * the message carries no path. The rules stand in the package description.
 */
public final class LinkStateRouter extends LinkStateCore {
    private final FirstHops firstHops;

    /** A router with a room of its own for repairs; the rest as below. */
    public LinkStateRouter(
            int self, Neighbours neighbours, LinkStateConfig config, RandomStream random, StableStorage storage) {
        this(self, neighbours, config, random, storage, new RepairSpace());
    }

    /**
     * @param self not negative
     * @param neighbours the node's, read only here; their costs are in the unit of the metric
     * @param random the node's own stream
     * @param storage keeps the sequence number over the node's lives
     * @param space for repairs; may be shared with routers that are never at work at the same time
     */
    public LinkStateRouter(
            int self,
            Neighbours neighbours,
            LinkStateConfig config,
            RandomStream random,
            StableStorage storage,
            RepairSpace space) {
        super(self, neighbours, config, random, storage, space, true);
        this.firstHops = new FirstHops(self, database, tree);
    }

    @Override
    void repairRoutes(RecordBatch records, Effects out) {
        firstHops.repair(records, out);
    }

    @Override
    public int[] pathTo(int destination) {
        return firstHops.get(destination) == NO_ROUTE ? null : RoutedMessage.HOP_BY_HOP;
    }

    @Override
    public int nextHop(RoutedMessage message) {
        int destination = message.destination();
        int next = config.equalCost() == EqualCost.SMALLEST_ID
                ? firstHops.get(destination)
                : paths.firstHop(destination, EqualCostPaths.key(message.source(), destination, message.messageId()));
        return next != NO_ROUTE && isNeighbour(next) ? next : NO_ROUTE;
    }

    @Override
    public boolean carriesPath() {
        return false;
    }

    @Override
    public int via(int destination) {
        return firstHops.get(destination);
    }
}
