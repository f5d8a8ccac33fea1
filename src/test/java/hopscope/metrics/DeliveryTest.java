package hopscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final long MILLI = 1_000_000L;

    private final Delivery delivery = new Delivery();

    @Test
    void countsAMessageHandledTwice() {
        delivery.accepted(0, 4, 77);
        delivery.delivered(5 * MILLI, 4, 77, 0, 2, 2);
        delivery.delivered(9 * MILLI, 4, 77, 0, 9, 2);
        delivery.end();
        assertThat(delivery.deliveredCount()).isEqualTo(1);
        assertThat(delivery.handledTwice()).isEqualTo(1);
        // The second handling leaves all else as it was.
        assertThat(delivery.hopsMax()).isEqualTo(2.0);
        assertThat(delivery.latencyQuantileMillis(1.0)).isEqualTo(5.0);
    }

    @Test
    void tellsEqualIdsOfDifferentSourcesApart() {
        delivery.accepted(0, 1, 77);
        delivery.accepted(0, 1025, 77);
        delivery.delivered(MILLI, 1, 77, 0, 1, 1);
        delivery.delivered(MILLI, 1025, 77, 0, 1, 1);
        assertThat(delivery.deliveredCount()).isEqualTo(2);
        assertThat(delivery.handledTwice()).isZero();
    }

    @Test
    void refusesAMessageThatNobodySent() {
        delivery.accepted(0, 4, 77);
        assertThatIllegalStateException()
                .isThrownBy(() -> delivery.delivered(MILLI, 5, 77, 0, 1, 1))
                .withMessageContaining("node 5 never sent: 77");
    }

    @Test
    void refusesAnIdThatWasUsedBefore() {
        delivery.accepted(0, 4, 77);
        assertThatIllegalStateException()
                .isThrownBy(() -> delivery.accepted(1, 4, 77))
                .withMessageContaining("node 4 used message id 77 twice");
    }

    @Test
    void hasNoFiguresWithoutMessages() {
        delivery.end();
        assertThat(delivery.deliveryRatio()).isNaN();
        assertThat(delivery.hopsMean()).isNaN();
        assertThat(delivery.hopsMax()).isNaN();
        assertThat(delivery.hopsQuantile(0.95)).isNaN();
        assertThat(delivery.stretchMean()).isNaN();
        assertThat(delivery.latencyQuantileMillis(0.5)).isNaN();
        assertThat(delivery.hopCounts()).isEmpty();
    }

    /** Nearest rank: the smallest value with at least the share of values at or below it. */
    @Test
    void takesQuantilesByNearestRank() {
        for (int i = 1; i <= 20; i++) {
            delivery.accepted(0, 1, i);
            // Delivered in another order than that of their latencies.
            int rank = i * 7 % 20 + 1;
            delivery.delivered(rank * MILLI, 1, i, 0, rank, 1);
        }
        delivery.end();
        assertThat(delivery.latencyQuantileMillis(0.50)).isEqualTo(10.0);
        assertThat(delivery.latencyQuantileMillis(0.95)).isEqualTo(19.0);
        assertThat(delivery.latencyQuantileMillis(0.951)).isEqualTo(20.0);
        assertThat(delivery.hopsQuantile(0.50)).isEqualTo(10.0);
        assertThat(delivery.hopsQuantile(0.95)).isEqualTo(19.0);
        assertThat(delivery.hopsMax()).isEqualTo(20.0);
        assertThat(delivery.hopsMean()).isEqualTo(10.5);
    }

    @Test
    void takesTheOnlyValueForEveryQuantile() {
        delivery.accepted(2 * MILLI, 1, 1);
        delivery.delivered(5 * MILLI, 1, 1, 0, 3, 2);
        delivery.end();
        assertThat(delivery.latencyQuantileMillis(0.5)).isEqualTo(3.0);
        assertThat(delivery.hopsQuantile(0.05)).isEqualTo(3.0);
        assertThat(delivery.stretchMean()).isEqualTo(1.5);
        assertThat(delivery.hopCounts()).containsExactly(0, 0, 0, 1);
    }

    @Test
    void leavesPairsWithoutAPathOutOfTheStretch() {
        delivery.accepted(0, 1, 1);
        delivery.accepted(0, 1, 2);
        delivery.delivered(MILLI, 1, 1, 0, 4, -1);
        delivery.delivered(MILLI, 1, 2, 0, 4, 2);
        assertThat(delivery.stretchMean()).isEqualTo(2.0);
        assertThat(delivery.hopsMean()).isEqualTo(4.0);
    }

    @Test
    void countsWhatBecameOfMessages() {
        for (int id = 0; id < 4; id++) {
            delivery.accepted(0, 1, id);
        }
        delivery.windowFull();
        delivery.abandoned();
        delivery.delivered(MILLI, 1, 3, 0, 1, 1);
        assertThat(delivery.sent()).isEqualTo(4);
        assertThat(delivery.windowFullCount()).isEqualTo(1);
        assertThat(delivery.givenUp()).isEqualTo(1);
        assertThat(delivery.deliveryRatio()).isEqualTo(0.25);
    }
}
