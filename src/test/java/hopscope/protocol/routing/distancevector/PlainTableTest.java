package hopscope.protocol.routing.distancevector;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.message.DistanceLanes;
import hopscope.protocol.message.RouteTable;
import hopscope.random.RandomStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Blocks, lanes, versions and shared memory must do exactly what plain tables do that are always sent and merged whole. */
class PlainTableTest {
    private static final int[] OWNERS = {1, 300, 555};
    private static final int IDS = 700;

    /** Distances around those at which lanes and tables end. */
    private static int distance(RandomStream random) {
        int[] around = {8, DistanceLanes.MAX_NARROW_DISTANCE, 255, RouteTable.MAX_DISTANCE - 3};
        return around[random.nextInt(around.length)] - 3 + random.nextInt(7);
    }

    @Test
    void mergesTablesOfAnyLengthAndDistanceLikeAPlainTable() {
        for (long seed = 0; seed < 300; seed++) {
            RandomStream random = new RandomStream(seed);
            RouterBench bench = new RouterBench().connect(OWNERS);
            PlainTable plain = new PlainTable(RouterBench.SELF);
            Arrays.stream(OWNERS).forEach(plain::neighbourUp);
            for (int merge = 0; merge < 12; merge++) {
                int owner = OWNERS[random.nextInt(OWNERS.length)];
                Map<Integer, Integer> distances = new TreeMap<>();
                int share = 1 + random.nextInt(100);
                int range = 1 + random.nextInt(4) * 8;
                for (int id = 0; id < random.nextInt(IDS); id++) {
                    if (id != owner && random.nextInt(share) == 0) {
                        distances.put(id, range == 1 ? distance(random) : 1 + random.nextInt(range));
                    }
                }
                bench.receive(owner, table(owner, distances));
                plain.merge(owner, distances);
                requireEqual(bench, plain, "seed " + seed + ", merge " + merge);
            }
        }
    }

    @Test
    void namesNextHopsWhoseSlotsDoNotFitAByte() {
        int[] owners = IntStream.rangeClosed(1, 400).toArray();
        RouterBench bench = new RouterBench().connect(owners);
        PlainTable plain = new PlainTable(RouterBench.SELF);
        Arrays.stream(owners).forEach(plain::neighbourUp);
        RandomStream random = new RandomStream(1);
        for (int owner : owners) {
            Map<Integer, Integer> distances = new TreeMap<>();
            for (int i = 0; i < 5; i++) {
                distances.put(owners.length + 1 + random.nextInt(IDS - owners.length - 1), 1 + random.nextInt(400));
            }
            RouteTable before = bench.send();
            int[] entries =
                    IntStream.range(0, before.length()).map(before::entry).toArray();
            bench.receive(owner, table(owner, distances));
            plain.merge(owner, distances);
            assertThat(IntStream.range(0, before.length()).map(before::entry).toArray())
                    .as("a message under way stays as it was")
                    .containsExactly(entries);
            before.release();
            requireEqual(bench, plain, "owner " + owner);
        }
        assertThat(IntStream.range(owners.length, IDS)
                        .map(bench.router::via)
                        .max()
                        .orElse(0))
                .as("the test goes far enough")
                .isGreaterThan(300);
    }

    private static RouteTable table(int owner, Map<Integer, Integer> distances) {
        int[] row = new int[IDS];
        Arrays.fill(row, RouteTable.NO_ROUTE);
        distances.forEach((destination, distance) -> row[destination] = distance << 16);
        return new RouteTable(owner, false, row, new int[] {99}, distances.size(), RouteTable.NO_VERSION);
    }

    private static void requireEqual(RouterBench bench, PlainTable plain, String when) {
        for (int id = 1; id < IDS; id++) {
            if (!bench.route(id).equals(plain.route(id))) {
                assertThat(bench.route(id)).as("%s, destination %d", when, id).isEqualTo(plain.route(id));
            }
        }
        assertThat(bench.router.entryCount()).as(when).isEqualTo(plain.routeCount());
    }

    @Test
    void goesThroughFailuresRestartsAndLateCopiesLikePlainTables() {
        int risen = 0;
        for (long seed = 0; seed < 150; seed++) {
            TableExchange exchange = new TableExchange(seed);
            for (int step = 0; step < 600; step++) {
                exchange.step();
                String difference = exchange.difference();
                assertThat(difference).as("seed %d, step %d", seed, step).isEmpty();
            }
            risen += exchange.risenCount();
        }
        assertThat(risen).as("routes lost and learned again longer").isGreaterThan(1_000);
    }
}
