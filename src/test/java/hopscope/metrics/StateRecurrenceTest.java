package hopscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateRecurrenceTest {
    private final StateRecurrence recurrence = new StateRecurrence();

    private boolean change(int oldVia, int oldDistance, int via, int distance) {
        recurrence.routeChanged(0, 1, oldVia, oldDistance, via, distance);
        return recurrence.eventDone();
    }

    @Test
    void noticesTheReturnToAStateLeftBefore() {
        assertThat(change(-1, -1, 1, 1)).isFalse();
        assertThat(change(1, 1, 2, 2)).isFalse();
        assertThat(change(2, 2, 1, 1)).isTrue();
    }

    @Test
    void looksAtTheWholeNetworkAndNotAtOneRoute() {
        assertThat(change(-1, -1, 1, 1)).isFalse();
        recurrence.routeChanged(5, 1, -1, -1, 4, 3);
        assertThat(change(1, 1, 2, 2)).isFalse();
        assertThat(change(2, 2, 1, 1)).isFalse();
    }

    @Test
    void doesNotTakeADetourWithinOneEventForAnything() {
        assertThat(change(-1, -1, 1, 1)).isFalse();
        recurrence.routeChanged(0, 1, 1, 1, 2, 2);
        recurrence.routeChanged(0, 1, 2, 2, 3, 3);
        assertThat(recurrence.eventDone()).isFalse();
        assertThat(recurrence.eventDone()).as("nothing changed").isFalse();
    }

    @Test
    void forgetsWhatWasBeforeADisturbance() {
        assertThat(change(-1, -1, 1, 1)).isFalse();
        assertThat(change(1, 1, 2, 2)).isFalse();
        recurrence.reset();
        assertThat(change(2, 2, 1, 1)).isFalse();
        assertThat(change(1, 1, 2, 2)).isFalse();
        assertThat(change(2, 2, 1, 1)).isTrue();
    }

    @Test
    void doesNotMixUpTheFieldsOfARoute() {
        recurrence.routeChanged(1, 2, -1, -1, 3, 4);
        recurrence.eventDone();
        recurrence.routeChanged(1, 2, 3, 4, -1, -1);
        recurrence.eventDone();
        recurrence.routeChanged(2, 1, -1, -1, 3, 4);
        assertThat(recurrence.eventDone()).isFalse();
        recurrence.routeChanged(2, 1, 3, 4, 4, 3);
        assertThat(recurrence.eventDone()).isFalse();
    }
}
