package hopscope.protocol.routing.rip;

import hopscope.protocol.RecordedEffects;
import hopscope.protocol.message.RipUpdate;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.UpdateTiming;
import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Routers that all send their tables at the same moments, and then all receive what was sent. */
final class SynchronousRounds {
    private static final long INTERVAL = 1_000;
    private static final long FOREVER = 1_000_000_000L;

    private final Neighbours[] neighbours;
    private final RipRouter[] routers;
    private final RecordedEffects[] effects;
    private long now;

    private record Flight(int from, int to, RipUpdate update) {}

    /** Routers without triggered updates, timeouts and split horizon. */
    SynchronousRounds(int nodes, SplitHorizon splitHorizon) {
        RipConfig config = new RipConfig(
                new UpdateTiming(INTERVAL, 0, false, 0, 0), RipConfig.DEFAULT_INFINITY, splitHorizon, FOREVER, FOREVER);
        neighbours = new Neighbours[nodes];
        routers = new RipRouter[nodes];
        effects = new RecordedEffects[nodes];
        for (int node = 0; node < nodes; node++) {
            neighbours[node] = new Neighbours();
            effects[node] = new RecordedEffects();
            routers[node] = new RipRouter(node, neighbours[node], config, new RandomStream(node));
            routers[node].start(0, effects[node]);
        }
    }

    SynchronousRounds link(int a, int b, int cost) {
        connect(a, b, cost);
        connect(b, a, cost);
        return this;
    }

    private void connect(int node, int peer, int cost) {
        int slot = neighbours[node].register(peer);
        neighbours[node].connect(slot, cost);
        routers[node].neighbourUp(slot, effects[node]);
    }

    void cut(int a, int b) {
        disconnect(a, b);
        disconnect(b, a);
    }

    private void disconnect(int node, int peer) {
        int slot = neighbours[node].slotOf(peer);
        neighbours[node].disconnect(slot);
        routers[node].neighbourDown(slot, effects[node]);
    }

    /** One round; what the nodes sent arrives in the order in which they are listed. */
    void round(int... order) {
        now += INTERVAL;
        List<Flight> flights = new ArrayList<>();
        for (int node : order) {
            routers[node].expire(now, effects[node]);
            for (RecordedEffects.Sent sent : effects[node].takeSent()) {
                flights.add(new Flight(node, sent.peer(), (RipUpdate) sent.message()));
            }
        }
        for (Flight flight : flights) {
            int slot = neighbours[flight.to()].slotOf(flight.from());
            routers[flight.to()].receive(now, slot, flight.update(), effects[flight.to()]);
        }
    }

    /** Distances to a destination, 16 where there is no route. */
    List<Integer> distances(int destination, int... nodes) {
        return Arrays.stream(nodes)
                .map(node -> routers[node].distance(destination))
                .map(distance -> distance < 0 ? RipConfig.DEFAULT_INFINITY : distance)
                .boxed()
                .toList();
    }
}
