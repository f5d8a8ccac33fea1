package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import org.junit.jupiter.api.Test;

class NodeClockTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void runsSoManyPartsPerMillionTooFast() {
        NodeClock clock = new NodeClock();
        clock.skew(10 * SECOND, 100);
        // Not set before: its first change is at 10 s, where it shows what it showed.
        long start = clock.localNanos(10 * SECOND);
        assertThat(clock.localNanos(20 * SECOND) - start).isEqualTo(10 * SECOND + 1_000_000);
        clock.skew(20 * SECOND, -100);
        assertThat(clock.localNanos(30 * SECOND) - start).isEqualTo(20 * SECOND);
    }

    @Test
    void neverGoesBackAndIsInvertedExactly() {
        for (long seed = 0; seed < 300; seed++) {
            RandomStream random = new RandomStream(seed);
            NodeClock clock = new NodeClock();
            long virtual = 0;
            long local = 0;
            for (int change = 0; change < 5; change++) {
                clock.skew(virtual, random.nextInt(1_000_001) - 500_000);
                for (int look = 0; look < 20; look++) {
                    virtual += random.nextInt(3_000_000);
                    long shown = clock.localNanos(virtual);
                    assertThat(shown).as("seed " + seed).isGreaterThanOrEqualTo(local);
                    local = shown;
                    long wanted = local + random.nextInt(5_000_000);
                    long reached = clock.virtualNanos(wanted);
                    assertThat(clock.localNanos(reached)).as("seed " + seed).isGreaterThanOrEqualTo(wanted);
                    if (reached > virtual) {
                        assertThat(clock.localNanos(reached - 1))
                                .as("seed " + seed)
                                .isLessThan(wanted);
                    }
                }
            }
        }
    }

    @Test
    void holdsForAYearWithoutOverflow() {
        NodeClock clock = new NodeClock();
        clock.skew(0, 500_000);
        long year = 365L * 24 * 3600 * SECOND;
        assertThat(clock.localNanos(year)).isEqualTo(year / 2 * 3);
        assertThat(clock.virtualNanos(year / 2 * 3)).isEqualTo(year);
    }
}
