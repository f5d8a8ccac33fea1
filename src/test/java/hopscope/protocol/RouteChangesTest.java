package hopscope.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteChangesTest {
    @Test
    void givesBackWhatWasAdded() {
        RouteChanges changes = new RouteChanges(4);
        changes.begin(7);
        changes.add(0, -1, -1, 1);
        changes.add(5, 3, 0x7FFD, 0x7FFC);
        changes.add(0xFF_FFFF, 0, 2, 0);
        changes.add(Integer.MAX_VALUE, Integer.MAX_VALUE, 0x7FFF, 0x7FFF);

        assertThat(changes.count()).isEqualTo(4);
        assertThat(changes.via()).isEqualTo(7);
        expect(changes, 0, 0, -1, -1, 1);
        expect(changes, 1, 5, 3, 0x7FFD, 0x7FFC);
        expect(changes, 2, 0xFF_FFFF, 0, 2, 0);
        expect(changes, 3, Integer.MAX_VALUE, Integer.MAX_VALUE, 0x7FFF, 0x7FFF);
    }

    private static void expect(
            RouteChanges changes, int index, int destination, int oldVia, int oldDistance, int distance) {
        assertThat(changes.destination(index)).isEqualTo(destination);
        assertThat(changes.oldVia(index)).isEqualTo(oldVia);
        assertThat(changes.oldDistance(index)).isEqualTo(oldDistance);
        assertThat(changes.distance(index)).isEqualTo(distance);
    }
}
