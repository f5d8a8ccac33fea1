package hopscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A heap out of order would still lead to right distances, only slowly; so the order is tested by itself. */
class PackedHeapTest {
    @Test
    void removesTheNearestAndOfThoseTheSmallestFirst() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = new RandomStream(seed);
            PackedHeap heap = new PackedHeap();
            long[] items = new long[1 + random.nextInt(100)];
            for (int i = 0; i < items.length; i++) {
                int distance = random.nextInt(4) == 0 ? Integer.MAX_VALUE - 1 : random.nextInt(20);
                int node = random.nextInt(50);
                items[i] = (long) distance << 32 | node;
                heap.add(distance, node);
            }
            Arrays.sort(items);
            for (long item : items) {
                long removed = heap.remove();
                assertThat(PackedHeap.distance(removed)).as("seed %d", seed).isEqualTo((int) (item >> 32));
                assertThat(PackedHeap.node(removed)).as("seed %d", seed).isEqualTo((int) item);
            }
            assertThat(heap.isEmpty()).isTrue();
        }
    }

    @Test
    void forgetsWhatItHeld() {
        PackedHeap heap = new PackedHeap();
        heap.add(1, 1);
        heap.clear();
        assertThat(heap.isEmpty()).isTrue();
        heap.add(3, 2);
        heap.add(3, 0);
        assertThat(PackedHeap.node(heap.remove())).isZero();
    }
}
