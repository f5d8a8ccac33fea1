package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.metrics.Measurements;
import hopscope.metrics.RunMetrics;
import hopscope.protocol.RouteChanges;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import org.junit.jupiter.api.Test;

/** Shared, partly merged tables and changes told together must lead to the run that whole tables, one by one, lead to. */
class TablesByReferenceTest {
    /** Several blocks of destinations, over links that lose, double and delay, with failures and returns. */
    private static LoadedScenario scenario(int nodes, String wire) {
        return Runs.load("""
                name: tables
                duration: 25s
                topology: {generate: barabasi-albert, nodes: %d, attach: 2}
                links: {latency: 30ms, jitter: 20ms, loss: 2%%, duplicate: 3%%, reorder: 5%%}
                routing:
                  distance-vector: {interval: 1s, fanout: 2}
                groups: {guests: [7, 90, 170, 250, 280]}
                faults:
                  - at: 4s
                    churn:
                      group: guests
                      session: {distribution: exponential, mean: 4s}
                      downtime: {distribution: exponential, mean: 2s}
                  - {at: 6s, node-down: 0, state: kept}
                  - {at: 9s, node-up: 0}
                wire: %s
                """.formatted(nodes, wire));
    }

    /** Tells every change by itself. */
    private static final class OneByOne extends ForwardingObserver {
        OneByOne(SimulationObserver next) {
            super(next);
        }

        @Override
        public void routesChanged(long nowNanos, int node, RouteChanges changes) {
            for (int i = 0; i < changes.count(); i++) {
                routeChanged(
                        nowNanos,
                        node,
                        changes.destination(i),
                        changes.oldVia(i),
                        changes.oldDistance(i),
                        changes.via(),
                        changes.distance(i));
            }
        }
    }

    private static Measurements measured(LoadedScenario loaded, boolean together) {
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        SimulationObserver observer = together ? metrics : new OneByOne(metrics);
        return metrics.measurements(Runs.run(loaded, Protocol.DISTANCE_VECTOR, 7, observer));
    }

    @Test
    void takesTheSameCourseAsWithTablesFromBytes() {
        LoadedScenario byReference = scenario(600, "reference");
        LoadedScenario encoded = scenario(600, "encoded");
        assertThat(Runs.fingerprint(byReference, Protocol.DISTANCE_VECTOR, 3))
                .isEqualTo(Runs.fingerprint(encoded, Protocol.DISTANCE_VECTOR, 3));
    }

    @Test
    void measuresTheSameWhenChangesAreToldOneByOne() {
        LoadedScenario loaded = scenario(300, "reference");
        Measurements together = measured(loaded, true);
        Measurements oneByOne = measured(loaded, false);
        assertThat(together.fingerprint()).isEqualTo(oneByOne.fingerprint());
        assertThat(together.values()).containsExactly(oneByOne.values());
        assertThat(together.series()).isEqualTo(oneByOne.series());
    }
}
