package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with a plugin's protocol beyond running it: swept, split, merged, checked, compared, drawn, run over TCP. */
class PluginResultsTest {
    private static final String SCENARIO = """
            name: plugged
            duration: 30s
            replications: 3
            topology: {generate: ring, nodes: 5}
            protocols: [distance-vector, vectors]
            traffic: [{from: each, to: each, start: 20s, count: 1, every: 1s}]
            faults: [{at: 10s, link-down: [0, 1]}, {at: 15s, link-up: [0, 1]}]
            """;

    private static final String SWEEP =
            SCENARIO.replace("replications: 3\n", "") + "sweep: {matrix: {topology.nodes: [4, 5, 6]}, repeat: 2}\n";

    @TempDir
    private Path folder;

    private String jar;
    private Path file;

    @BeforeEach
    void build() throws IOException {
        jar = SamplePlugin.jar(folder, "vectors").toString();
        file = folder.resolve("plugged.yaml");
    }

    private CommandRun run(int status, String... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.status())
                .as(String.join(" ", words) + "\n" + run.out() + run.err())
                .isEqualTo(status);
        return run;
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private CommandRun sweep(int status, String out, String... further) {
        Stream<String> words = Stream.of("sweep", file.toString(), "--plugin", jar, "--no-charts", "--out", in(out));
        return run(status, Stream.concat(words, Stream.of(further)).toArray(String[]::new));
    }

    private void assertSame(String one, String other) throws IOException {
        for (String table : List.of("cells.csv", "runs.csv", "summary.csv", "plan.json")) {
            assertThat(folder.resolve(one).resolve(table))
                    .as(table)
                    .hasSameBinaryContentAs(folder.resolve(other).resolve(table));
        }
    }

