package hopscope.protocol.routing.feasible;

import hopscope.protocol.Deadline;
import hopscope.protocol.Effects;
import hopscope.protocol.StableStorage;
import hopscope.protocol.message.FeasibleUpdate;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RoutedMessage;
import hopscope.protocol.message.SequenceRequest;
import hopscope.protocol.routing.DestinationSet;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.OwedUpdates;
import hopscope.protocol.routing.Router;
import hopscope.protocol.routing.UpdateTimer;
import hopscope.random.RandomStream;

/** The feasible distance-vector protocol; its rules stand in the package description. */
public final class FeasibleRouter implements Router {
    private final int self;
    private final Neighbours neighbours;
    private final FeasibleConfig config;
    private final UpdateTimer timer;
    private final long incarnation;
    private final OwnSequence sequence;
    private final FeasibleTable table = new FeasibleTable();
    private final FeasiblePeers peers;
    private final SequenceRequests requests;
    private final DestinationSet changed = new DestinationSet();
    private final OwedUpdates owed = new OwedUpdates();

    /** Not after the first neighbour whose routes expire. */
    private long checkNanos = Deadline.NONE;

    /**
     * @param self not negative
     * @param neighbours the node's, read only here; their costs are what a link adds to a distance
     * @param random the node's own stream
     * @param storage keeps the node's sequence number over its lives
     */
    public FeasibleRouter(
            int self, Neighbours neighbours, FeasibleConfig config, RandomStream random, StableStorage storage) {
        this.self = self;
        this.neighbours = neighbours;
        this.config = config;
        this.timer = new UpdateTimer(config.timing(), random);
        this.incarnation = random.nextLong() | 1;
        this.sequence = new OwnSequence(storage);
        this.peers = new FeasiblePeers(neighbours);
        this.requests =
                new SequenceRequests(neighbours, table, peers, config.timing().intervalNanos() / 2);
    }

    @Override
    public void start(long nowNanos, Effects out) {
        timer.start(nowNanos);
    }

    @Override
    public void neighbourUp(int slot, Effects out) {
        peers.connect(slot);
        owed.add(slot);
    }

    @Override
    public void neighbourDown(int slot, Effects out) {
        owed.take(slot);
        dropRoutes(slot, out);
    }

    /** Nothing that a neighbour told counts any more. */
    private void dropRoutes(int slot, Effects out) {
        peers.forget(slot);
        for (int destination = 0; destination < table.length(); destination++) {
            if (table.slot(destination) == slot || requests.isWanted(destination)) {
                select(destination, out);
            }
        }
    }

    @Override
    public boolean receive(long nowNanos, int slot, Message message, Effects out) {
        if (message instanceof SequenceRequest request) {
            answer(nowNanos, slot, request, out);
            return true;
        }
        if (!(message instanceof FeasibleUpdate update) || update.sender().id() != neighbours.id(slot)) {
            return false;
        }
        if (!peers.isEarlierLife(slot, update.sender().incarnation())) {
            takeUpdate(nowNanos, slot, update, out);
        }
        return true;
    }

    private void takeUpdate(long nowNanos, int slot, FeasibleUpdate update, Effects out) {
        FeasibleUpdate.Sender sender = update.sender();
        if (sender.incarnation() != peers.incarnation(slot)) {
            // A new life may take a route by way of this node as soon as it hears that this node has none by way of it.
            dropRoutes(slot, out);
            peers.setIncarnation(slot, sender.incarnation());
            owed.add(slot);
        }
        if (peers.noteSequence(slot, sender.sequence())) {
            select(sender.id(), out);
        }
        boolean knowsUs = sender.knownIncarnation() == incarnation;
        peers.noteHeard(slot, nowNanos, knowsUs && update.holdsEverything());
        checkNanos = Math.min(checkNanos, peers.heardNanos(slot) + config.expiryNanos());
        if (!knowsUs) {
            // It may still have routes by way of an earlier life of this node, whose distances bind this one to
            // nothing.
            owed.add(slot);
        } else if (!update.holdsEverything()) {
            takeChanges(slot, update, out);
        } else if (!peers.repeats(slot, update)) {
            takeEverything(slot, update, out);
        }
    }

