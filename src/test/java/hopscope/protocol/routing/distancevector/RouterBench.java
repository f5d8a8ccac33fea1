package hopscope.protocol.routing.distancevector;

import hopscope.protocol.RecordedEffects;
import hopscope.protocol.message.Message;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.Neighbours;
import hopscope.random.RandomStream;
import java.util.Arrays;

/** One router by itself, with its neighbours and what it sent. */
final class RouterBench {
    static final int SELF = 0;

    final Neighbours neighbours = new Neighbours();
    final RecordedEffects effects = new RecordedEffects();
    final DistanceVectorRouter router;

    RouterBench(int fanout, long seed) {
        router = new DistanceVectorRouter(SELF, neighbours, new GossipConfig(1_000, fanout, 0), new RandomStream(seed));
        router.start(0, effects);
    }

    RouterBench() {
        this(1, 1);
    }

    RouterBench connect(int... peers) {
        for (int peer : peers) {
            int slot = neighbours.register(peer);
            neighbours.connect(slot, 1);
            router.neighbourUp(slot, effects);
        }
        return this;
    }

    void disconnect(int peer) {
        int slot = neighbours.slotOf(peer);
        neighbours.disconnect(slot);
        router.neighbourDown(slot, effects);
    }

    /** The table as it is sent now. */
    RouteTable send() {
        router.expire(router.deadlineNanos(), effects);
        return (RouteTable) effects.takeOnlySent().message();
    }

    boolean receive(int peer, Message message) {
        return router.receive(0, neighbours.slotOf(peer), message, effects);
    }

    /** Receives the other half of an exchange: a table with {@code destination, distance} pairs. */
    void receiveTable(int owner, int... destinationsAndDistances) {
        receive(owner, table(owner, false, destinationsAndDistances));
    }

    /** A table of routes that all go by way of node 99. */
    static RouteTable table(int owner, boolean answerWanted, int... destinationsAndDistances) {
        int[] row = new int[128];
        Arrays.fill(row, RouteTable.NO_ROUTE);
        row[owner] = 0;
        for (int i = 0; i < destinationsAndDistances.length; i += 2) {
            row[destinationsAndDistances[i]] = destinationsAndDistances[i + 1] << 16;
        }
        int count = destinationsAndDistances.length / 2;
        return new RouteTable(owner, answerWanted, row, new int[] {99}, count, RouteTable.NO_VERSION);
    }

    /** The route to a destination as {@code distance via next hop}. */
    String route(int destination) {
        int distance = router.distance(destination);
        return distance < 0 ? "none" : distance + " via " + router.via(destination);
    }
}
