package hopscope.protocol.routing.rip;

import hopscope.protocol.Deadline;
import hopscope.protocol.Effects;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RipUpdate;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.routing.DestinationSet;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.OwedUpdates;
import hopscope.protocol.routing.Router;
import hopscope.protocol.routing.UpdateTimer;
import hopscope.random.RandomStream;

/** The routing information protocol; its rules stand in the package description. */
public final class RipRouter implements Router {
    private final int self;
    private final Neighbours neighbours;
    private final RipConfig config;
    private final UpdateTimer timer;
    private final RipTable table = new RipTable();
    private final RipPeers peers = new RipPeers();
    private final DestinationSet changed = new DestinationSet();
    private final OwedUpdates owed = new OwedUpdates();

    /** Not after the first route that times out or is forgotten. */
    private long checkNanos = Deadline.NONE;

    /**
     * @param self not negative
     * @param neighbours the node's, read only here; their costs are what a link adds to a distance
     * @param random the node's own stream
     */
    public RipRouter(int self, Neighbours neighbours, RipConfig config, RandomStream random) {
        this.self = self;
        this.neighbours = neighbours;
        this.config = config;
        this.timer = new UpdateTimer(config.timing(), random);
    }

    @Override
    public void start(long nowNanos, Effects out) {
        timer.start(nowNanos);
    }

    @Override
    public void neighbourUp(int slot, Effects out) {
        peers.connect(slot);
        owed.add(slot);
        int neighbour = neighbours.id(slot);
        if (costOf(slot) < reachOf(table.get(neighbour))) {
            // A route to a neighbour that is there does not time out, so its time does not matter.
            replace(neighbour, RipTable.entry(costOf(slot), slot), 0, out);
        }
    }

    @Override
    public void neighbourDown(int slot, Effects out) {
        owed.take(slot);
        for (int destination = 0; destination < table.length(); destination++) {
            int entry = table.get(destination);
            if (isReachable(entry) && RipTable.slotOf(entry) == slot) {
                // Without a time until the next expire, which is due at once.
                raise(destination, config.infinity(), slot, Deadline.NONE, out);
                checkNanos = 0;
            }
        }
    }

    @Override
    public boolean receive(long nowNanos, int slot, Message message, Effects out) {
        if (!(message instanceof RipUpdate update)) {
            return false;
        }
        if (!peers.repeats(slot, update)) {
            boolean confirmsAll = merge(nowNanos, slot, update, out);
            peers.noteMerged(slot, confirmsAll ? update.version() : RipUpdate.NO_VERSION);
        } else {
            peers.confirmAll(slot, nowNanos);
        }
        return true;
    }

    /** Answers whether the update confirmed every route by way of the sender, so that an equal one only confirms again. */
    private boolean merge(long nowNanos, int slot, RipUpdate update, Effects out) {
        boolean confirmsAll = true;
        int neighbour = neighbours.id(slot);
        for (int position = 0; position < update.size(); position++) {
            int destination = update.destination(position);
            int metric = update.metric(position);
            if (metric == RipUpdate.NOT_LISTED) {
                confirmsAll &= destination == neighbour || !isReachableBy(slot, destination);
            } else if (destination != self && destination != neighbour) {
                offer(nowNanos, slot, destination, metric, out);
            }
        }
        for (int destination = update.size(); destination < table.length() && confirmsAll; destination++) {
            confirmsAll = destination == neighbour || !isReachableBy(slot, destination);
        }
        return confirmsAll;
    }

    private boolean isReachableBy(int slot, int destination) {
        int entry = table.get(destination);
        return isReachable(entry) && RipTable.slotOf(entry) == slot;
    }

    /** RFC 2453, section 3.9.2: one entry of a response. */
    private void offer(long nowNanos, int slot, int destination, int metric, Effects out) {
        int offered = Math.min(metric + costOf(slot), config.infinity());
        int entry = table.get(destination);
        boolean fromNextHop = entry != RipTable.ABSENT && RipTable.slotOf(entry) == slot;
        if (offered < reachOf(entry)) {
            replace(destination, RipTable.entry(offered, slot), nowNanos, out);
            checkNanos = Math.min(checkNanos, nowNanos + config.timeoutNanos());
        } else if (fromNextHop && offered > reachOf(entry)) {
            raise(destination, offered, slot, nowNanos, out);
        } else if (fromNextHop && offered < config.infinity()) {
            table.setTime(destination, nowNanos);
        }
    }

    /** The next hop itself says that it is further now, or it is gone. */
    private void raise(int destination, int distance, int slot, long nowNanos, Effects out) {
        // What others told before may be better than this now.
        peers.forgetMerged();
        int ownSlot = neighbours.slotOf(destination);
        if (ownSlot != Neighbours.NO_SLOT && neighbours.isConnected(ownSlot) && costOf(ownSlot) <= distance) {
            replace(destination, RipTable.entry(costOf(ownSlot), ownSlot), nowNanos, out);
            return;
        }
        replace(destination, RipTable.entry(distance, slot), nowNanos, out);
        if (distance == config.infinity() && nowNanos != Deadline.NONE) {
            checkNanos = Math.min(checkNanos, nowNanos + config.garbageNanos());
        }
    }

