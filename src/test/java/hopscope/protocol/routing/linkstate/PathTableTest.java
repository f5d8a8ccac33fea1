package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PathTableTest {
    private static final int[] DISTANCES = {0, 1, 2, 254, 32_765, 32_766, 32_767, 65_535, Integer.MAX_VALUE - 1};
    private static final int[] IDS = {-1, 0, 1, 65_533, 65_534, 65_535, 65_536, Integer.MAX_VALUE};

    @Test
    void ordersPathsByDistanceThenById() {
        for (int distance : DISTANCES) {
            for (int id : IDS) {
                long path = PathTable.key(distance, id);
                assertThat(PathTable.distance(path)).isEqualTo(distance);
                assertThat(PathTable.predecessor(path)).isEqualTo(id);
                assertThat(PathTable.isBetter(path, PathTable.NO_PATH)).isTrue();
                for (int other : IDS) {
                    if (id >= 0 && other >= 0) {
                        assertThat(PathTable.isBetter(path, PathTable.key(distance, other)))
                                .isEqualTo(id < other);
                    }
                }
            }
        }
    }

    @Test
    void takesNothingThatComesOfNoPathOrIsTooLongForOne() {
        long far = PathTable.key(Integer.MAX_VALUE - 1, 3);
        for (int cost : new int[] {1, 2, 1_000, Integer.MAX_VALUE}) {
            assertThat(PathTable.isBetter(PathTable.extended(PathTable.NO_PATH, 7, cost), PathTable.NO_PATH))
                    .isFalse();
            assertThat(PathTable.isBetter(PathTable.extended(far, 7, cost), PathTable.NO_PATH))
                    .isFalse();
        }
        long near = PathTable.extended(PathTable.key(4, 3), 7, 5);
        assertThat(near).isEqualTo(PathTable.key(9, 7));
    }

    /** Against a plain array; in half of the courses everything is small, so that entries stay narrow. */
    @Test
    void givesBackWhatWasPutIn() {
        for (long seed = 0; seed < 60; seed++) {
            RandomStream random = new RandomStream(seed);
            int kinds = seed % 2 == 0 ? 4 : 8;
            PathTable table = new PathTable();
            long[] plain = {};
            for (int step = 0; step < 300; step++) {
                if (step % 50 == 0) {
                    int old = plain.length;
                    plain = Arrays.copyOf(plain, old + 1 + random.nextInt(20));
                    Arrays.fill(plain, old, plain.length, PathTable.NO_PATH);
                    table.grow(plain.length);
                }
                int node = random.nextInt(plain.length);
                long key = random.nextInt(6) == 0
                        ? PathTable.NO_PATH
                        : PathTable.key(DISTANCES[random.nextInt(kinds)], IDS[random.nextInt(kinds)]);
                table.set(node, key);
                plain[node] = key;
                assertThat(table.length()).isEqualTo(plain.length);
                for (int i = 0; i < plain.length; i++) {
                    assertThat(table.get(i)).as("seed %d, step %d", seed, step).isEqualTo(plain[i]);
                }
            }
        }
    }
}