    private void takeChanges(int slot, FeasibleUpdate update, Effects out) {
        for (int i = 0; i < update.size(); i++) {
            int destination = update.destination(i);
            long entry = update.entryAt(i);
            if (destination == self) {
                outbid(entry);
            } else {
                long old = peers.entry(slot, destination);
                if (old != entry) {
                    peers.setEntry(slot, destination, entry);
                    reconsider(slot, destination, old, entry, out);
                }
            }
        }
    }

    private void takeEverything(int slot, FeasibleUpdate update, Effects out) {
        long[] before = peers.row(slot);
        peers.setRow(slot, update);
        long[] now = peers.row(slot);
        for (int destination = 0; destination < Math.max(before.length, now.length); destination++) {
            long old = destination < before.length ? before[destination] : FeasibleUpdate.NO_ROUTE;
            long entry = destination < now.length ? now[destination] : FeasibleUpdate.NO_ROUTE;
            if (entry != old && destination != self && destination != neighbours.id(slot)) {
                reconsider(slot, destination, old, entry, out);
            }
        }
        if (self < now.length) {
            outbid(now[self]);
        }
    }

    private void outbid(long entryForSelf) {
        if (entryForSelf != FeasibleUpdate.NO_ROUTE && sequence.outbid(FeasibleUpdate.sequence(entryForSelf))) {
            timer.noteChange();
        }
    }

    /**
     * Selects anew after one neighbour told another route. There is nothing to do if neither what it offered before nor
     * what it offers now is shorter than the selected route of another: then it is not selected, feasible or not.
     */
    private void reconsider(int slot, int destination, long old, long entry, Effects out) {
        int selected = table.slot(destination);
        boolean others = selected != Neighbours.NO_SLOT && selected != slot && neighbours.id(slot) != destination;
        int distance = others ? FeasibleUpdate.metric(table.get(destination)) : Integer.MAX_VALUE;
        if (!others || offered(slot, old) < distance || offered(slot, entry) < distance) {
            select(destination, out);
        }
    }

    /** Distance by way of a neighbour with this route of its own. */
    private int offered(int slot, long theirs) {
        return theirs == FeasibleUpdate.NO_ROUTE
                ? Integer.MAX_VALUE
                : FeasibleUpdate.metric(theirs) + Math.min(neighbours.cost(slot), FeasibleUpdate.MAX_METRIC);
    }

    /** Selects the shortest feasible route; stays with the next hop, or takes the smallest id, where several are. */
    private void select(int destination, Effects out) {
        int selected = Neighbours.NO_SLOT;
        int distance = Integer.MAX_VALUE;
        int unfeasible = Integer.MAX_VALUE;
        for (int i = 0; i < neighbours.count(); i++) {
            int slot = neighbours.slotAt(i);
            long theirs = peers.entry(slot, destination);
            int offered = offered(slot, theirs);
            if (offered > FeasibleUpdate.MAX_METRIC) {
                continue;
            }
            if (!table.isFeasible(destination, theirs)) {
                unfeasible = Math.min(unfeasible, offered);
            } else if (offered < distance || offered == distance && slot == table.slot(destination)) {
                selected = slot;
                distance = offered;
            }
        }
        long entry = selected == Neighbours.NO_SLOT
                ? FeasibleUpdate.NO_ROUTE
                : FeasibleUpdate.entry(FeasibleUpdate.sequence(peers.entry(selected, destination)), distance);
        replace(destination, entry, selected, out);
        if (requests.note(destination, unfeasible < distance)) {
            timer.noteChange();
        }
    }

    private void replace(int destination, long entry, int slot, Effects out) {
        long old = table.get(destination);
        int oldSlot = table.slot(destination);
        if (old == entry && oldSlot == slot) {
            return;
        }
        table.select(destination, entry, slot);
        if (old != entry) {
            changed.add(destination);
            timer.noteChange();
        }
        if (oldSlot != slot || distanceOf(old) != distanceOf(entry)) {
            out.routeChanged(destination, idOf(oldSlot), distanceOf(old), idOf(slot), distanceOf(entry));
        }
    }

