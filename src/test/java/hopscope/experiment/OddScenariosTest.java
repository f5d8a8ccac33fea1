package hopscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

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
