package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import org.junit.jupiter.api.Test;

class DistanceRowTest {
    private static final int NODES = 100;

    @Test
    void holdsWhatAPlainArrayHoldsWhileDistancesOutgrowOneAndTwoBytes() {
        int[] largest = {1, 127, 128, 32_767, 32_768, Integer.MAX_VALUE};
        for (int expected : largest) {
            RandomStream random = new RandomStream(expected);
            DistanceRow row = new DistanceRow(NODES, expected);
            int[] plain = new int[NODES];
            java.util.Arrays.fill(plain, AllDistances.UNREACHABLE);
            for (int limit : largest) {
                for (int i = 0; i < NODES / 2; i++) {
                    int node = random.nextInt(NODES);
                    plain[node] = i == 0 ? limit : random.nextInt(limit) - 1;
                    row.set(node, plain[node]);
                }
                for (int node = 0; node < NODES; node++) {
                    assertThat(row.get(node))
                            .as("limit %d, node %d", limit, node)
                            .isEqualTo(plain[node]);
                }
            }
            row.clear();
            assertThat(row.get(NODES - 1)).isEqualTo(AllDistances.UNREACHABLE);
        }
    }
}
