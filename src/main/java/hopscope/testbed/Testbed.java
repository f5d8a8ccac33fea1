package hopscope.testbed;

import hopscope.experiment.RunSeeds;
import hopscope.metrics.RunMetrics;
import hopscope.results.ExperimentResult;
import hopscope.results.ExperimentResult.HostFigures;
import hopscope.results.RunRecord;
import hopscope.scenario.Metric;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.Scenario;
import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** All runs of a scenario on TCP, several at a time: they mostly wait. */
public final class Testbed {
    /** A real course is never repeated exactly, so a run on the testbed has no fingerprint. */
    public static final long NO_FINGERPRINT = 0;

    private Testbed() {}

    /** Does one run of the scenario. */
    @FunctionalInterface
    public interface RunKind<R> {
        /** Runs; takes the scenario's duration. */
        R run(ProtocolSpec protocol, int replication, long seed);
    }

    /**
     * Does all runs of a scenario.
     *
     * @param jobs runs at a time, at least 1
     * @param finished told each run that is done, from any thread, one at a time
     * @throws TestbedException if a node cannot be started
     */
    public static ExperimentResult run(
            Scenario scenario, Topology topology, TestbedOptions options, int jobs, Consumer<RunRecord> finished) {
        TestbedRun.warmUp(scenario, topology, options);
        long start = System.nanoTime();
        List<RunRecord> records = runAll(
                scenario,
                jobs,
                (protocol, replication, seed) -> {
                    RunMetrics metrics = new RunMetrics(scenario);
                    TestbedRun run = new TestbedRun(scenario, topology, protocol, seed, metrics, options);
                    run.run();
                    return new RunRecord(
                            protocol.name(), replication, seed, metrics.measurements(run.eventCount(), NO_FINGERPRINT));
                },
                finished);
        long events = records.stream()
                .mapToLong(run -> (long) run.measurements().value(Metric.EVENTS))
                .sum();
        Runtime runtime = Runtime.getRuntime();
        return new ExperimentResult(
                scenario,
                records,
                new HostFigures(System.nanoTime() - start, events, runtime.totalMemory() - runtime.freeMemory(), jobs));
    }

    /**
     * Does all runs of a scenario in one's own way.
     *
     * @return the runs by protocol as the scenario lists them, then by replication
     */
    public static <R> List<R> runAll(Scenario scenario, int jobs, RunKind<R> kind, Consumer<R> finished) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        Object oneAtATime = new Object();
        try {
            List<Future<R>> futures = new ArrayList<>();
            for (ProtocolSpec protocol : scenario.protocols()) {
                for (int i = 0; i < scenario.replications(); i++) {
                    int replication = i;
                    futures.add(pool.submit(() -> {
                        R result = kind.run(protocol, replication, RunSeeds.of(scenario.seed(), replication));
                        synchronized (oneAtATime) {
                            finished.accept(result);
                        }
                        return result;
                    }));
                }
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
            throw new TestbedException("interrupted while runs were in progress", e);
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