    private void replace(int destination, int entry, long nowNanos, Effects out) {
        int old = table.get(destination);
        table.set(destination, entry, nowNanos);
        changed.add(destination);
        timer.noteChange();
        int oldVia = viaOf(old);
        int via = viaOf(entry);
        if (oldVia != via || distanceOf(old) != distanceOf(entry)) {
            out.routeChanged(destination, oldVia, distanceOf(old), via, distanceOf(entry));
        }
    }

    private int costOf(int slot) {
        return Math.min(neighbours.cost(slot), config.infinity());
    }

    private boolean isReachable(int entry) {
        return RipTable.distanceOf(entry) < config.infinity();
    }

    /** Distance of an entry, infinity if there is no route. */
    private int reachOf(int entry) {
        return Math.min(RipTable.distanceOf(entry), config.infinity());
    }

    private int viaOf(int entry) {
        return isReachable(entry) ? neighbours.id(RipTable.slotOf(entry)) : NO_ROUTE;
    }

    private int distanceOf(int entry) {
        return isReachable(entry) ? RipTable.distanceOf(entry) : NO_ROUTE;
    }

    @Override
    public void expire(long nowNanos, Effects out) {
        if (nowNanos >= checkNanos) {
            checkTimes(nowNanos, out);
        }
        switch (timer.expire(nowNanos)) {
            case EVERYTHING -> {
                changed.clear();
                owed.addAll(neighbours);
            }
            case CHANGES -> tellChanges(out);
            case NOTHING -> {}
        }
        for (int i = 0; i < neighbours.count() && !owed.isEmpty(); i++) {
            int slot = neighbours.slotAt(i);
            if (owed.take(slot)) {
                out.transmit(neighbours.id(slot), table.everything(meaningFor(slot)));
            }
        }
    }

    private void tellChanges(Effects out) {
        int[] destinations = changed.take();
        int[] packed = new int[destinations.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = table.get(destinations[i]);
        }
        for (int i = 0; i < neighbours.count(); i++) {
            int slot = neighbours.slotAt(i);
            RipUpdate update = RipTable.changes(destinations, packed, meaningFor(slot));
            if (update != null && !owed.contains(slot)) {
                out.transmit(neighbours.id(slot), update);
            }
        }
    }

    private RipUpdate.Meaning meaningFor(int slot) {
        return config.splitHorizon() == SplitHorizon.NONE
                ? RipUpdate.Meaning.plain(config.infinity())
                : new RipUpdate.Meaning(config.infinity(), slot, config.splitHorizon() == SplitHorizon.SIMPLE);
    }

    /** Loses routes that were not confirmed in time, forgets routes that were lost long enough ago. */
    private void checkTimes(long nowNanos, Effects out) {
        checkNanos = Deadline.NONE;
        for (int destination = 0; destination < table.length(); destination++) {
            int entry = table.get(destination);
            if (entry == RipTable.ABSENT) {
                continue;
            }
            int slot = RipTable.slotOf(entry);
            if (!isReachable(entry)) {
                checkGarbage(destination, nowNanos);
            } else if (neighbours.id(slot) != destination) {
                long confirmed = Math.max(table.timeNanos(destination), peers.confirmedAllNanos(slot));
                if (nowNanos >= confirmed + config.timeoutNanos()) {
                    raise(destination, config.infinity(), slot, nowNanos, out);
                } else {
                    checkNanos = Math.min(checkNanos, confirmed + config.timeoutNanos());
                }
            }
        }
    }

    private void checkGarbage(int destination, long nowNanos) {
        if (table.timeNanos(destination) == Deadline.NONE) {
            table.setTime(destination, nowNanos);
        }
        long due = table.timeNanos(destination) + config.garbageNanos();
        if (nowNanos >= due) {
            table.set(destination, RipTable.ABSENT, 0);
        } else {
            checkNanos = Math.min(checkNanos, due);
        }
    }

    @Override
    public long deadlineNanos() {
        return !owed.isEmpty() ? 0 : Math.min(checkNanos, timer.deadlineNanos());
    }

    @Override
    public int[] pathTo(int destination) {
        return RoutedMessage.HOP_BY_HOP;
    }

    @Override
    public int nextHop(RoutedMessage message) {
        return via(message.destination());
    }

    @Override
    public boolean carriesPath() {
        return false;
    }

    @Override
    public int via(int destination) {
        return viaOf(table.get(destination));
    }

    @Override
    public int distance(int destination) {
        return distanceOf(table.get(destination));
    }

    @Override
    public int entryCount() {
        return table.entryCount();
    }
}
