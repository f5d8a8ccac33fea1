package hopscope.bench;

import hopscope.protocol.Effects;
import hopscope.protocol.NoEffects;
import hopscope.protocol.message.RouteBlocks;
import hopscope.protocol.message.RouteTable;
import hopscope.protocol.routing.GossipConfig;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.distancevector.DistanceVectorRouter;
import hopscope.random.RandomStream;
import java.util.Arrays;

/** A distance-vector router and a neighbour's tables of 10,000 destinations, 100 MB together, half of it distances. */
final class MergeModel {
    private static final int DESTINATIONS = 10_000;
    private static final int TABLES = 5_000;
    private static final int OWNER = 1;

    private static final Effects NOBODY = new NoEffects();

    private final DistanceVectorRouter router;
    private final int slot;
    private final RouteTable[] tables = new RouteTable[TABLES];
    private final long[] distanceTarget;
    private final byte[] slotTarget;
    private long version;

    MergeModel() {
        Neighbours neighbours = new Neighbours();
        router = new DistanceVectorRouter(0, neighbours, new GossipConfig(1_000, 1, 0), new RandomStream(1));
        slot = neighbours.register(OWNER);
        neighbours.connect(slot, 1);
        router.neighbourUp(slot, NOBODY);
        RandomStream random = new RandomStream(2);
        int[] first = new int[DESTINATIONS];
        Arrays.setAll(first, destination -> 2 + random.nextInt(5) << 16);
        // All equal: the first brings every route, the others nothing. Their memory is their own.
        Arrays.setAll(tables, i -> table(first));
        RouteBlocks blocks = tables[0].blocks();
        distanceTarget = new long[blocks.distances().length];
        slotTarget = new byte[tables[0].length()];
        mergeAll();
    }

    private RouteTable table(int[] row) {
        return new RouteTable(OWNER, false, row, new int[] {2}, DESTINATIONS - 1, ++version);
    }

    /** Routes that the router has. */
    int routeCount() {
        return router.entryCount();
    }

    /** Entries merged or copied by one call. */
    long entries() {
        return (long) TABLES * DESTINATIONS;
    }

    /** Merges every table; nanoseconds of wall time. */
    long mergeAll() {
        long begin = System.nanoTime();
        for (RouteTable table : tables) {
            router.receive(0, slot, table, NOBODY);
        }
        return System.nanoTime() - begin;
    }

    /** Copies every table's row; nanoseconds of wall time. */
    long copyAll() {
        long begin = System.nanoTime();
        for (RouteTable table : tables) {
            table.blocks().copyInto(distanceTarget, slotTarget);
        }
        return System.nanoTime() - begin;
    }
}
