package hopscope.protocol.routing;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import org.junit.jupiter.api.Test;

class GossipTimerTest {
    private static final long INTERVAL = 1_000_000;

    private static GossipTimer timer(double jitter, long seed) {
        return new GossipTimer(new GossipConfig(INTERVAL, 1, jitter), new RandomStream(seed));
    }

    @Test
    void doesNotRunBeforeItIsStarted() {
        assertThat(timer(0, 1).expire(1_000 * INTERVAL)).isFalse();
    }

    @Test
    void startsSomewhereInTheFirstInterval() {
        long sum = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            GossipTimer timer = timer(0.1, seed);
            timer.start(500);
            assertThat(timer.deadlineNanos()).as("seed %d", seed).isBetween(500L, 500 + INTERVAL);
            sum += timer.deadlineNanos() - 500;
        }
        // Four standard errors of the mean of a uniform draw.
        assertThat(Math.abs(sum / 1_000.0 / INTERVAL - 0.5)).isLessThan(4 / Math.sqrt(12 * 1_000));
    }

    @Test
    void waitsAnIntervalWithJitterEachTime() {
        GossipTimer timer = timer(0.1, 2);
        timer.start(0);
        for (int round = 0; round < 1_000; round++) {
            long due = timer.deadlineNanos();
            assertThat(timer.expire(due - 1)).isFalse();
            assertThat(timer.expire(due)).isTrue();
            assertThat(timer.deadlineNanos() - due).isBetween(9 * INTERVAL / 10, 11 * INTERVAL / 10);
        }
    }

    @Test
    void keepsItsRhythmWhenCalledLateAndNeverFallsIntoThePast() {
        GossipTimer timer = timer(0, 3);
        timer.start(0);
        long due = timer.deadlineNanos();
        assertThat(timer.expire(due + 400)).isTrue();
        assertThat(timer.deadlineNanos()).isEqualTo(due + INTERVAL);
        assertThat(timer.expire(due + 10 * INTERVAL)).isTrue();
        assertThat(timer.deadlineNanos()).isEqualTo(due + 10 * INTERVAL + 1);
    }
}
