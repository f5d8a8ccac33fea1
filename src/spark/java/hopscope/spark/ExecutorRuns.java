package hopscope.spark;

import hopscope.sweep.InProcessEngine;
import hopscope.sweep.JournalLine;
import hopscope.sweep.LoadedSweep;
import hopscope.sweep.SweepBundle;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;

/** The executor's side: opens the bundle that came with the application, once for each JVM, and does runs of it. */
final class ExecutorRuns {
    private static final String CORES = "spark.executor.cores";
    private static final String MAX_FAILURES = "spark.task.maxFailures";

    /** Spark's own default. */
    private static final int MAX_FAILURES_BY_DEFAULT = 4;

    /** By the bundle's place on this machine; one, but in tests that share a JVM. */
    private static final Map<Path, ExecutorRuns> OPEN = new ConcurrentHashMap<>();

    private final LoadedSweep sweep;
    private final InProcessEngine engine;

    private ExecutorRuns(LoadedSweep sweep, long timeoutNanos) {
        this.sweep = sweep;
        this.engine = new InProcessEngine(sweep, timeoutNanos, runsAtOnce());
    }

    private static int runsAtOnce() {
        int processors = Runtime.getRuntime().availableProcessors();
        return Math.max(1, SparkEnv.get().conf().getInt(CORES, processors));
    }

    /**
     * Does a run, unless it was tried often enough: Spark counts the loss of an executor only if it takes it for the run's
     * fault, and would try a run that brings each of them down for ever.
     *
     * @return the run as {@link JournalLine} writes it: text, which no serialiser that the user chooses can spoil
     */
    static String run(RunRequest request) {
        Path archive = Path.of(SparkFiles.get(request.bundle()));
        ExecutorRuns runs = OPEN.computeIfAbsent(
                archive, path -> new ExecutorRuns(SweepBundle.open(path).sweep(), request.timeoutNanos()));
        if (TaskContext.get().attemptNumber() >= SparkEnv.get().conf().getInt(MAX_FAILURES, MAX_FAILURES_BY_DEFAULT)) {
            return JournalLine.text(SparkEngine.givenUp(runs.sweep.sweep(), request));
        }
        try {
            return runs.run(request.cell(), request.entry(), request.replication());
        } catch (RuntimeException e) {
            // An interrupt while a file is read, as Spark's speculation sends it, closes the bundle for all that
            // follow.
            OPEN.remove(archive, runs);
            throw e;
        }
    }

    private String run(int cell, String entry, int replication) {
        return JournalLine.text(engine.run(sweep.sweep().cells().get(cell), entry, replication));
    }
}
