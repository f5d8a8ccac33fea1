package hopscope.protocol.routing.feasible;

import hopscope.protocol.Effects;
import hopscope.protocol.message.FeasibleUpdate;
import hopscope.protocol.message.SequenceRequest;
import hopscope.protocol.routing.DestinationSet;
import hopscope.protocol.routing.Neighbours;
import java.util.Arrays;

/** The node's wishes for newer sequence numbers, its own and those that it passes on for others. */
final class SequenceRequests {
    /** RFC 8966, section 3.8.1.2, asks for a limit above the diameter and proposes 64. */
    private static final int HOP_LIMIT = 64;

    private final Neighbours neighbours;
    private final FeasibleTable table;
    private final FeasiblePeers peers;
    private final long repeatNanos;

    /** Destinations to which a better route would be there, were it feasible. */
    private final DestinationSet wanted = new DestinationSet();

    /** Those of them that nobody was asked for yet. */
    private final DestinationSet unasked = new DestinationSet();

    /** The largest number that was passed on for a destination, and when. */
    private int[] passedSequences = {};

    private long[] passedNanos = {};

    /**
     * @param repeatNanos the same wish is not passed on twice within this time
     */
    SequenceRequests(Neighbours neighbours, FeasibleTable table, FeasiblePeers peers, long repeatNanos) {
        this.neighbours = neighbours;
        this.table = table;
        this.peers = peers;
        this.repeatNanos = repeatNanos;
    }

    /** Notes whether a better route to a destination is there that is not feasible; answers whether that is new. */
    boolean note(int destination, boolean isWanted) {
        if (!isWanted) {
            wanted.remove(destination);
            unasked.remove(destination);
            return false;
        }
        return wanted.add(destination) && unasked.add(destination);
    }

    boolean isWanted(int destination) {
        return wanted.contains(destination);
    }

    /** Asks for what nobody was asked for yet. */
    void askNew(Effects out) {
        ask(unasked.take(), out);
    }

    /** Asks for everything that is wanted; an earlier request or its answer may have been lost. */
    void askAll(Effects out) {
        unasked.clear();
        ask(wanted.toArray(), out);
    }

    /** Asks each neighbour for the routes of its own that would be better. */
    private void ask(int[] destinations, Effects out) {
        for (int i = 0; i < neighbours.count() && destinations.length > 0; i++) {
            int slot = neighbours.slotAt(i);
            Batch batch = new Batch();
            for (int destination : destinations) {
                long entry = peers.entry(slot, destination);
                if (entry != FeasibleUpdate.NO_ROUTE && !table.isFeasible(destination, entry)) {
                    batch.add(destination, table.nextSequence(destination), HOP_LIMIT);
                }
            }
            batch.transmit(neighbours.id(slot), out);
        }
    }

    /** Passes on the wishes of a neighbour that this node cannot fulfil. */
    void pass(long nowNanos, int fromSlot, SequenceRequest request, DestinationSet fulfilled, Effects out) {
        Batch[] batches = new Batch[neighbours.count()];
        for (int i = 0; i < request.size(); i++) {
            int destination = request.destination(i);
            int index =
                    request.hopLimit(i) > 1 && !fulfilled.contains(destination) ? towards(destination, fromSlot) : -1;
            if (index >= 0 && isDue(nowNanos, destination, request.sequence(i))) {
                if (batches[index] == null) {
                    batches[index] = new Batch();
                }
                batches[index].add(destination, request.sequence(i), request.hopLimit(i) - 1);
            }
        }
        for (int index = 0; index < batches.length; index++) {
            if (batches[index] != null) {
                batches[index].transmit(neighbours.id(neighbours.slotAt(index)), out);
            }
        }
    }

    /** Index of the neighbour to pass a wish to: the next hop, or else whoever claims the shortest route; -1 if none. */
    private int towards(int destination, int fromSlot) {
        int best = -1;
        long bestMetric = FeasibleUpdate.NO_ROUTE;
        for (int i = 0; i < neighbours.count(); i++) {
            int slot = neighbours.slotAt(i);
            long entry = peers.entry(slot, destination);
            if (slot != fromSlot && entry != FeasibleUpdate.NO_ROUTE) {
                if (slot == table.slot(destination)) {
                    return i;
                }
                if (FeasibleUpdate.metric(entry) < bestMetric) {
                    best = i;
                    bestMetric = FeasibleUpdate.metric(entry);
                }
            }
        }
        return best;
    }

    private boolean isDue(long nowNanos, int destination, int sequence) {
        if (destination >= passedNanos.length) {
            int old = passedNanos.length;
            passedNanos = Arrays.copyOf(passedNanos, destination + 1 + destination / 8);
            passedSequences = Arrays.copyOf(passedSequences, passedNanos.length);
            Arrays.fill(passedNanos, old, passedNanos.length, Long.MIN_VALUE / 2);
        }
        if (sequence <= passedSequences[destination] && nowNanos - passedNanos[destination] < repeatNanos) {
            return false;
        }
        passedSequences[destination] = sequence;
        passedNanos[destination] = nowNanos;
        return true;
    }

    /** A request in the making. */
    private static final class Batch {
        private int[] destinations = new int[4];
        private int[] sequences = new int[4];
        private int[] hopLimits = new int[4];
        private int count;

        void add(int destination, int sequence, int hopLimit) {
            if (count == destinations.length) {
                destinations = Arrays.copyOf(destinations, 2 * count);
                sequences = Arrays.copyOf(sequences, 2 * count);
                hopLimits = Arrays.copyOf(hopLimits, 2 * count);
            }
            destinations[count] = destination;
            sequences[count] = sequence;
            hopLimits[count++] = hopLimit;
        }

        void transmit(int peer, Effects out) {
            if (count > 0) {
                out.transmit(
                        peer,
                        new SequenceRequest(
                                Arrays.copyOf(destinations, count),
                                Arrays.copyOf(sequences, count),
                                Arrays.copyOf(hopLimits, count)));
            }
        }
    }
}
