package hopscope.sweep;

import hopscope.experiment.Experiment;
import hopscope.experiment.RunInterrupted;
import hopscope.experiment.RunSeeds;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.PluginFailure;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.SimulationFailure;
import hopscope.sweep.SweepRun.Status;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Does each run in the thread that asks for it. */
public final class InProcessEngine implements SweepEngine {
    private final LoadedSweep loaded;
    private final CellScenarios scenarios;
    private final long timeoutNanos;
    private final ScheduledExecutorService clock;

    /**
     * @param loaded where the cells' scenarios come from
     * @param timeoutNanos wall time that one run may take, or 0 for any; loading its scenario does not count
     */
    public InProcessEngine(LoadedSweep loaded, long timeoutNanos) {
        this(loaded, timeoutNanos, Integer.MAX_VALUE);
    }

    /**
     * For a place where nobody tells that a cell is finished.
     *
     * @param loaded where the cells' scenarios come from
     * @param timeoutNanos wall time that one run may take, or 0 for any; loading its scenario does not count
     * @param scenariosAtMost scenarios kept in memory, at least 1; best one for each run at the same time
     */
    public InProcessEngine(LoadedSweep loaded, long timeoutNanos, int scenariosAtMost) {
        this.loaded = loaded;
        this.scenarios = new CellScenarios(loaded, scenariosAtMost);
        this.timeoutNanos = timeoutNanos;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sweep-timeouts");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public int jobsByDefault() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** @throws RunInterrupted if the thread is interrupted by anyone but the timeout */
    @Override
    public SweepRun run(Cell cell, String entry, int replication) {
        try {
            return runInTime(cell, scenarios.of(cell), entry, replication);
        } catch (SimulationFailure e) {
            String why = PluginFailure.in(e) == null ? e.toString() : e.getMessage();
            return givenUp(cell, entry, replication, Status.FAILED, why);
        } catch (OutOfMemoryError e) {
            return givenUp(cell, entry, replication, Status.FAILED, e.toString());
        }
    }

    private SweepRun runInTime(Cell cell, LoadedScenario scenario, String entry, int replication) {
        RunAlarm alarm = RunAlarm.set(clock, timeoutNanos);
        try {
            return SweepRun.done(
                    cell.hash(),
                    Experiment.runOnce(
                            scenario.scenario(), scenario.topology(), protocol(scenario, entry), replication));
        } catch (RunInterrupted e) {
            if (!alarm.hasRung()) {
                throw e;
            }
            return givenUp(cell, entry, replication, Status.TIMEOUT, "took longer than the timeout");
        } finally {
            alarm.silence();
        }
    }

    private SweepRun givenUp(Cell cell, String entry, int replication, Status status, String why) {
        long seed = RunSeeds.of(loaded.sweep().seed(), replication);
        return SweepRun.givenUp(cell.hash(), entry, replication, seed, status, why);
    }

    private static ProtocolSpec protocol(LoadedScenario loaded, String name) {
        return loaded.scenario().protocols().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void release(Cell cell) {
        scenarios.release(cell);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
