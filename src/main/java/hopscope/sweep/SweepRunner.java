package hopscope.sweep;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Has an engine do the runs of a sweep that are missing, several at a time, and notes each in the journal when it is done. */
public final class SweepRunner {
    private final SweepEngine engine;
    private final SweepState state;
    private final Consumer<SweepRun> journal;

    /** Runs that may start now, those of costly cells first. Guarded by this. */
    private final Deque<Ready> ready = new ArrayDeque<>();

    /** Runs that were started and are not done. Guarded by this. */
    private int running;

    private boolean stopped;

    private record Ready(CellWork work, CellWork.Task task) {}

    /**
     * @param engine does the runs; opened for the sweep of {@code state}
     * @param state what is done already; is brought up to date
     * @param journal notes a run before it counts; called from any thread, one at a time
     */
    public SweepRunner(SweepEngine engine, SweepState state, Consumer<SweepRun> journal) {
        this.engine = engine;
        this.state = state;
        this.journal = journal;
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
            engine.release(work.cell());
        }
    }

    /**
     * Does everything that is missing.
     *
     * @param jobs runs at the same time, at least 1
     * @param finished told each run after it was noted, one at a time
     * @throws SweepEngineException if the engine gives up; what was noted stays noted
     */
    public void run(int jobs, Consumer<SweepRun> finished) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            ExecutorCompletionService<Void> workers = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < jobs; i++) {
                workers.submit(() -> work(finished), null);
            }
            for (int i = 0; i < jobs; i++) {
                joinNext(workers);
            }
        } finally {
            end(pool);
        }
    }

    /** Stops what is in progress and waits for it: the caller closes the journal next. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for whichever worker ends next: when one fails, others may wait for ever on what made it fail. */
    private static void joinNext(ExecutorCompletionService<Void> workers) {
        try {
            workers.take().get();
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

    private void work(Consumer<SweepRun> finished) {
        try {
            for (Ready next = next(); next != null; next = next()) {
                CellWork.Task task = next.task();
                done(next, engine.run(task.cell(), task.entry(), task.replication()), finished);
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
}
