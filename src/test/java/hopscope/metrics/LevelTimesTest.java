package hopscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelTimesTest {
    private static final long SECOND = 1_000_000_000L;

    private final LevelTimes times = new LevelTimes();

    @Test
    void hasNoTimesBeforeTheLevelHolds() {
        assertThat(times.coldStartSeconds()).isNaN();
        times.note(SECOND, false);
        assertThat(times.coldStartSeconds()).isNaN();
        assertThat(times.reconvergenceSeconds()).isNaN();
    }

    @Test
    void takesTheStartOfTheStretchThatLasts() {
        times.note(1 * SECOND, true);
        times.note(2 * SECOND, false);
        times.note(3 * SECOND, true);
        times.note(4 * SECOND, true);
        assertThat(times.coldStartSeconds()).isEqualTo(3.0);
        assertThat(times.reconvergenceSeconds()).isNaN();
    }

    @Test
    void isZeroWhenTheLevelHoldsFromTheStart() {
        times.note(0, true);
        assertThat(times.coldStartSeconds()).isZero();
    }

    @Test
    void measuresEachPeriodFromItsOwnStart() {
        times.note(3 * SECOND, true);
        times.disturbed(10 * SECOND);
        times.note(10 * SECOND, false);
        times.note(12 * SECOND, true);
        assertThat(times.coldStartSeconds()).isEqualTo(3.0);
        assertThat(times.reconvergenceSeconds()).isEqualTo(2.0);
        times.disturbed(20 * SECOND);
        assertThat(times.reconvergenceSeconds()).isNaN();
        times.note(20 * SECOND, true);
        assertThat(times.coldStartSeconds()).isEqualTo(3.0);
        assertThat(times.reconvergenceSeconds()).isZero();
    }

    @Test
    void hasNoColdStartTimeWhenTheFirstPeriodEndsUnsettled() {
        times.note(3 * SECOND, true);
        times.note(9 * SECOND, false);
        times.disturbed(10 * SECOND);
        times.note(11 * SECOND, true);
        assertThat(times.coldStartSeconds()).isNaN();
        assertThat(times.reconvergenceSeconds()).isEqualTo(1.0);
    }
}
