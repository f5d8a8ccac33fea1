package hopscope.protocol.routing.linkstate;

import hopscope.protocol.Effects;
import hopscope.protocol.StableStorage;
import hopscope.protocol.message.LinkStateRecord;
import hopscope.protocol.message.RouteError;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.routing.Neighbours;
import hopscope.random.RandomStream;

/** Source routing: the message carries its path. The rules stand in the package description. */
public final class SourceRouter extends LinkStateCore {
    /**
     * @param self not negative
     * @param neighbours the node's, read only here; their costs are in the unit of the metric
     * @param random the node's own stream
     * @param storage keeps the sequence number over the node's lives
     */
    public SourceRouter(
            int self, Neighbours neighbours, LinkStateConfig config, RandomStream random, StableStorage storage) {
        super(self, neighbours, config, random, storage);
    }

    @Override
    void repairRoutes(RecordBatch records, Effects out) {
        tree.repair(records, out::routeChanged);
    }

    @Override
    public int[] pathTo(int destination) {
        return pathTo(destination, 0);
    }

    @Override
    public int[] pathTo(int destination, long messageId) {
        return paths.path(destination, messageId);
    }

    @Override
    public int nextHop(RoutedMessage message) {
        int[] path = message.path();
        int hops = message.hops();
        if (hops + 1 >= path.length || path[hops] != self) {
            return NO_ROUTE;
        }
        return isNeighbour(path[hops + 1]) ? path[hops + 1] : NO_ROUTE;
    }

    @Override
    public RouteError routeError(RoutedMessage dropped, int hopLimit) {
        int[] path = dropped.path();
        int hops = dropped.hops();
        boolean isOnItsPath = hops > 0 && hops + 1 < path.length && path[hops] == self;
        if (!config.routeErrors() || dropped instanceof RouteError || !isOnItsPath) {
            return null;
        }
        LinkStateRecord own = record(self);
        if (own == null || own.cost(path[hops + 1]) != LinkStateRecord.NOT_LISTED) {
            return null;
        }
        int[] back = new int[hops + 1];
        for (int i = 0; i <= hops; i++) {
            back[i] = path[hops - i];
        }
        return new RouteError(
                self,
                back[hops],
                hopLimit,
                0,
                back,
                dropped.type(),
                dropped.messageId(),
                dropped.destination(),
                path[hops + 1],
                own,
                ageOnTheWay(self));
    }

    @Override
    public void receiveRouteError(long nowNanos, RouteError error, Effects out) {
        learn(nowNanos, error.record(), error.ageMillis(), out);
    }

    @Override
    public boolean carriesPath() {
        return true;
    }

    @Override
    public int via(int destination) {
        return tree.predecessor(destination);
    }
}
