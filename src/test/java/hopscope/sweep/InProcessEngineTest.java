package hopscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.experiment.RunInterrupted;
import hopscope.scenario.ScenarioException;
import hopscope.sweep.SweepRun.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InProcessEngineTest {
    private static final long HOUR_NANOS = 3_600_000_000_000L;

    @TempDir
    private Path folder;

    private LoadedSweep loaded;

    @BeforeEach
    void loadALongRun() throws ScenarioException {
        loaded = SweepFile.load(Sweeps.write(folder, """
                        name: long
                        duration: 300h
                        topology: {generate: complete, nodes: 40}
                        protocols: [distance-vector]
                        sweep: {matrix: {duration: [300h, 10s]}}
                        """), List.of());
    }

    @AfterEach
    void leavesNoInterruptToTheNextTest() {
        assertThat(Thread.interrupted()).isFalse();
    }

    private Cell cell(int index) {
        return loaded.sweep().cells().get(index);
    }

    /** A pool that is shut down, or a cluster that kills a task, interrupts too: such a run is no row of the tables. */
    @ParameterizedTest
    @ValueSource(longs = {0, HOUR_NANOS})
    void takesNoInterruptOfOthersForTheTimeout(long timeoutNanos) {
        try (SweepEngine engine = new InProcessEngine(loaded, timeoutNanos)) {
            engine.run(cell(1), "distance-vector", 0);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> engine.run(cell(0), "distance-vector", 0)).isInstanceOf(RunInterrupted.class);
        }
    }

    @Test
    void goesOnWithTheNextRunAfterATimeout() {
        try (SweepEngine engine = new InProcessEngine(loaded, 1_000_000_000L)) {
            assertThat(engine.run(cell(0), "distance-vector", 0).status()).isEqualTo(Status.TIMEOUT);
            assertThat(engine.run(cell(1), "distance-vector", 0).status()).isEqualTo(Status.DONE);
        }
    }

    /** Nothing is noted of a run that another one's failure stopped; its sweep can be resumed. */
    @Test
    void notesNothingOfARunThatWasStopped() {
        SweepState state = new SweepState(loaded.sweep(), loaded.sweep().cells(), List.of());
        List<SweepRun> journal = new ArrayList<>();
        try (SweepEngine engine = new InProcessEngine(loaded, 0)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> new SweepRunner(engine, state, journal::add).run(2, run -> {}))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(journal).noneMatch(run -> run.status() != Status.DONE);
    }
}
