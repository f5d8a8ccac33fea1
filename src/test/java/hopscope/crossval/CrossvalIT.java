package hopscope.crossval;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.simulation.Runs;
import hopscope.testbed.TestbedOptions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A short scenario both ways: the right model is not refuted, the wrong one is. */
class CrossvalIT {
    private static final String SCENARIO = """
            name: short
            duration: 10s
            seed: 3
            replications: 6
            topology:
              edges: [[0, 4], [0, 1], [0, 2], [1, 3], [1, 4], [2, 3], [2, 5], [3, 5]]
            links: {latency: {distribution: uniform, min: 30ms, max: 60ms}}
            routing:
              source-routing: {interval: 200ms}
              distance-vector: {interval: 200ms}
            traffic:
              - {from: 4, to: 5, start: 5s, every: 80ms, count: 50}
              - {from: 3, to: 0, start: 5s, every: 80ms, count: 50}
            """;

    private static LoadedScenario scenario;
    private static List<SampledRun> measured;

    @BeforeAll
    static void measure() {
        scenario = Runs.load(SCENARIO);
        measured = SampledRuns.measure(scenario, TestbedOptions.DEFAULT, 12, run -> {});
    }

    private static CrossValidation compareWith(LoadedScenario model) {
        return CrossValidation.of(
                "short",
                scenario.scenario().protocolNames(),
                SampledRuns.simulate(Variants.replicated(model, 30), 2),
                measured,
                Margins.standard(scenario.scenario()));
    }

    @Test
    void findsHopsAndDeliveryEquivalent() {
        CrossValidation result = compareWith(scenario);
        for (CrossValidation.ProtocolRows rows : result.protocols()) {
            for (Metric metric : List.of(Metric.SENT, Metric.DELIVERY_RATIO, Metric.HOPS_MEAN)) {
                assertThat(rows.means().get(metric).agreement())
                        .as(metric + "\n" + CrossValidationTable.render(result))
                        .isEqualTo(Agreement.EQUIVALENT);
            }
        }
    }

    @Test
    void rejectsAModelWithLatencyDoubled() {
        CrossValidation result = compareWith(Variants.distorted(scenario, 2));
        assertThat(result.agreement()).isEqualTo(Agreement.DIFFERENT);
        for (CrossValidation.ProtocolRows rows : result.protocols()) {
            assertThat(rows.means().get(Metric.LATENCY_P50_MS).agreement())
                    .as(CrossValidationTable.render(result))
                    .isEqualTo(Agreement.DIFFERENT);
            assertThat(rows.distributions().get("latency_ms").agreement()).isEqualTo(Agreement.DIFFERENT);
        }
    }
}
