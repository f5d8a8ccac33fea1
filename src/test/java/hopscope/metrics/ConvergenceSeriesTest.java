package hopscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.metrics.Measurements.SeriesPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvergenceSeriesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long DURATION = 500 * SECOND;

    private final StubNetwork network = StubNetwork.triangle();
    private final Convergence convergence = new Convergence(network, DURATION, SECOND);

    @Test
    void keepsTheFirstPointAndTheLastOfEachStep() {
        convergence.eventDone(0);
        network.setRoute(convergence, 10, 0, 1, 1, 1);
        network.setRoute(convergence, SECOND - 1, 0, 2, 2, 1);
        network.setRoute(convergence, SECOND, 1, 0, 0, 1);
        network.setRoute(convergence, SECOND + 7, 1, 2, 2, 1);
        convergence.end(DURATION);

        List<SeriesPoint> series = convergence.series();
        assertThat(series.stream().map(SeriesPoint::timeNanos)).containsExactly(0L, SECOND - 1, SECOND + 7, DURATION);
        assertThat(series.stream().map(SeriesPoint::optimal))
                .containsExactly(0.0, 1 - 4 / 6.0, 1 - 2 / 6.0, 1 - 2 / 6.0);
        assertThat(series.stream().map(SeriesPoint::known)).containsExactly(0.0, 1 - 4 / 6.0, 1 - 2 / 6.0, 1 - 2 / 6.0);
    }

    @Test
    void staysShortHoweverManyEventsThereAre() {
        convergence.eventDone(0);
        for (int i = 1; i < 50_000; i++) {
            network.setRoute(convergence, i * (DURATION / 50_000), 0, 1, 1 + i % 2, 1 + i % 2);
        }
        convergence.end(DURATION);
        assertThat(convergence.series()).hasSizeLessThanOrEqualTo(502).hasSizeGreaterThan(490);
        assertThat(convergence.series()).isSortedAccordingTo((a, b) -> Long.compare(a.timeNanos(), b.timeNanos()));
    }

    @Test
    void tellsReachingFromOptimalAndKnown() {
        convergence.eventDone(0);
        // 0 → 1 by way of 2, which does not know 1 yet: known, but neither reaching nor optimal.
        network.setRoute(convergence, 10 * SECOND, 0, 1, 2, 2);
        // Now it gets there, by a detour; and 2 → 1 is as it should be.
        network.setRoute(convergence, 20 * SECOND, 2, 1, 1, 1);
        convergence.end(DURATION);
        List<SeriesPoint> series = convergence.series();
        assertThat(series.get(1)).isEqualTo(new SeriesPoint(10 * SECOND, 1 - 5 / 6.0, 0.0, 0.0));
        assertThat(series.get(2)).isEqualTo(new SeriesPoint(20 * SECOND, 1 - 4 / 6.0, 1 - 4 / 6.0, 1 - 5 / 6.0));
        assertThat(convergence.blackHolePairSeconds()).isEqualTo(10.0);
        assertThat(convergence.loopPairSeconds()).isZero();
    }
}