    private int idOf(int slot) {
        return slot == Neighbours.NO_SLOT ? NO_ROUTE : neighbours.id(slot);
    }

    private static int distanceOf(long entry) {
        return entry == FeasibleUpdate.NO_ROUTE ? NO_ROUTE : FeasibleUpdate.metric(entry);
    }

    /** RFC 8966, section 3.8.1.2: tells what is new enough, begins a new number, or passes the wish on. */
    private void answer(long nowNanos, int slot, SequenceRequest request, Effects out) {
        DestinationSet fulfilled = new DestinationSet();
        for (int i = 0; i < request.size(); i++) {
            int destination = request.destination(i);
            long entry = table.get(destination);
            if (destination == self) {
                sequence.raiseTo(request.sequence(i));
                timer.noteChange();
            } else if (entry != FeasibleUpdate.NO_ROUTE && FeasibleUpdate.sequence(entry) >= request.sequence(i)) {
                fulfilled.add(destination);
            }
        }
        int[] told = fulfilled.toArray();
        if (told.length > 0) {
            out.transmit(neighbours.id(slot), FeasibleUpdate.changes(senderFor(slot), told, table.entries(told)));
        }
        fulfilled.add(self);
        requests.pass(nowNanos, slot, request, fulfilled, out);
    }

    private FeasibleUpdate.Sender senderFor(int slot) {
        return new FeasibleUpdate.Sender(self, sequence.value(), incarnation, peers.incarnation(slot));
    }

    @Override
    public void expire(long nowNanos, Effects out) {
        if (nowNanos >= checkNanos) {
            expireRoutes(nowNanos, out);
        }
        switch (timer.expire(nowNanos)) {
            case EVERYTHING -> {
                changed.clear();
                owed.addAll(neighbours);
                requests.askAll(out);
            }
            case CHANGES -> {
                tellChanges(out);
                requests.askNew(out);
            }
            case NOTHING -> {}
        }
        for (int i = 0; i < neighbours.count() && !owed.isEmpty(); i++) {
            int slot = neighbours.slotAt(i);
            if (owed.take(slot)) {
                out.transmit(neighbours.id(slot), everythingFor(slot));
            }
        }
    }

    /** All routes, or none while it is not known whether the neighbour may take any. */
    private FeasibleUpdate everythingFor(int slot) {
        FeasibleUpdate.Sender sender = senderFor(slot);
        return sender.knownIncarnation() == 0
                ? FeasibleUpdate.changes(sender, new int[0], new long[0])
                : table.everything(sender);
    }

    private void tellChanges(Effects out) {
        int[] destinations = changed.take();
        long[] entries = table.entries(destinations);
        for (int i = 0; i < neighbours.count(); i++) {
            int slot = neighbours.slotAt(i);
            if (!owed.contains(slot)) {
                out.transmit(neighbours.id(slot), FeasibleUpdate.changes(senderFor(slot), destinations, entries));
            }
        }
    }

    private void expireRoutes(long nowNanos, Effects out) {
        checkNanos = Deadline.NONE;
        for (int i = 0; i < neighbours.count(); i++) {
            int slot = neighbours.slotAt(i);
            long heard = peers.heardNanos(slot);
            if (heard != Deadline.NONE && nowNanos >= heard + config.expiryNanos()) {
                dropRoutes(slot, out);
            } else if (heard != Deadline.NONE) {
                checkNanos = Math.min(checkNanos, heard + config.expiryNanos());
            }
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
    public boolean isLoopFree() {
        return true;
    }

    @Override
    public int via(int destination) {
        return idOf(table.slot(destination));
    }

    @Override
    public int distance(int destination) {
        return distanceOf(table.get(destination));
    }

    @Override
    public int entryCount() {
        return table.routeCount();
    }
}
