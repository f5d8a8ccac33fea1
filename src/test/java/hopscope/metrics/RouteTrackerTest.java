package hopscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import hopscope.simulation.ObserverPair;
import hopscope.simulation.RandomScenarios;
import hopscope.simulation.Runs;
import hopscope.simulation.Simulation;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RouteTrackerTest {
    private static final int SEEDS = 200;

    private final AtomicLong recounts = new AtomicLong();
    private final AtomicLong withLoops = new AtomicLong();
    private final AtomicLong withBlackHoles = new AtomicLong();
    private final AtomicLong withStaleRoutes = new AtomicLong();

    @Test
    void agreesWithFullRecomputationAfterEveryEvent() {
        LongStream.range(0, SEEDS).parallel().forEach(this::compareBothProtocols);
        // The scenarios must be worth it.
        assertThat(recounts.get()).isGreaterThan(SEEDS * 200L);
        assertThat(withLoops.get()).isGreaterThan(SEEDS / 20);
        assertThat(withBlackHoles.get()).isGreaterThan(SEEDS / 4);
    }

    @Test
    void agreesWithFullRecomputationWhenNobodyIsToldOfFaults() {
        LongStream.range(0, SEEDS / 2)
                .parallel()
                .forEach(seed -> compareBothProtocols(seed, RandomScenarios.withSilentFaults(seed)));
        assertThat(recounts.get()).isGreaterThan(SEEDS * 100L);
        assertThat(withStaleRoutes.get()).isGreaterThan(SEEDS / 2);
    }

    private void compareBothProtocols(long seed) {
        compareBothProtocols(seed, RandomScenarios.text(seed, 3_000));
    }

    private void compareBothProtocols(long seed, String text) {
        LoadedScenario loaded = Runs.load(text);
        for (Protocol protocol : Protocol.values()) {
            try {
                compare(loaded, protocol, seed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", " + protocol.label() + ":\n" + text, e);
            }
        }
    }

    private void compare(LoadedScenario loaded, Protocol protocol, long seed) {
        RecountingObserver recounting = new RecountingObserver(loaded.scenario());
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        Simulation simulation = Runs.run(loaded, protocol, seed, new ObserverPair(metrics, recounting));
        Measurements measured = metrics.measurements(simulation);
        assertThat(measured.value(Metric.LOOP_PAIR_SECONDS)).isCloseTo(recounting.loopPairSeconds(), within(1e-9));
        assertThat(measured.value(Metric.BLACK_HOLE_PAIR_SECONDS))
                .isCloseTo(recounting.blackHolePairSeconds(), within(1e-9));
        assertThat(measured.value(Metric.STALE_ROUTE_PAIR_SECONDS))
                .isCloseTo(recounting.stalePairSeconds(), within(1e-9));
        recounts.addAndGet(recounting.recounts());
        withStaleRoutes.addAndGet(recounting.stalePairSeconds() > 0 ? 1 : 0);
        withLoops.addAndGet(recounting.loopPairSeconds() > 0 ? 1 : 0);
        withBlackHoles.addAndGet(recounting.blackHolePairSeconds() > 0 ? 1 : 0);
    }
}
