package hopscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import hopscope.simulation.ObserverPair;
import hopscope.simulation.QuietObserver;
import hopscope.simulation.Runs;
import hopscope.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final double CUT_S = 30;
    private static final double END_S = 90;

    /** B, A and D in a line; the link of A and D is cut. */
    private static final String LINE = """
            name: line
            duration: 90s
            topology: {edges: [[B, A], [A, D]]}
            links: {latency: 10ms}
            faults:
              - {at: 30s, link-down: [A, D]}
            """;

    /** When a node got another route to D after the cut, by way of whom. */
    private static final class RoutesToD extends QuietObserver {
        private final int d;
        private final List<String> changes = new ArrayList<>();
        private double lastChangeSeconds;

        RoutesToD(int d) {
            this.d = d;
        }

        @Override
        public void routeChanged(
                long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
            if (destination == d && nowNanos > CUT_S * 1e9) {
                changes.add(node + " via " + via + " at distance " + distance);
                lastChangeSeconds = nowNanos / 1e9;
            }
        }
    }

    @RepeatedTest(5)
    void isStableWrongWhenDistanceVectorsPointAtEachOtherForEver(RepetitionInfo repetition) {
        LoadedScenario loaded = Runs.load(LINE);
        int a = loaded.topology().indexOf("A");
        int b = loaded.topology().indexOf("B");
        RoutesToD routes = new RoutesToD(loaded.topology().indexOf("D"));
        Measurements measured = measure(loaded, Protocol.DISTANCE_VECTOR, repetition.getCurrentRepetition(), routes);

        assertThat(measured.verdict()).isEqualTo(Verdict.STABLE_WRONG);
        // A learns from B the very route that led through A itself; then nothing is shorter any more.
        assertThat(routes.changes).containsExactly(a + " via " + b + " at distance 3");
        double loopForms = routes.lastChangeSeconds;
        // Both A and B send into the loop what is for D.
        assertThat(measured.value(Metric.LOOP_PAIR_SECONDS)).isCloseTo(2 * (END_S - loopForms), within(1e-6));
        // B's route ends at A until then; D's route to B leads over the cut link for ever.
        assertThat(measured.value(Metric.BLACK_HOLE_PAIR_SECONDS))
                .isCloseTo(loopForms - CUT_S + (END_S - CUT_S), within(1e-6));
        assertThat(measured.value(Metric.RECONVERGENCE_REACH_S)).isNaN();
        assertThat(measured.value(Metric.RECONVERGENCE_OPTIMAL_S)).isNaN();
        assertThat(measured.value(Metric.CONVERGENCE_OPTIMAL_S)).isLessThan(CUT_S);
    }

    @RepeatedTest(5)
    void isCorrectWhenSourceRoutesForgetWhatIsCutOff(RepetitionInfo repetition) {
        LoadedScenario loaded = Runs.load(LINE);
        Measurements measured =
                measure(loaded, Protocol.SOURCE_ROUTING, repetition.getCurrentRepetition(), new QuietObserver());
        assertThat(measured.verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(measured.value(Metric.LOOP_PAIR_SECONDS)).isZero();
        // Only until B hears of the cut; D sees it itself.
        assertThat(measured.value(Metric.BLACK_HOLE_PAIR_SECONDS)).isBetween(0.0, 20.0);
        assertThat(measured.value(Metric.RECONVERGENCE_OPTIMAL_S)).isBetween(0.0, 20.0);
    }

    private static Measurements measure(LoadedScenario loaded, Protocol protocol, long seed, QuietObserver observer) {
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        Simulation simulation = Runs.run(loaded, protocol, seed, new ObserverPair(metrics, observer));
        return metrics.measurements(simulation);
    }

    /** Whoever took an equally long route for a better one would change for ever between the two sides of each square. */
    @Test
    void comesWithRoutesThatRestOnceTheyAreShortest() {
        LoadedScenario loaded = Runs.load("""
                name: grid
                duration: 120s
                topology: {generate: grid, rows: 4, columns: 4}
                """);
        for (Protocol protocol : Protocol.values()) {
            double[] lastChange = new double[1];
            QuietObserver changes = new QuietObserver() {
                @Override
                public void routeChanged(
                        long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
                    lastChange[0] = nowNanos / 1e9;
                }
            };
            Measurements measured = measure(loaded, protocol, 1, changes);
            assertThat(measured.verdict()).isEqualTo(Verdict.CORRECT);
            assertThat(lastChange[0]).isLessThan(60);
            if (protocol == Protocol.DISTANCE_VECTOR) {
                // Only what is shorter is adopted, and the last of these made the last pair optimal.
                assertThat(measured.value(Metric.CONVERGENCE_OPTIMAL_S)).isCloseTo(lastChange[0], within(1e-9));
            }
        }
    }

    @Test
    void isUnsettledWhenTheRunEndsBeforeRoutesAreThere() {
        LoadedScenario loaded = Runs.load("""
                name: short
                duration: 1200ms
                topology: {generate: line, nodes: 100}
                """);
        for (Protocol protocol : Protocol.values()) {
            assertThat(measure(loaded, protocol, 1, new QuietObserver()).verdict())
                    .isEqualTo(Verdict.UNSETTLED);
        }
    }

    @Test
    void isOscillatingWhenARouteFlipsForEver() {
        StubNetwork network = StubNetwork.triangle();
        Convergence convergence = new Convergence(network, seconds(100), seconds(10));
        for (int second = 1; second < 100; second++) {
            network.setRoute(convergence, seconds(second), 0, 1, second % 2 == 0 ? 1 : 2, 1 + second % 2);
        }
        convergence.end(seconds(100));
        assertThat(convergence.verdict(seconds(100))).isEqualTo(Verdict.OSCILLATING);
    }

    @Test
    void isUnsettledWhenRoutesChangeWithoutEverComingBack() {
        StubNetwork network = StubNetwork.triangle();
        Convergence convergence = new Convergence(network, seconds(100), seconds(10));
        for (int second = 1; second < 100; second++) {
            network.setRoute(convergence, seconds(second), 0, 1, 2, 1 + second);
        }
        convergence.end(seconds(100));
        assertThat(convergence.verdict(seconds(100))).isEqualTo(Verdict.UNSETTLED);
    }

    @Test
    void isStableWrongWhenAnOscillationEndedLongAgo() {
        StubNetwork network = StubNetwork.triangle();
        Convergence convergence = new Convergence(network, seconds(100), seconds(10));
        for (int second = 1; second < 50; second++) {
            network.setRoute(convergence, seconds(second), 0, 1, second % 2 == 0 ? 1 : 2, 1 + second % 2);
        }
        convergence.end(seconds(100));
        assertThat(convergence.verdict(seconds(100))).isEqualTo(Verdict.STABLE_WRONG);
    }

    @Test
    void doesNotTakeARouteThatReturnsAfterAFaultForOscillation() {
        StubNetwork network = StubNetwork.triangle();
        Convergence convergence = new Convergence(network, seconds(100), seconds(10));
        network.setRoute(convergence, seconds(90), 0, 1, 1, 1);
        network.setRoute(convergence, seconds(92), 0, 1, 2, 2);
        convergence.disturbed(seconds(95));
        network.setRoute(convergence, seconds(96), 0, 1, 1, 1);
        convergence.end(seconds(100));
        assertThat(convergence.verdict(seconds(100))).isEqualTo(Verdict.UNSETTLED);
    }

    @Test
    void isCorrectWhenEveryRouteIsShortest() {
        StubNetwork network = StubNetwork.triangle();
        Convergence convergence = new Convergence(network, seconds(100), seconds(10));
        for (int node = 0; node < 3; node++) {
            for (int destination = 0; destination < 3; destination++) {
                if (node != destination) {
                    network.setRoute(convergence, seconds(1), node, destination, destination, 1);
                }
            }
        }
        convergence.end(seconds(100));
        assertThat(convergence.verdict(seconds(100))).isEqualTo(Verdict.CORRECT);
        assertThat(convergence.optimal().coldStartSeconds()).isEqualTo(1.0);
    }

    private static long seconds(int count) {
        return count * 1_000_000_000L;
    }
}
