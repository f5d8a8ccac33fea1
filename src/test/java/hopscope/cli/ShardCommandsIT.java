package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the page on clusters, with plain processes in the place of a scheduler's jobs. */
class ShardCommandsIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final long LIMIT_MINUTES = 5;
    private static final int SHARDS = 4;
    private static final String MERGE = "./hopscope merge %s/* --out merged";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private List<String> page;

    @BeforeEach
    void runTheSweepInOnePiece() throws IOException, InterruptedException {
        page = Files.readAllLines(PROJECT.resolve("src/site/markdown/clusters.md"));
        Files.createSymbolicLink(folder.resolve("hopscope"), PROJECT.resolve("hopscope"));
        Files.createSymbolicLink(folder.resolve("hopscope.jar"), PROJECT.resolve("target/hopscope.jar"));
        Files.writeString(folder.resolve("sweep.yaml"), """
                name: sweep
                duration: 10s
                topology: {generate: ring, nodes: 5}
                sweep: {matrix: {links.loss: [0%, 5%, 10%, 15%, 20%, 25%]}, repeat: 2}
                """);
        await(start("./hopscope sweep sweep.yaml --out whole", Map.of()));
    }

    private Process start(String command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.txt").toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void await(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                .as("ended in time")
                .isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output.txt")))
                .isZero();
    }

    private interface ShardCommand {
        Process start(int shard) throws IOException;
    }

    private void compareWithOnePiece(String shardFolder, ShardCommand command) throws IOException, InterruptedException {
        List<Process> shards = new ArrayList<>();
        for (int shard = 1; shard <= SHARDS; shard++) {
            shards.add(command.start(shard));
        }
        for (Process shard : shards) {
            await(shard);
        }
        await(start(MERGE.formatted(shardFolder), Map.of()));
        for (String table : List.of("plan.json", "cells.csv", "runs.csv", "summary.csv")) {
            assertThat(folder.resolve("merged").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(table));
        }
    }

    /** The one line of the page that holds a text. */
    private String lineWith(String text) {
        List<String> lines =
                page.stream().filter(line -> line.contains(text)).toList();
        assertThat(lines).as("lines with " + text).hasSize(1);
        return lines.get(0);
    }

    @Test
    void joinsTheTasksOfASlurmArray() throws IOException, InterruptedException {
        String script = lineWith("$SLURM_ARRAY_TASK_ID").strip();
        compareWithOnePiece(
                "slurm",
                shard -> start(
                        script,
                        Map.of(
                                "SLURM_ARRAY_TASK_ID", Integer.toString(shard),
                                "SLURM_ARRAY_TASK_COUNT", Integer.toString(SHARDS),
                                "SLURM_CPUS_PER_TASK", "1")));
    }

    @Test
    void joinsThePodsOfAnIndexedJob() throws IOException, InterruptedException {
        String line = lineWith("$JOB_COMPLETION_INDEX");
        String script =
                line.substring(line.indexOf('\'') + 1, line.lastIndexOf('\'')).replace("/work/", folder + "/");
        compareWithOnePiece(
                "kubernetes",
                shard -> start(script, Map.of("JOB_COMPLETION_INDEX", Integer.toString(shard - 1))));
    }

    @Test
    void joinsTheJobsOfACiMatrix() throws IOException, InterruptedException {
        String script = lineWith("run: ./hopscope sweep").strip().substring("- run: ".length());
        compareWithOnePiece(
                "ci", shard -> start(script.replace("${{ matrix.shard }}", Integer.toString(shard)), Map.of()));
    }
}
