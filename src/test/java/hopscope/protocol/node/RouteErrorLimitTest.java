package hopscope.protocol.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteErrorLimitTest {
    private static final long SECOND = 1_000_000_000L;

    private static int taken(RouteErrorLimit limit, long nowNanos, int source, int wanted) {
        int taken = 0;
        for (int i = 0; i < wanted; i++) {
            taken += limit.take(nowNanos, source) ? 1 : 0;
        }
        return taken;
    }

    @Test
    void passesABurstAndThenTheRate() {
        RouteErrorLimit limit = new RouteErrorLimit();
        assertThat(taken(limit, 0, 7, 1_000)).isEqualTo(RouteErrorLimit.BURST);
        assertThat(taken(limit, SECOND / 2, 7, 1_000)).isEqualTo(RouteErrorLimit.PER_SECOND / 2);
        assertThat(taken(limit, SECOND / 2, 7, 1_000)).isZero();
    }

    @Test
    void savesUpNoMoreThanABurst() {
        RouteErrorLimit limit = new RouteErrorLimit();
        taken(limit, 0, 7, 10);
        assertThat(taken(limit, 3_600 * SECOND, 7, 1_000)).isEqualTo(RouteErrorLimit.BURST);
    }

    @Test
    void countsEverySourceByItself() {
        RouteErrorLimit limit = new RouteErrorLimit();
        taken(limit, 0, 7, 1_000);
        assertThat(taken(limit, 0, 8, 1_000)).isEqualTo(RouteErrorLimit.BURST);
        assertThat(limit.take(0, 7)).isFalse();
    }

    @Test
    void forgetsTheSourceThatWasUsedLongestAgo() {
        RouteErrorLimit limit = new RouteErrorLimit();
        taken(limit, 0, 0, 1_000);
        for (int source = 1; source < RouteErrorLimit.SOURCES_MAX; source++) {
            limit.take(0, source);
        }
        limit.take(0, RouteErrorLimit.SOURCES_MAX);
        assertThat(limit.take(0, 0)).isTrue();
    }
}
