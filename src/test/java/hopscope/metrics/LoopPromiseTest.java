package hopscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import hopscope.simulation.RandomScenarios;
import hopscope.simulation.Runs;
import hopscope.simulation.Simulation;
import org.junit.jupiter.api.Test;

/** A protocol that promises never to loop is held to it; and the protocols that repair do repair. */
class LoopPromiseTest {
    private static final int SEEDS = 60;

    @Test
    void stopsTheRunOfAProtocolThatBreaksItsPromise() {
        StubNetwork network = StubNetwork.triangle().promiseNoLoops();
        Convergence convergence = new Convergence(network, 100, 10);
        network.setRoute(convergence, 1, 0, 2, 1, 2);
        assertThatThrownBy(() -> network.setRoute(convergence, 2, 1, 2, 0, 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a protocol that never loops has a loop: node 0 sends to node 1 what is for node 2");
    }

    @Test
    void countsTheLoopsOfAProtocolThatPromisesNothing() {
        StubNetwork network = StubNetwork.triangle();
        Convergence convergence = new Convergence(network, 100, 10);
        network.setRoute(convergence, 1, 0, 2, 1, 2);
        network.setRoute(convergence, 2, 1, 2, 0, 3);
        convergence.end(100);
        assertThat(convergence.loopPairSeconds()).isPositive();
    }

    @Test
    void isCorrectInTheEndWhateverFailedWithTheProtocolsThatRepair() {
        for (long seed = 0; seed < SEEDS; seed++) {
            LoadedScenario loaded = Runs.load(RandomScenarios.text(seed, 3_000), "duration=100s", "links.loss=5%");
            for (Protocol protocol : new Protocol[] {Protocol.DISTANCE_VECTOR_RIP, Protocol.DISTANCE_VECTOR_FEASIBLE}) {
                RunMetrics metrics = new RunMetrics(loaded.scenario());
                Simulation simulation = Runs.run(loaded, protocol, seed, metrics);
                Measurements measured = metrics.measurements(simulation);
                assertThat(measured.verdict())
                        .as("seed %d, %s", seed, protocol.label())
                        .isEqualTo(Verdict.CORRECT);
                if (protocol == Protocol.DISTANCE_VECTOR_FEASIBLE) {
                    assertThat(measured.value(Metric.LOOP_PAIR_SECONDS)).isZero();
                }
            }
        }
    }
}
