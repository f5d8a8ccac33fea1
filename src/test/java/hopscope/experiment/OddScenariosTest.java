package hopscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.metrics.Verdict;
import hopscope.results.RunRecord;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scenarios at the edge of what is allowed: they run to the end and mean what they say. */
class OddScenariosTest {
    @Test
    void neverUsesAMessageIdTwiceHoweverQuickARestartIs() {
        List<RunRecord> runs = run("""
                name: quick-restart
                seed: 1
                duration: 20s
                topology: {generate: line, nodes: 3}
                links: {latency: 1ms}
                reliability: {window: 1000}
                traffic:
                  - {from: 0, to: 1, start: 10s, every: 100us, count: 20}
                  - {from: 0, to: 1, start: 12s, every: 1us, count: 900}
                faults:
                  - {at: 10000250us, node-down: 0}
                  - {at: 10000350us, node-up: 0}
                  - {at: 10000450us, node-down: 0}
                  - {at: 10000460us, node-up: 0}
                """);

        assertThat(runs).allSatisfy(run -> {
            assertThat(run.measurements().value(Metric.SENT)).isEqualTo(919);
            assertThat(run.measurements().value(Metric.HANDLED_DUPLICATES)).isZero();
        });
    }

    @Test
    void endsAProcessWhoseNextMessageComesAfterTheEndOfTime() {
        List<RunRecord> runs = run("""
                name: slow-process
                seed: 1
                duration: 2s
                topology: {generate: complete, nodes: 150}
                protocols: [distance-vector]
                traffic:
                  - {from: each, to: each, start: 1s, rate: 0.000000001/s}
                """);

        assertThat(runs)
                .allSatisfy(
                        run -> assertThat(run.measurements().value(Metric.SENT)).isZero());
    }

    /** The new life's record gets the number that the old life's had, before it hears of the old one. */
    @Test
    void findsItsWayAfterARestartThatCountsAsFarAsTheEarlierLife() {
        List<RunRecord> runs = run("""
                name: same-number
                seed: 1
                duration: 1200s
                replications: 3
                settle: 100s
                topology: {edges: [[0, 1], [0, 2], [0, 3], [1, 2], [2, 3], [3, 4]]}
                links: {latency: 10ms}
                protocols: [source-routing]
                routing: {source-routing: {interval: 20s}}
                faults:
                  - {at: 280s, link-down: [0, 1]}
                  - {at: 480s, node-down: 0}
                  - {at: 481s, link-up: [0, 1]}
                  - {at: 500s, node-up: 0}
                  - {at: 500500ms, link-down: [0, 2]}
                """);

        assertThat(runs)
                .allSatisfy(run -> assertThat(run.measurements().verdict()).isEqualTo(Verdict.CORRECT));
    }

    private static List<RunRecord> run(String text) {
        try {
            LoadedScenario loaded = ScenarioLoader.load("odd.yaml", text, Path.of(""), List.of());
            return new Experiment(loaded.scenario(), loaded.topology())
                    .run(1, run -> {})
                    .runs();
        } catch (ScenarioException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }
}
