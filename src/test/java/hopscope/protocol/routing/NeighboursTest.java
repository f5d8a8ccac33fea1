package hopscope.protocol.routing;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static List<Integer> connectedIds(Neighbours neighbours) {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < neighbours.count(); i++) {
            ids.add(neighbours.id(neighbours.slotAt(i)));
        }
        return ids;
    }

    @Test
    void keepsTheSlotOfAPeerForEver() {
        Neighbours neighbours = new Neighbours();
        assertThat(neighbours.slotOf(7)).isEqualTo(Neighbours.NO_SLOT);
        assertThat(neighbours.register(7)).isZero();
        assertThat(neighbours.register(3)).isEqualTo(1);
        assertThat(neighbours.register(7)).isZero();
        neighbours.connect(0, 5);
        neighbours.disconnect(0);
        assertThat(neighbours.slotOf(7)).isZero();
        assertThat(neighbours.id(0)).isEqualTo(7);
        assertThat(neighbours.cost(0)).isEqualTo(5);
    }

    @Test
    void listsTheConnectedPeersAscendingByIdWhateverComesAndGoes() {
        for (long seed = 0; seed < 50; seed++) {
            RandomStream random = new RandomStream(seed);
            Neighbours neighbours = new Neighbours();
            TreeSet<Integer> model = new TreeSet<>();
            for (int operation = 0; operation < 500; operation++) {
                int id = random.nextInt(60);
                int slot = neighbours.register(id);
                if (model.add(id)) {
                    neighbours.connect(slot, 1);
                } else {
                    model.remove(id);
                    neighbours.disconnect(slot);
                }
                assertThat(neighbours.isConnected(slot)).isEqualTo(model.contains(id));
                assertThat(connectedIds(neighbours)).as("seed %d", seed).containsExactlyElementsOf(model);
            }
        }
    }

    @Test
    void leavesASnapshotOfTheIdsAsItIs() {
        Neighbours neighbours = new Neighbours();
        neighbours.register(11);
        int[] snapshot = neighbours.idsBySlot();
        for (int id = 20; id < 60; id++) {
            neighbours.register(id);
        }
        assertThat(snapshot[0]).isEqualTo(11);
        assertThat(neighbours.idsBySlot()[0]).isEqualTo(11);
    }

    @Test
    void drawsDistinctConnectedPeersEachAboutEquallyOften() {
        Neighbours neighbours = new Neighbours();
        for (int id = 0; id < 8; id++) {
            neighbours.connect(neighbours.register(id), 1);
        }
        neighbours.disconnect(3);
        RandomStream random = new RandomStream(1);
        long[] counts = new long[8];
        int[] drawn = new int[3];
        for (int round = 0; round < 20_000; round++) {
            assertThat(neighbours.draw(3, random, drawn)).isEqualTo(3);
            assertThat(drawn[0] != drawn[1] && drawn[1] != drawn[2] && drawn[0] != drawn[2])
                    .isTrue();
            for (int slot : drawn) {
                counts[slot]++;
            }
        }
        assertThat(counts[3]).isZero();
        counts[3] = counts[7];
        double[] expected = {1, 1, 1, 1, 1, 1, 1};
        assertThat(new ChiSquareTest().chiSquareTest(expected, Arrays.copyOf(counts, 7)))
                .isGreaterThan(0.001);
    }

    @Test
    void drawsAllWhenFewerThanWantedAreThere() {
        Neighbours neighbours = new Neighbours();
        int[] drawn = new int[5];
        assertThat(neighbours.draw(5, new RandomStream(1), drawn)).isZero();
        neighbours.connect(neighbours.register(4), 1);
        neighbours.connect(neighbours.register(2), 1);
        assertThat(neighbours.draw(5, new RandomStream(1), drawn)).isEqualTo(2);
        assertThat(drawn[0] + drawn[1]).isEqualTo(1);
    }
}
