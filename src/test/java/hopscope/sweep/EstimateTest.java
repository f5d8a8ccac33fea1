package hopscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.experiment.RunSeeds;
import hopscope.metrics.RunMetrics;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.ScenarioException;
import hopscope.simulation.Simulation;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events, for they can be counted; how long they take depends on the machine. */
class EstimateTest {
    private static final String SIZES = """
            sweep:
              matrix:
                topology.nodes: [4, 6, 8, 10, 12, 16, 20, 24, 28, 32]
                links.loss: [0%, 10%]
              repeat: 3
            """;

    @TempDir
    private Path folder;

    @Test
    void comesCloseToTheEventsThatTheSweepThenHas() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, SIZES);
        Estimate estimate = Estimate.of(
                loaded, new SweepState(loaded.sweep(), loaded.sweep().cells(), List.of()));
        assertThat(estimate.runs()).isEqualTo(20 * 2 * 3);
        assertThat(estimate.runsMax()).isEqualTo(estimate.runs());
        assertThat(estimate.events()).isCloseTo(events(loaded), Percentage.withPercentage(15));
    }

    @Test
    void countsOnlyWhatIsLeft() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, """
                sweep:
                  matrix:
                    links.loss: [0%, 10%]
                  repeat: {min: 2, max: 9, until: "ci95(hops_mean) < 99%"}
                """);
        List<Cell> cells = loaded.sweep().cells();
        SweepState half = Sweeps.run(loaded, cells.subList(0, 1), folder.resolve("half"), 1);
        List<SweepRun> done = half.runsOf(cells.get(0));
        SweepState all = new SweepState(loaded.sweep(), cells, done);
        Estimate estimate = Estimate.of(loaded, all);
        assertThat(estimate.runs()).isEqualTo(2 * 2);
        assertThat(estimate.runsMax()).isEqualTo(2 * 2 * 9 - done.size());
        assertThat(estimate.events() / estimate.runs())
                .isCloseTo(events(loaded) / (2 * 2 * 9), Percentage.withPercentage(15));
    }

    /** All runs of a sweep, as often as they may be repeated. */
    private static double events(LoadedSweep loaded) throws ScenarioException {
        double events = 0;
        for (Cell cell : loaded.sweep().cells()) {
            LoadedScenario scenario = loaded.load(cell);
            for (ProtocolSpec entry : scenario.scenario().protocols()) {
                for (int i = 0; i < loaded.sweep().repetition().max(); i++) {
                    long seed = RunSeeds.of(scenario.scenario().seed(), i);
                    RunMetrics metrics = new RunMetrics(scenario.scenario());
                    Simulation simulation =
                            new Simulation(scenario.scenario(), scenario.topology(), entry, seed, metrics);
                    simulation.run();
                    events += simulation.eventCount();
                }
            }
        }
        return events;
    }
}
