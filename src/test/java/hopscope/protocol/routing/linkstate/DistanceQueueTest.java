package hopscope.protocol.routing.linkstate;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import org.junit.jupiter.api.Test;

class DistanceQueueTest {
    /** As Dijkstra's algorithm does: what is added is farther than what left last, and no node is there twice as near. */
    @Test
    void letsNodesLeaveInTheOrderOfAHeap() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = new RandomStream(seed);
            int range = new int[] {1, 3, 90, 100_000}[random.nextInt(4)];
            DistanceQueue queue = new DistanceQueue();
            DistanceHeap heap = new DistanceHeap();
            int left = 0;
            for (int i = 0; i < 200; i++) {
                add(random.nextInt(range), 25 * i + random.nextInt(25), queue, heap);
            }
            while (queue.next()) {
                assertThat(queue.distance()).as("seed %d", seed).isEqualTo(heap.firstDistance());
                assertThat(queue.node()).as("seed %d", seed).isEqualTo(heap.firstNode());
                heap.removeFirst();
                for (int i = random.nextInt(3); i > 0 && left < 2_000; i--) {
                    add(queue.distance() + 1 + random.nextInt(range), 5_000 + left * 4 + i, queue, heap);
                }
                left++;
            }
            assertThat(heap.isEmpty()).as("seed %d", seed).isTrue();
        }
    }

    private static void add(int distance, int node, DistanceQueue queue, DistanceHeap heap) {
        queue.add(distance, node);
        heap.add(distance, node);
    }

    @Test
    void isEmptyAfterClearing() {
        DistanceQueue queue = new DistanceQueue();
        queue.add(3, 1);
        queue.add(3, 2);
        queue.add(7, 4);
        queue.add(70_000, 5);
        assertThat(queue.next()).isTrue();
        queue.clear();
        assertThat(queue.next()).isFalse();
        queue.add(9, 6);
        assertThat(queue.next()).isTrue();
        assertThat(queue.node()).isEqualTo(6);
    }
}
