package hopscope.sweep;

import hopscope.experiment.Experiment;
import hopscope.experiment.RunInterrupted;
import hopscope.experiment.RunSeeds;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.SimulationFailure;
import hopscope.sweep.SweepRun.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does the runs of a sweep that are missing, several at a time, and notes each in the journal when it is done. */
public final class SweepRunner {
    private final SweepState state;
    private final CellScenarios scenarios;
    private final Consumer<SweepRun> journal;
    private final long timeoutNanos;

    /** Runs that may start now, those of costly cells first. Guarded by this. */
    private final Deque<Ready> ready = new ArrayDeque<>();

    /** Runs that were started and are not done. Guarded by this. */
    private int running;

    private boolean stopped;

    private record Ready(CellWork work, CellWork.Task task) {}

    /**
     * @param loaded where the cells' scenarios come from
     * @param state what is done already; is brought up to date
     * @param journal notes a run before it counts; called from any thread, one at a time
     * @param timeoutNanos wall time that one run may take, or 0 for any
     */
    public SweepRunner(LoadedSweep loaded, SweepState state, Consumer<SweepRun> journal, long timeoutNanos) {
        this.scenarios = new CellScenarios(loaded);
        this.state = state;
        this.journal = journal;
        this.timeoutNanos = timeoutNanos;
        state.works().stream()
                .sorted(Comparator.comparingDouble((CellWork work) -> -cost(work.cell())))
                .forEach(this::enqueue);
    }

    /** A rough measure, to begin with what takes long; nothing else depends on it. */
    private static double cost(Cell cell) {
        return cell.seconds() * (cell.nodes() + (double) cell.nodes() * cell.nodes() / 1000);
    }

    private void enqueue(CellWork work) {
        List<CellWork.Task> tasks = work.nextBatch();
        tasks.forEach(task -> ready.add(new Ready(work, task)));
        if (tasks.isEmpty()) {
            scenarios.release(work.cell());
        }
    }

    /**
     * Does everything that is missing.
     *
     * @param jobs threads, at least 1
     * @param finished told each run after it was noted, one at a time
     */
    public void run(int jobs, Consumer<SweepRun> finished) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sweep-timeouts");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < jobs; i++) {
                workers.add(pool.submit(() -> work(clock, finished)));
            }
            for (Future<?> worker : workers) {
                join(worker);
            }
        } finally {
            pool.shutdownNow();
            clock.shutdownNow();
        }
    }

    private static void join(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a sweep was in progress", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void work(ScheduledExecutorService clock, Consumer<SweepRun> finished) {
        try {
            for (Ready next = next(); next != null; next = next()) {
                done(next, execute(next, clock), finished);
            }
        } catch (RuntimeException | Error e) {
            stop();
            throw e;
        }
    }

    /** The next run to do; waits while others may still bring some; {@code null} when all is done. */
    private synchronized Ready next() {
        while (ready.isEmpty() && running > 0 && !stopped) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        if (ready.isEmpty() || stopped) {
            return null;
        }
        running++;
        return ready.poll();
    }

    private synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private synchronized void done(Ready what, SweepRun run, Consumer<SweepRun> finished) {
        journal.accept(run);
        state.add(run);
        finished.accept(run);
        running--;
        boolean isLastOfBatch = what.work().isBatchDone();
        if (isLastOfBatch) {
            enqueue(what.work());
        }
        notifyAll();
    }

    private SweepRun execute(Ready next, ScheduledExecutorService clock) {
        CellWork.Task task = next.task();
        String hash = task.cell().hash();
        long seed = RunSeeds.of(state.sweep().seed(), task.replication());
        Thread runner = Thread.currentThread();
        ScheduledFuture<?> alarm =
                timeoutNanos == 0 ? null : clock.schedule(runner::interrupt, timeoutNanos, TimeUnit.NANOSECONDS);
        try {
            LoadedScenario loaded = scenarios.of(task.cell());
            return SweepRun.done(
                    hash,
                    Experiment.runOnce(
                            loaded.scenario(), loaded.topology(), entry(loaded, task.entry()), task.replication()));
        } catch (RunInterrupted e) {
            return SweepRun.givenUp(
                    hash, task.entry(), task.replication(), seed, Status.TIMEOUT, "took longer than the timeout");
        } catch (SimulationFailure | OutOfMemoryError e) {
            return SweepRun.givenUp(hash, task.entry(), task.replication(), seed, Status.FAILED, e.toString());
        } finally {
            silence(alarm);
        }
    }

    /** Takes back an alarm, so that it does not hit the next run. */
    private static void silence(ScheduledFuture<?> alarm) {
        if (alarm != null && !alarm.cancel(false)) {
            try {
                alarm.get();
            } catch (InterruptedException | ExecutionException e) {
                // The alarm has rung, at the run that it was for; that is all that matters.
            }
        }
        Thread.interrupted();
    }

    private static ProtocolSpec entry(LoadedScenario loaded, String name) {
        return loaded.scenario().protocols().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