    @Test
    void sweepsInPartsAndGoesOnWhereItStopped() throws Exception {
        Files.writeString(file, SWEEP);
        sweep(0, "whole", "--jobs", "1");
        sweep(0, "parallel", "--jobs", "2");
        assertSame("whole", "parallel");

        Path journal = folder.resolve("parallel/journal.tsv");
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, lines.size() / 2));
        sweep(0, "parallel", "--resume");
        assertSame("whole", "parallel");

        sweep(0, "first", "--shard", "1/2");
        sweep(0, "second", "--shard", "2/2");
        run(0, "merge", in("first"), in("second"), "--out", in("merged"));
        assertSame("whole", "merged");
    }

    @Test
    void mixesNoBuilds() throws Exception {
        Files.writeString(file, SWEEP);
        sweep(0, "first", "--shard", "1/2");
        CommandRun without = run(2, "sweep", file.toString(), "--resume", "--out", in("first"));
        assertThat(without.err()).contains("unknown word 'vectors'", "--plugin JAR brings others along");

        jar = SamplePlugin.jar(folder, "newer", "nowNanos < dueNanos", "dueNanos > nowNanos")
                .toString();
        sweep(0, "second", "--shard", "2/2");
        CommandRun merged = run(2, "merge", in("first"), in("second"), "--out", in("merged"));
        assertThat(merged.err()).contains("is of another sweep, or of another version of it");
        assertThat(sweep(0, "first", "--resume").err()).contains("runs of cells not chosen here");
    }

    @Test
    void readsResultsWithoutTheJar() throws Exception {
        Files.writeString(file, SWEEP);
        sweep(0, "swept");
        Files.writeString(file, SCENARIO);
        run(0, "run", file.toString(), "--plugin", jar, "--no-charts", "--out", in("ran"));

        assertThat(run(0, "compare", in("ran")).out()).contains("vectors");
        assertThat(run(0, "compare", in("swept")).out()).contains("vectors");
        run(0, "chart", in("swept"), "--x", "topology.nodes", "--y", "convergence_optimal_s", "--out", in("charts"));
        run(0, "report", in("swept"));
        run(0, "report", in("ran"));
        assertThat(Files.readString(folder.resolve("ran/report.html")))
                .contains("'vectors' is a protocol of a plugin, and that is not loaded")
                .contains("\"moreToSay\":\" --plugin JAR\"");
        run(0, "report", in("ran"), "--plugin", jar);
        assertThat(Files.readString(folder.resolve("ran/report.html")))
                .doesNotContain("and that is not loaded")
                .contains("\"timelines\":[{");
    }

    @Test
    void judgesANewBuildByTheBaselineOfTheOldOne() throws Exception {
        Files.writeString(file, SCENARIO);
        assertThat(check(0, jar, "--update", "--samples", "24").out())
                .contains("plugged: baseline of 24 replications written", "behaviour and all metrics unchanged");
        assertThat(check(0, jar).out()).contains("plugged: passed, behaviour and all metrics unchanged");

        String same = SamplePlugin.jar(folder, "same", "nowNanos < dueNanos", "dueNanos > nowNanos")
                .toString();
        assertThat(check(0, same).out()).contains("plugged: passed, behaviour and all metrics unchanged");

        String slow = SamplePlugin.jar(
                        folder,
                        "slow",
                        "nowNanos + random.jittered(settings.interval().nanos(), 0.1)",
                        "nowNanos + 4 * random.jittered(settings.interval().nanos(), 0.1)",
                        "nowNanos + (long) (settings",
                        "nowNanos + (long) (4 * settings")
                .toString();
        CommandRun worse = check(1, slow, "--github", "--junit", in("junit.xml"), "--markdown", in("summary.md"));
        assertThat(worse.out())
                .contains("vectors: behaviour changed, ")
                .containsPattern("vectors  WORSE +convergence_optimal_s")
                .containsPattern(
                        "::error file=.*plugged\\.yaml,title=hopscope check%3A plugged::vectors convergence_optimal_s: WORSE")
                .doesNotContain("distance-vector  WORSE");
        assertThat(Files.readString(folder.resolve("junit.xml")))
                .contains("<testcase classname=\"plugged.vectors\" name=\"convergence_optimal_s\"><failure ");
        assertThat(Files.readString(folder.resolve("summary.md")))
                .contains("| vectors | `convergence_optimal_s` | **WORSE** |");
    }

    private CommandRun check(int status, String build, String... further) {
        Stream<String> words =
                Stream.of("check", file.toString(), "--plugin", build, "--baselines", in("baselines"), "--jobs", "2");
        return run(status, Stream.concat(words, Stream.of(further)).toArray(String[]::new));
    }

    @Test
    void runsOverTcpInProcessesOfTheirOwn() throws Exception {
        Files.writeString(file, """
                name: plugged
                duration: 4s
                topology: {generate: ring, nodes: 3}
                protocols: [vectors]
                traffic: [{from: each, to: each, start: 2500ms, count: 1, every: 1s}]
                """);
        CommandRun run =
                run(0, "testbed", file.toString(), "--plugin", jar, "--processes", "--no-charts", "--out", in("tcp"));
        assertThat(run.out()).contains("vectors", "Measured over TCP in real time");
        assertThat(Files.readString(folder.resolve("tcp/manifest.json"))).contains("\"vectors\"", "sha256:");
    }

    @Test
    void saysThatPluginsDoNotTravelToACluster() throws Exception {
        Files.writeString(file, SWEEP);
        java.io.PrintStream before = System.err;
        java.io.ByteArrayOutputStream told = new java.io.ByteArrayOutputStream();
        try {
            System.setErr(new java.io.PrintStream(told, true, java.nio.charset.StandardCharsets.UTF_8));
            int status = ClusterCommands.execute(
                    "hopscope-spark",
                    (loaded, timeoutNanos) -> {
                        throw new AssertionError("no engine is asked for");
                    },
                    "sweep",
                    file.toString(),
                    "--plugin",
                    jar);
            assertThat(status).isEqualTo(ExitStatus.USAGE);
        } finally {
            System.setErr(before);
        }
        assertThat(told.toString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("--plugin " + jar + ": plugins do not travel to the machines of a cluster", "--shard I/N");
    }
}
