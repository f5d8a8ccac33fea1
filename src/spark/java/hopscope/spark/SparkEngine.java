package hopscope.spark;

import hopscope.experiment.RunSeeds;
import hopscope.sweep.Cell;
import hopscope.sweep.JournalLine;
import hopscope.sweep.LoadedSweep;
import hopscope.sweep.Sweep;
import hopscope.sweep.SweepBundle;
import hopscope.sweep.SweepEngine;
import hopscope.sweep.SweepEngineException;
import hopscope.sweep.SweepRun;
import hopscope.sweep.SweepRun.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Has Spark's executors do the runs. Each run is a Spark job of one task, so that it is noted as soon as it is done and
 * other runs may depend on it. When an executor is lost, Spark gives its runs to another one; a run that lost {@code
 * spark.task.maxFailures} executors is given up.
 */
final class SparkEngine implements SweepEngine {
    private static final String BUNDLE = "hopscope-sweep.zip";
    private static final String MASTER = "spark.master";

    /**
     * Runs asked for at the same time by default, at least. More than there are cores costs nothing: they wait in Spark's
     * queue, where a cluster that grows with its queue sees them.
     */
    private static final int JOBS_AT_LEAST = 256;

    /** How Spark's message of a job names the loss of an executor, see org.apache.spark.ExecutorLostFailure. */
    private static final String EXECUTOR_LOST = "ExecutorLostFailure";

    private final JavaSparkContext spark;
    private final LoadedSweep loaded;
    private final long timeoutNanos;
    private final Path folder;

    private SparkEngine(JavaSparkContext spark, LoadedSweep loaded, long timeoutNanos, Path folder) {
        this.spark = spark;
        this.loaded = loaded;
        this.timeoutNanos = timeoutNanos;
        this.folder = folder;
    }

    /**
     * Starts a Spark application for a sweep, configured by {@code spark-submit}.
     *
     * @throws SweepEngineException if there is no cluster, or it does not take the application
     */
    static SweepEngine open(LoadedSweep loaded, long timeoutNanos) {
        SparkConf conf =
                new SparkConf().setAppName("hopscope sweep " + loaded.sweep().name());
        if (!conf.contains(MASTER)) {
            throw new SweepEngineException(
                    "no cluster is given; expected spark-submit --master URL, or local[*]", null);
        }
        Path folder = newFolder();
        try {
            SweepBundle.write(loaded, folder.resolve(BUNDLE));
            JavaSparkContext spark = new JavaSparkContext(conf);
            spark.addFile(folder.resolve(BUNDLE).toUri().toString());
            return new SparkEngine(spark, loaded, timeoutNanos, folder);
            // Scala throws checked exceptions without saying so.
        } catch (Exception e) {
            remove(folder);
            throw new SweepEngineException("Spark did not start: " + firstLine(e), e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("hopscope-spark");
        } catch (IOException e) {
            throw new SweepEngineException("no temporary folder: " + e.getMessage(), e);
        }
    }

    @Override
    public int jobsByDefault() {
        return Math.max(JOBS_AT_LEAST, 2 * spark.defaultParallelism());
    }

    @Override
    public SweepRun run(Cell cell, String entry, int replication) {
        RunRequest request = new RunRequest(BUNDLE, cell.index(), entry, replication, timeoutNanos);
        String name = "cell " + cell.id() + ", " + entry + ", replication " + replication;
        try {
            spark.sc().setJobDescription(name);
            // The request is part of the code that travels, not of the data: a serialiser for data need not know
            // records.
            List<String> lines = spark.parallelize(List.of(0), 1)
                    .map(ignored -> ExecutorRuns.run(request))
                    .collect();
            return JournalLine.parse(lines.get(0));
            // Scala throws checked exceptions without saying so.
        } catch (Exception e) {
            if (e instanceof SparkException && e.getMessage().contains(EXECUTOR_LOST)) {
                return givenUp(loaded.sweep(), request);
            }
            throw new SweepEngineException(
                    "Spark gave up at " + name + ": " + firstLine(e)
                            + "; what was done is kept, --resume goes on with it",
                    e);
        }
    }

    /** A run that lost every executor it was given to. */
    static SweepRun givenUp(Sweep sweep, RunRequest request) {
        return SweepRun.givenUp(
                sweep.cells().get(request.cell()).hash(),
                request.entry(),
                request.replication(),
                RunSeeds.of(sweep.seed(), request.replication()),
                Status.FAILED,
                "its Spark executor was lost each time it was tried");
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
    }

    @Override
    public void close() {
        spark.close();
        remove(folder);
    }

    private static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(BUNDLE));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
