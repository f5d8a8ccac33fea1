package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A heap out of order would still lead to right distances, only slowly; so the order is tested by itself. */
class DistanceHeapTest {
    @Test
    void popsEveryNodeOnceFromTheNearestToTheFarthest() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = new RandomStream(seed);
            long[] distance = new long[1 + random.nextInt(60)];
            DistanceHeap heap = new DistanceHeap(distance);
            for (int node = 0; node < distance.length; node++) {
                distance[node] = 100 + random.nextInt(40);
                heap.pushOrDecrease(node);
            }
            for (int times = 0; times < 30; times++) {
                int node = random.nextInt(distance.length);
                distance[node] -= random.nextInt(4);
                heap.pushOrDecrease(node);
            }
            long[] popped = new long[distance.length];
            for (int at = 0; at < popped.length; at++) {
                popped[at] = distance[heap.pop()];
            }
            long[] sorted = distance.clone();
            Arrays.sort(sorted);
            assertThat(popped).as("seed %d", seed).isEqualTo(sorted);
            assertThat(heap.isEmpty()).isTrue();
        }
    }

    @Test
    void forgetsWhatItHeld() {
        long[] distance = {3, 1, 2};
        DistanceHeap heap = new DistanceHeap(distance);
        heap.pushOrDecrease(0);
        heap.pushOrDecrease(1);
        heap.clear();
        assertThat(heap.isEmpty()).isTrue();
        heap.pushOrDecrease(2);
        heap.pushOrDecrease(0);
        assertThat(heap.pop()).isEqualTo(2);
        assertThat(heap.pop()).isZero();
    }
}
