package hopscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.results.RunRecord;
import hopscope.scenario.LoadedScenario;
import hopscope.simulation.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scenarios that compare one algorithm with itself under other settings. */
class NamedProtocolsTest {
    private static final String NETWORK = """
            name: t
            duration: 30s
            replications: 3
            topology: {generate: torus, rows: 4, columns: 4}
            links: {loss: 5%}
            traffic: [{from: each, to: any, rate: 1/s, start: 5s}]
            settle: 5s
            """;

    private static List<Long> fingerprints(LoadedScenario loaded, String entry) {
        return new Experiment(loaded.scenario(), loaded.topology())
                .run(2, run -> {}).runsOf(entry).stream()
                        .map(run -> run.measurements().fingerprint())
                        .toList();
    }

    @Test
    void runEachEntryAsAScenarioOfItsOwnWould() {
        LoadedScenario both = Runs.load(NETWORK + """
                routing: {distance-vector: {fanout: 2}}
                protocols:
                  - distance-vector
                  - {name: dv-fast, use: distance-vector, interval: 200ms}
                """);
        LoadedScenario slow = Runs.load(NETWORK + """
                routing: {distance-vector: {fanout: 2}}
                protocols: [distance-vector]
                """);
        LoadedScenario fast = Runs.load(NETWORK + """
                routing: {distance-vector: {fanout: 2, interval: 200ms}}
                protocols: [distance-vector]
                """);
        assertThat(fingerprints(both, "distance-vector")).isEqualTo(fingerprints(slow, "distance-vector"));
        assertThat(fingerprints(both, "dv-fast"))
                .hasSize(3)
                .isEqualTo(fingerprints(fast, "distance-vector"))
                .doesNotContainAnyElementsOf(fingerprints(slow, "distance-vector"));
    }

    @Test
    void giveEntriesWithTheSameSettingsTheSameCourse() {
        LoadedScenario loaded =
                Runs.load(NETWORK + "protocols: [source-routing, {name: again, use: source-routing}]\n");
        List<RunRecord> runs = new Experiment(loaded.scenario(), loaded.topology())
                .run(2, run -> {})
                .runs();
        assertThat(runs)
                .extracting(RunRecord::protocol)
                .containsExactly("source-routing", "source-routing", "source-routing", "again", "again", "again");
        assertThat(fingerprints(loaded, "again")).isEqualTo(fingerprints(loaded, "source-routing"));
    }
}
