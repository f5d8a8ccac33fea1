package hopscope.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.experiment.Experiment;
import hopscope.metrics.Measurements;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark measures what it says: the same work beside the yardstick, and the runs that users run. */
class BenchModelsTest {
    @Test
    void holdsTheSameEventsInTheEngineAndInThePriorityQueue() {
        HoldModel engine = new HoldModel(500);
        engine.fillEngine();
        HoldModel.OnPriorityQueue queue = new HoldModel.OnPriorityQueue(new HoldModel(500));
        for (int i = 0; i < 50; i++) {
            engine.holdInEngine(997);
            queue.hold(997);
            assertThat(queue.nowNanos()).isPositive().isEqualTo(engine.nowNanos());
        }
    }

    @Test
    void findsTheTimeThatAnExperimentFinds() {
        LoadedScenario loaded = BenchNetwork.scaleFree(60).scenario("200s");
        for (Protocol protocol : List.of(Protocol.SOURCE_ROUTING, Protocol.DISTANCE_VECTOR)) {
            Measurements expected = new Experiment(loaded.scenario(), loaded.topology())
                    .run(1, run -> {}).runs().stream()
                            .filter(run -> run.protocol().equals(protocol.label()))
                            .findFirst()
                            .orElseThrow()
                            .measurements();
            NetworkRun run = NetworkRun.toExact(loaded, protocol, 100);
            assertThat(run.virtualSeconds()).isCloseTo(expected.value(Metric.CONVERGENCE_OPTIMAL_S), within(1e-9));
            assertThat(run.exactSeconds()).isGreaterThanOrEqualTo(run.reachSeconds());
            assertThat(run.ranOutOfTime()).isFalse();
            assertThat(run.events()).isPositive().isLessThan((long) expected.value(Metric.EVENTS));
            assertThat(NetworkRun.toEnd(loaded, protocol, 100).events())
                    .isEqualTo((long) expected.value(Metric.EVENTS));
        }
    }

    @Test
    void stopsARunThatTakesTooLong() {
        NetworkRun run = NetworkRun.toExact(BenchNetwork.grid(5).scenario("100s"), Protocol.DISTANCE_VECTOR, 0);
        assertThat(run.ranOutOfTime()).isTrue();
        assertThat(run.exactSeconds()).isNaN();
        assertThat(run.events()).isEqualTo(1);
    }

    @Test
    void mergesTablesOfTheSizeItNames() {
        MergeModel model = new MergeModel();
        assertThat(model.routeCount()).isEqualTo(9_999);
        assertThat(model.entries()).isEqualTo(50_000_000);
    }
}
