package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Against a sorted map of counts, the way a search uses it: nothing nearer is added than what was removed last. */
class CostQueueTest {
    /** On both sides of where lists end and a heap begins, and so large that distances need all of an int. */
    private static final int[] LARGEST_COSTS = {0, 1, 63, 64, 100, 4_094, 4_095, 4_096, 100_000};

    @Test
    void removesTheNearestFirst() {
        CostQueue queue = new CostQueue();
        for (long seed = 0; seed < 400; seed++) {
            RandomStream random = new RandomStream(seed);
            int largest = LARGEST_COSTS[random.nextInt(LARGEST_COSTS.length)];
            queue.begin(largest);
            TreeMap<Long, Integer> waiting = new TreeMap<>();
            int now = 0;
            // Every fourth search is broken off, so that the next begins with a queue that holds something.
            int steps = 1 + random.nextInt(400);
            for (int step = 0; step < steps || (seed % 4 != 0 && !waiting.isEmpty()); step++) {
                for (int i = step < steps ? random.nextInt(3) : 0; i > 0; i--) {
                    int distance = now + random.nextInt(largest + 1);
                    int node = random.nextInt(30);
                    queue.add(distance, node);
                    waiting.merge((long) distance << 32 | node, 1, Integer::sum);
                }
                assertThat(queue.next()).as("seed %d, step %d", seed, step).isEqualTo(!waiting.isEmpty());
                if (!waiting.isEmpty()) {
                    now = queue.distance();
                    assertThat(now)
                            .as("distance, seed %d, step %d, costs up to %d", seed, step, largest)
                            .isEqualTo((int) (waiting.firstKey() >> 32));
                    long removed = (long) now << 32 | queue.node();
                    assertThat(waiting).as("seed %d, step %d", seed, step).containsKey(removed);
                    waiting.computeIfPresent(removed, (item, count) -> count == 1 ? null : count - 1);
                }
            }
        }
    }
}
