package hopscope.crossval;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.metrics.Measurements;
import hopscope.metrics.RunMetrics;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.Runs;
import hopscope.simulation.Simulation;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The comparison of the simulator with itself, under other seeds, in place of the testbed. */
class CrossValidationTest {
    private static final int RUNS = 40;

    private static LoadedScenario scenario;
    private static List<SampledRun> simulated;
    private static List<SampledRun> others;

    @BeforeAll
    static void simulate() {
        scenario = Variants.replicated(Runs.loadFile("scenarios/six-nodes.yaml"), 3 * RUNS);
        simulated = SampledRuns.simulate(scenario, 2);
        others = SampledRuns.simulate(
                Variants.replicated(Runs.loadFile("scenarios/six-nodes.yaml", "seed=4711"), RUNS), 2);
    }

    private static CrossValidation compare(List<SampledRun> model, List<SampledRun> real) {
        return CrossValidation.of(
                "six-nodes", scenario.scenario().protocolNames(), model, real, Margins.standard(scenario.scenario()));
    }

    @Test
    void findsTheSimulatorEquivalentToItselfUnderOtherSeeds() {
        CrossValidation result = compare(simulated, others);
        assertThat(result.agreement()).as(CrossValidationTable.render(result)).isEqualTo(Agreement.EQUIVALENT);
        assertThat(result.protocols()).hasSize(2);
        assertThat(result.protocols().get(0).means()).containsKeys(Metric.CONVERGENCE_OPTIMAL_S, Metric.HOPS_MEAN);
        assertThat(result.protocols().get(0).distributions()).containsOnlyKeys("hops", "latency_ms");
    }

    @Test
    void rejectsLatenciesTwiceAsLong() {
        CrossValidation result = compare(SampledRuns.simulate(Variants.distorted(scenario, 2), 2), others);
        for (CrossValidation.ProtocolRows rows : result.protocols()) {
            assertThat(rows.agreement()).isEqualTo(Agreement.DIFFERENT);
            assertThat(rows.means().get(Metric.LATENCY_P50_MS).agreement()).isEqualTo(Agreement.DIFFERENT);
            assertThat(rows.distributions().get("latency_ms").agreement()).isEqualTo(Agreement.DIFFERENT);
            assertThat(rows.means().get(Metric.HOPS_MEAN).agreement()).isEqualTo(Agreement.EQUIVALENT);
        }
    }

    @Test
    void rejectsLossThatTheModelLeavesOut() {
        List<SampledRun> lossless = SampledRuns.simulate(
                Variants.replicated(Runs.loadFile("scenarios/six-nodes.yaml", "links.loss=0%"), RUNS), 2);
        CrossValidation result = compare(lossless, others);
        assertThat(result.protocols().get(0).means().get(Metric.RETRANSMISSIONS).agreement())
                .isEqualTo(Agreement.DIFFERENT);
    }

    @Test
    void staysUndecidedWithTwoRuns() {
        List<SampledRun> few =
                others.stream().filter(run -> run.record().replication() < 2).toList();
        assertThat(compare(simulated, few).agreement()).isEqualTo(Agreement.UNDECIDED);
    }

    @Test
    void measuresTheSameRunsAsRunDoes() {
        // partition.yaml has a fault that waits for convergence: without it the two would differ in nearly every metric
        LoadedScenario waiting = Variants.replicated(Runs.loadFile("scenarios/partition.yaml"), 1);
        for (SampledRun run : SampledRuns.simulate(waiting, 2)) {
            RunMetrics metrics = new RunMetrics(waiting.scenario());
            ProtocolSpec protocol =
                    waiting.scenario().protocol(run.record().protocol()).orElseThrow();
            Simulation simulation = new Simulation(
                    waiting.scenario(),
                    waiting.topology(),
                    protocol,
                    run.record().seed(),
                    metrics);
            simulation.run();
            Measurements plain = metrics.measurements(simulation);
            Measurements sampled = run.record().measurements();
            assertThat(sampled.values()).containsExactly(plain.values());
            assertThat(sampled.fingerprint()).isEqualTo(plain.fingerprint());
            assertThat(sampled.faults()).isNotEmpty().zipSatisfy(plain.faults(), (fault, same) -> {
                assertThat(fault.strike()).isEqualTo(same.strike());
                assertThat(fault.values()).containsExactly(same.values());
            });
        }
    }

    @Test
    void distortsLatenciesOfTheTopologyToo() {
        LoadedScenario abilene = Runs.loadFile("scenarios/abilene.yaml");
        LoadedScenario slow = Variants.distorted(abilene, 2);
        assertThat(slow.topology().linkCount()).isEqualTo(abilene.topology().linkCount());
        assertThat(slow.topology().names()).isEqualTo(abilene.topology().names());
        for (int link = 0; link < slow.topology().linkCount(); link++) {
            assertThat(slow.topology().latencyNanos(link))
                    .isEqualTo(2 * abilene.topology().latencyNanos(link));
        }
    }

    @Test
    void takesAMarginForEveryMetricThatHasAShare() {
        Margins wide = Margins.standard(scenario.scenario()).withRelative(0.5);
        assertThat(wide.byMetric().get(Metric.CONTROL_BYTES).relative()).isEqualTo(0.5);
        assertThat(wide.byMetric().get(Metric.HANDLED_DUPLICATES).around(10)).isZero();
    }

    @Test
    void writesTableAndJson() {
        CrossValidation result = compare(simulated, others);
        assertThat(CrossValidationTable.render(result))
                .contains("six-nodes, source-routing: ")
                .contains("convergence_optimal_s")
                .contains("latency_ms")
                .isEqualTo(CrossValidationTable.render(compare(simulated, others)));
        assertThat(CrossValidationJson.render(result))
                .startsWith("{\n  \"scenario\": \"six-nodes\",\n  \"agreement\": \"")
                .contains("\"ci90_low\"")
                .doesNotContain("NaN");
    }
}
