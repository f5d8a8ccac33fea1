package hopscope.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar on a cluster of processes, of which some die. */
class SparkClusterIT {
    /** spark.task.maxFailures by default. */
    private static final int ATTEMPTS = 4;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path shared;

    private static LoopbackCluster cluster;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @BeforeAll
    static void startACluster() throws IOException, InterruptedException {
        cluster = LoopbackCluster.start(shared);
    }

    @AfterAll
    static void stopTheCluster() {
        cluster.close();
    }

    private LoggedProcess submit(List<String> options, String... arguments) throws IOException, InterruptedException {
        cluster.awaitExecutors(0);
        return SparkHome.submit(folder, cluster.url(), options, arguments);
    }

    /**
     * The driver is killed and the sweep resumed; then the inputs are taken away and an executor is killed at its work.
     * The results are those of the threads of one process, to the byte, and no run is noted twice.
     */
    @Test
    void givesTheBytesOfOneProcessThoughTheDriverAndAnExecutorAreKilled() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        Path file = SweepFiles.write(home);
        Path expected = folder.resolve("expected");
        assertThat(SweepFiles.runHere(file, expected)).isZero();
        int all = SweepFiles.journal(expected).size();
        assertThat(all).isEqualTo(240);

        Path out = folder.resolve("out");
        String[] sweep = {"sweep", file.toString(), "--out", out.toString(), "--resume"};
        try (LoggedProcess driver = submit(List.of(), sweep)) {
            awaitRuns(out, driver, 20);
            driver.kill();
        }
        int before = SweepFiles.journal(out).size();
        try (LoggedProcess driver = submit(List.of(), sweep)) {
            awaitRuns(out, driver, before + 40);
            SweepFiles.delete(home);
            cluster.awaitExecutors(2);
            ProcessHandle executor = cluster.executors().get(0);
            assertThat(executor.destroyForcibly()).isTrue();
            int atTheKill = SweepFiles.journal(out).size();
            assertThat(atTheKill).as("runs when an executor was killed").isLessThan(all - 20);
            assertThat(driver.status()).as(driver.output()).isZero();
            assertThat(driver.output()).contains("ExecutorLostFailure").contains("240 cells, 240 runs. Results in");
        }
        assertThat(SweepFiles.journal(out))
                .containsExactlyInAnyOrderElementsOf(SweepFiles.journal(expected))
                .doesNotHaveDuplicates();
        assertThat(SweepFiles.tables(out)).isEqualTo(SweepFiles.tables(expected));
    }

    private static void awaitRuns(Path out, LoggedProcess driver, int count) throws InterruptedException {
        Waiting.until(
                count + " runs of\n" + driver.output(),
                () -> SweepFiles.journal(out).size() >= count || !driver.isAlive());
        assertThat(driver.isAlive()).as("still at work: " + driver.output()).isTrue();
    }

    /** A run that takes its executor with it, whoever does it: the others are done, it is a row. */
    @Test
    void givesUpARunWhoseExecutorsAreAllLost() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("sweep.yaml"), """
                name: deadly
                duration: 10s
                topology: {generate: complete, nodes: 20}
                protocols: [distance-vector]
                sweep: {matrix: {duration: [8000h, 10s]}}
                """);
        Path out = folder.resolve("out");
        // One job after the other, the costly one first: it is Spark's stage 0.
        String[] sweep = {"sweep", file.toString(), "--out", out.toString(), "--jobs", "1"};
        try (LoggedProcess driver = submit(List.of("--conf", "spark.cores.max=1"), sweep)) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                driver.await("Starting task 0\\." + attempt + " in stage 0\\.0 ");
                cluster.awaitExecutors(1);
                cluster.executors().get(0).destroyForcibly();
            }
            assertThat(driver.status()).as(driver.output()).isEqualTo(1);
            assertThat(driver.output()).contains("2 cells, 2 runs, 1 of them timed out or failed");
        }
        assertThat(SweepFiles.tables(out).get("runs.csv").lines())
                .anyMatch(row -> row.startsWith("0000,8000h,distance-vector,0,")
                        && row.contains(",failed,")
                        && row.endsWith(",its Spark executor was lost each time it was tried"))
                .anyMatch(row -> row.startsWith("0001,10s,distance-vector,0,") && row.contains(",done,"));
    }
}
