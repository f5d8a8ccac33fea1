package hopscope.experiment;

import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does runs several at a time and gathers their results in the order of the runs, whoever is done first. */
public final class RunPool {
    private RunPool() {}

    /**
     * One run to do.
     *
     * @param protocol one of the scenario's
     * @param replication 0, 1, …
     * @param seed of the run, see {@link RunSeeds}
     */
    public record Run(ProtocolSpec protocol, int replication, long seed) {}

    /** All runs of a scenario: by protocol as the scenario lists them, then by replication. */
    public static List<Run> runsOf(Scenario scenario) {
        return runsOf(scenario, 0, scenario.replications());
    }

    /**
     * Some replications of a scenario's runs, in the same order.
     *
     * @param from first replication
     * @param to replication before which they end; may be beyond those of the scenario
     */
    static List<Run> runsOf(Scenario scenario, int from, int to) {
        List<Run> runs = new ArrayList<>();
        for (ProtocolSpec protocol : scenario.protocols()) {
            for (int replication = from; replication < to; replication++) {
                runs.add(new Run(protocol, replication, RunSeeds.of(scenario.seed(), replication)));
            }
        }
        return runs;
    }

    /**
     * Does runs, or other tasks that know nothing of each other.
     *
     * @param kind what doing one means, and what it gives; called from any thread
     * @param jobs runs at a time, at least 1; with one, the caller's thread does them
     * @param finished told each result, from any thread, one at a time
     * @return one result for each run, in their order
     * @throws RuntimeException that a run ended with, the first in their order
     */
    public static <T, R> List<R> doAll(List<T> runs, int jobs, Function<T, R> kind, Consumer<R> finished) {
        return jobs == 1 ? doHere(runs, kind, finished) : doInPool(runs, jobs, kind, finished);
    }

    private static <T, R> List<R> doHere(List<T> runs, Function<T, R> kind, Consumer<R> finished) {
        List<R> results = new ArrayList<>();
        for (T run : runs) {
            R result = kind.apply(run);
            finished.accept(result);
            results.add(result);
        }
        return results;
    }

    private static <T, R> List<R> doInPool(List<T> runs, int jobs, Function<T, R> kind, Consumer<R> finished) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        Object oneAtATime = new Object();
        try {
            List<Future<R>> futures = new ArrayList<>();
            for (T run : runs) {
                futures.add(pool.submit(() -> {
                    R result = kind.apply(run);
                    synchronized (oneAtATime) {
                        finished.accept(result);
                    }
                    return result;
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(resultOf(future));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R resultOf(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runs were in progress", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
