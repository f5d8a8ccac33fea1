package hopscope.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.node.RouterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distance-vector protocols that repair, in small random networks where frames are lost and links and nodes fail. */
class RepairTest {
    private static final String RIP = "distance-vector-rip";
    private static final String FEASIBLE = "distance-vector-feasible";
    private static final long MS = TinyNetwork.MS;
    private static final long SECOND = TinyNetwork.SECOND;
    private static final int SEEDS = 150;
    private static final int DISTURBANCES = 12;

    private static RandomFailures disturbed(RouterFactory routers, long seed) {
        RandomFailures failures = new RandomFailures(routers, seed, lossPercent(seed));
        for (int i = 0; i < DISTURBANCES; i++) {
            failures.network().run(pauseNanos(i));
            failures.disturb();
        }
        return failures;
    }

    /** Nothing is lost where the seed is a multiple of 3. */
    private static int lossPercent(long seed) {
        return (int) (seed % 3) * 10;
    }

    /** Time to begin with, then mostly not enough to get over one failure before the next. */
    private static long pauseNanos(int disturbance) {
        return disturbance == 0 ? 5 * SECOND : (137 * (disturbance % 5) + 40) * MS;
    }

    @ParameterizedTest
    @ValueSource(strings = {RIP, FEASIBLE})
    void reachesTheOptimumAfterFailuresThatLeaveSomeNodesApart(String protocol) {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomFailures failures = disturbed(TinyNetwork.named(protocol), seed);
            assertThat(failures.network().runUntil(failures::isOptimal, 120 * SECOND))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RIP, FEASIBLE})
    void reachesTheOptimumWhenEverythingIsMended(String protocol) {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomFailures failures = disturbed(TinyNetwork.named(protocol), seed);
            failures.mendAll();
            assertThat(failures.network().runUntil(failures::isOptimal, 60 * SECOND))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RIP, FEASIBLE})
    void staysAtTheOptimumWhenNothingIsLost(String protocol) {
        for (long seed = 0; seed < SEEDS; seed += 3) {
            RandomFailures failures = disturbed(TinyNetwork.named(protocol), seed);
            failures.network().run(60 * SECOND);
            assertThat(failures.network().runUntil(() -> !failures.isOptimal(), 30 * SECOND))
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RIP, FEASIBLE})
    void doesTheSameWhetherFramesAreEncodedOrNot(String protocol) {
        for (long seed = 0; seed < SEEDS; seed += 5) {
            RandomFailures byReference = new RandomFailures(TinyNetwork.named(protocol), seed, 10);
            RandomFailures encoded = new RandomFailures(TinyNetwork.named(protocol), seed, 10);
            encoded.network().encodeFrames();
            for (RandomFailures failures : new RandomFailures[] {byReference, encoded}) {
                for (int i = 0; i < DISTURBANCES; i++) {
                    failures.network().run((1 + i % 3) * 3 * SECOND);
                    failures.disturb();
                }
                failures.network().run(30 * SECOND);
            }
            assertThat(encoded.network().trace())
                    .as("seed %d", seed)
                    .isEqualTo(byReference.network().trace());
        }
    }

    @Test
    void neverLoopsAtAnyInstantWithFeasibleRoutes() {
        for (long seed = 0; seed < SEEDS; seed++) {
            long current = seed;
            RandomFailures[] running = new RandomFailures[1];
            Runnable check = () -> assertThat(running[0].loopingDestination())
                    .as("seed %d at %d ns", current, running[0].network().nowNanos())
                    .isEqualTo(-1);
            running[0] = new RandomFailures(TinyNetwork.feasible(), seed, lossPercent(seed));
            for (int i = 0; i < DISTURBANCES; i++) {
                step(running[0], check, pauseNanos(i));
                running[0].disturb();
                check.run();
            }
            step(running[0], check, 20 * SECOND);
        }
    }

    private static void step(RandomFailures failures, Runnable check, long nanos) {
        failures.network()
                .runUntil(
                        () -> {
                            check.run();
                            return false;
                        },
                        nanos);
    }

    @Test
    void findsLoopsOfTheOthersTheSameWay() {
        int loops = 0;
        for (long seed = 0; seed < 40; seed++) {
            RandomFailures failures = disturbed(TinyNetwork.distanceVector(), seed);
            loops += failures.network().runUntil(() -> failures.loopingDestination() >= 0, 5 * SECOND) ? 1 : 0;
        }
        assertThat(loops).as("networks of 40 in which the plain table loops").isGreaterThan(10);
    }
}
