package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.sweep.SweepFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of {@code sweeps.md} for clusters, run with plain processes: what they give is the whole sweep. */
class ShardSnippetsIT {
    private static final Path DOCUMENT = Path.of("src", "site", "markdown", "sweeps.md");
    private static final int SHARDS = 4;

    @TempDir
    private Path folder;

    private ProgramFolder program;

    @BeforeEach
    void writeSweep() throws IOException {
        program = ProgramFolder.in(folder);
        Files.writeString(folder.resolve("sweep.yaml"), """
                name: tiny
                duration: 12s
                topology: {generate: ring, nodes: 5}
                traffic: [{from: any, to: any, rate: 2/s}]
                sweep: {matrix: {topology.nodes: [4, 5, 6], links.loss: [0%, 5%, 10%]}, repeat: 2}
                """);
    }

    private void run(String command, Map<String, String> environment) {
        BashCommand.Outcome outcome = program.shell(command, environment);
        assertThat(outcome.status())
                .as("%s%n%s%s", command, outcome.out(), outcome.err())
                .isZero();
    }

    private void mergesToTheWholeSweep(String merge) throws IOException {
        BashCommand.Outcome outcome = program.shell(merge, Map.of());
        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out()).contains("9 cells, 36 runs, 0 missing, 0 double.");
        run("./hopscope sweep sweep.yaml --out once.sweep", Map.of());
        for (String table : List.of(SweepFolder.PLAN, SweepFolder.CELLS, SweepFolder.RUNS, SweepFolder.SUMMARY)) {
            assertThat(folder.resolve("whole.sweep").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("once.sweep").resolve(table));
        }
    }

    private static String merge() throws IOException {
        return Snippets.after(DOCUMENT, "Afterwards, wherever the shards ran");
    }

    @Test
    void runsTheArrayJobOfSlurm() throws IOException {
        String script = Snippets.after(DOCUMENT, "**Slurm.**");
        assertThat(script).contains("#SBATCH --array=1-" + SHARDS + "\n", "#SBATCH --cpus-per-task=2\n");
        for (int task = 1; task <= SHARDS; task++) {
            run(
                    script,
                    Map.of(
                            "SLURM_ARRAY_TASK_ID", Integer.toString(task),
                            "SLURM_ARRAY_TASK_COUNT", Integer.toString(SHARDS),
                            "SLURM_CPUS_PER_TASK", "2"));
        }
        mergesToTheWholeSweep(merge());
    }

    @Test
    void runsTheIndexedJobOfKubernetes() throws IOException {
        Object spec = Snippets.at(Snippets.yaml(Snippets.after(DOCUMENT, "**Kubernetes.**")), "spec");
        Object container = Snippets.at(spec, "template", "spec", "containers", 0);
        assertThat(Snippets.at(spec, "completionMode")).isEqualTo("Indexed");
        assertThat(Snippets.at(spec, "completions")).isEqualTo(SHARDS);
        assertThat(Snippets.at(container, "command")).isEqualTo(List.of("bash", "-c"));
        for (int index = 0; index < SHARDS; index++) {
            run((String) Snippets.at(container, "args", 0), Map.of("JOB_COMPLETION_INDEX", Integer.toString(index)));
        }
        mergesToTheWholeSweep(merge());
    }

    @Test
    void runsTheMatrixOfCi() throws IOException {
        Object jobs = Snippets.at(Snippets.yaml(Snippets.after(DOCUMENT, "**A CI matrix**")), "jobs");
        List<?> shards = (List<?>) Snippets.at(jobs, "sweep", "strategy", "matrix", "shard");
        assertThat(shards).hasSize(SHARDS);
        String step = (String) Snippets.at(jobs, "sweep", "steps", 1, "run");
        for (Object shard : shards) {
            run(step.replace("${{ matrix.shard }}", shard.toString()), Map.of());
        }
        // Artifacts come back in folders named after them.
        try (Stream<Path> made = Files.list(folder.resolve("shards"))) {
            for (Path one : made.toList()) {
                Files.move(one, one.resolveSibling("shard-" + one.getFileName()));
            }
        }
        mergesToTheWholeSweep((String) Snippets.at(jobs, "merge", "steps", 2, "run"));
    }

    @Test
    void runsAProcessForEachShardAndSaysWhatIsMissingOrDouble() throws IOException {
        run(Snippets.after(DOCUMENT, "**One machine**"), Map.of());
        mergesToTheWholeSweep(merge());

        BashCommand.Outcome some =
                program.shell("./hopscope merge shards/1 shards/2 shards/4 shards/2 --out some.sweep", Map.of());
        assertThat(some.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(some.out())
                .contains(
                        "missing: cell 0002 [4, 10%], source-routing, replication 0\n",
                        "missing: cell 0006 [6, 0%], distance-vector, replication 1\n",
                        "double: cell 0001 [4, 5%], source-routing, replication 0\n",
                        "9 cells, 28 runs, 8 missing, 8 double.");
    }
}
