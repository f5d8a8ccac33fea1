package hopscope.testbed;

import hopscope.protocol.message.Message;
import hopscope.protocol.node.NodeCounters;
import hopscope.simulation.FaultStrike;
import hopscope.simulation.SimulationObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Brings what nodes do on their own threads into one order, the order in which they take this object's lock, with the
 * time that has passed since the start of the run; and tells it to the observer of a run. Thread-safe. Nobody may wait
 * for a node while holding the lock, since the node may be waiting for the lock.
 */
final class Journal {
    private final LiveNetwork network;
    private final SimulationObserver observer;
    private final int[] lives;
    private final Map<Key, Fate> fates = new HashMap<>();
    private long startNanos;
    private boolean open;
    private long eventCount;
    private RuntimeException failure;
    private FaultStrike strike;

    /** A message. */
    private record Key(int source, long id) {}

    /** What is known of a message; things may be heard in another order than they happened. */
    private static final class Fate {
        private boolean accepted;
        private boolean settled;
        private final List<LongConsumer> early = new ArrayList<>();
    }

    Journal(LiveNetwork network, SimulationObserver observer) {
        this.network = network;
        this.observer = observer;
        this.lives = new int[network.topology().nodeCount()];
    }

    /** Time zero is now. */
    synchronized void begin() {
        startNanos = System.nanoTime();
        open = true;
        observer.begin(network);
    }

    /** Nanoseconds since the start. */
    long nowNanos() {
        return System.nanoTime() - startNanos;
    }

    synchronized long eventCount() {
        return eventCount;
    }

    /** Which life of a node counts; what an earlier one still does is no part of the run. */
    synchronized int life(int node) {
        return lives[node];
    }

    /** One thing that happened, in the order of this call. */
    private void note(LongConsumer event) {
        if (open) {
            long now = nowNanos();
            eventCount++;
            try {
                event.accept(now);
                observer.eventDone(now);
            } catch (RuntimeException e) {
                // Thrown on to the run's own thread: a node must not stop in the middle of what it does.
                failure = e;
                open = false;
            }
        }
    }

    private boolean isCurrent(int node, int life) {
        return network.isUp(node) && lives[node] == life;
    }

    synchronized void routeChanged(
            int node, int life, int destination, int oldVia, int oldDistance, int via, int distance) {
        if (isCurrent(node, life) && destination < lives.length) {
            network.mirror(node).set(destination, via, distance);
            note(now -> observer.routeChanged(now, node, destination, oldVia, oldDistance, via, distance));
        }
    }

    synchronized void transmitted(int node, int life, Message message) {
        if (isCurrent(node, life)) {
            note(now -> observer.transmitted(now, node, message));
        }
    }

    private Fate fate(int source, long id) {
        return fates.computeIfAbsent(new Key(source, id), key -> new Fate());
    }

    /** A node accepted a message; its time is that of the offer. */
    synchronized void accepted(long offeredNanos, int node, int life, long id, int destination) {
        if (!isCurrent(node, life)) {
            return;
        }
        Fate fate = fate(node, id);
        fate.accepted = true;
        note(now -> {
            observer.accepted(offeredNanos, node, id, destination);
            fate.early.forEach(delivery -> delivery.accept(now));
            fate.early.clear();
        });
    }

    synchronized void windowFull(int node) {
        note(now -> observer.windowFull(now, node));
    }

    synchronized void delivered(int node, int life, int source, long id, int hops) {
        if (!isCurrent(node, life)) {
            return;
        }
        Fate fate = fate(source, id);
        if (fate.accepted) {
            note(now -> observer.delivered(now, node, source, id, hops));
        } else {
            long heard = nowNanos();
            fate.early.add(now -> observer.delivered(heard, node, source, id, hops));
        }
    }

    synchronized void acknowledged(int node, int life, long id) {
        if (isCurrent(node, life)) {
            fate(node, id).settled = true;
            note(now -> {});
        }
    }

    synchronized void abandoned(int node, int life, long id) {
        if (isCurrent(node, life)) {
            fate(node, id).settled = true;
            note(now -> observer.abandoned(now, node, id));
        }
    }

    /** What the next break or repair is an occurrence of. */
    synchronized void announce(FaultStrike next) {
        strike = next;
    }

    /** What was announced found nothing to do. */
    synchronized void withoutEffect() {
        FaultStrike none = new FaultStrike(
                strike.fault(), strike.occurrence(), strike.kind(), strike.subject(), FaultStrike.Status.NO_EFFECT);
        note(now -> observer.struck(now, none));
    }

    private void disturb(long now) {
        if (strike != null) {
            observer.struck(now, strike);
        }
        observer.disturbed(now);
    }

    /** A link is cut. */
    synchronized void cut(int link) {
        note(now -> {
            disturb(now);
            boolean wasLive = network.isLive(link);
            network.setLinkUp(link, false);
            if (wasLive) {
                observer.linkChanged(now, link, false);
            }
        });
    }

    /** A link is mended. */
    synchronized void mend(int link) {
        note(now -> {
            disturb(now);
            network.setLinkUp(link, true);
            if (network.isLive(link)) {
                observer.linkChanged(now, link, true);
            }
        });
    }

    /** A node is about to be killed. */
    synchronized void crash(int node, NodeCounters counters) {
        note(now -> {
            disturb(now);
            abandonAll(now, node);
            network.setCounters(node, counters);
            List<Integer> links = liveLinks(node);
            network.setNodeUp(node, false);
            observer.nodeChanged(now, node, false);
            links.forEach(link -> observer.linkChanged(now, link, false));
        });
    }

    /** What the node had accepted and not settled is lost with it. */
    private void abandonAll(long now, int node) {
        fates.entrySet().stream()
                .filter(entry -> entry.getKey().source() == node)
                .filter(entry -> entry.getValue().accepted && !entry.getValue().settled)
                .map(entry -> entry.getKey().id())
                .sorted()
                .toList()
                .forEach(id -> {
                    fate(node, id).settled = true;
                    observer.abandoned(now, node, id);
                });
    }

    private List<Integer> liveLinks(int node) {
        var topology = network.topology();
        return java.util.stream.IntStream.range(topology.firstNeighbour(node), topology.firstNeighbour(node + 1))
                .map(topology::linkAt)
                .filter(network::isLive)
                .boxed()
                .toList();
    }

    /** A node is about to start again. */
    synchronized void restart(int node) {
        note(now -> {
            disturb(now);
            lives[node]++;
            network.setNodeUp(node, true);
            observer.nodeChanged(now, node, true);
            liveLinks(node).forEach(link -> observer.linkChanged(now, link, true));
        });
    }

    /** What a node says of itself at the end of the run. */
    synchronized void report(int node, NodeCounters counters, int entryCount) {
        network.setCounters(node, counters);
        network.mirror(node).setEntryCount(entryCount);
    }

    /**
     * The run is over; what is heard from now on is no part of it.
     *
     * @throws IllegalStateException if the observer failed in the course of the run
     */
    synchronized void end(long durationNanos) {
        if (failure != null) {
            throw new IllegalStateException("the observer of a testbed run failed: " + failure, failure);
        }
        open = false;
        observer.end(durationNanos);
    }
}
