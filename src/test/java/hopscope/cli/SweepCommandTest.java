package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void writeASweep() throws IOException {
        file = Files.writeString(folder.resolve("sweep.yaml"), """
                name: tiny
                seed: 5
                duration: 10s
                topology: {generate: ring, nodes: 4}
                traffic: [{from: any, to: any, rate: 2/s}]
                charts: [{y: hops_mean, name: hops}]
                sweep: {matrix: {links.loss: [0%, 10%, 20%]}, repeat: 2}
                """).toString();
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void runsAllCellsAndTellsWhereTheResultsAre() {
        CommandRun run = CommandRun.of("sweep", file, "--out", out("a"), "--metric", "hops_mean");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.FINE);
        assertThat(run.out())
                .contains("hops_mean (links), mean ±")
                .contains("0002  20%")
                .contains("3 cells, 12 runs. Results in " + out("a"));
    }

    @Test
    void describesWithoutRunning() {
        CommandRun run = CommandRun.of("sweep", file, "--out", out("a"), "--dry-run");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.FINE);
        assertThat(run.out()).contains("tiny: 3 cells, 0 runs done, 12 to do").contains("million events");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void joinsShardsToTheBytesOfOneRunAndListsWhatIsMissing() throws IOException {
        CommandRun.of("sweep", file, "--out", out("whole"));
        assertThat(CommandRun.of("sweep", file, "--out", out("s1"), "--shard", "1/2")
                        .status())
                .isEqualTo(ExitStatus.FINE);
        CommandRun half = CommandRun.of("merge", out("s1"), "--out", out("half"));
        assertThat(half.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(half.out())
                .contains("missing: cell 0001 [10%], source-routing, replication 0")
                .contains("3 cells, 8 runs, 4 missing, 0 double");

        CommandRun.of("sweep", file, "--out", out("s2"), "--shard", "2/2");
        CommandRun merge = CommandRun.of("merge", out("s2"), out("s1"), "--out", out("merged"));
        assertThat(merge.status()).as(merge.err()).isEqualTo(ExitStatus.FINE);
        assertThat(files("merged")).isEqualTo(files("whole")).contains("chart-hops.png", "chart-hops.svg");
        assertThat(files("half")).as("charts of a part").noneMatch(name -> name.startsWith("chart-"));
        for (String name : files("whole")) {
            if (!name.equals("journal.tsv")) { // its order is that in which runs were done
                assertThat(folder.resolve("merged").resolve(name))
                        .hasSameBinaryContentAs(folder.resolve("whole").resolve(name));
            }
        }
        CommandRun.of("merge", out("s2"), out("s1"), "--out", out("bare"), "--no-charts");
        assertThat(files("bare")).noneMatch(name -> name.startsWith("chart-"));
    }

    private List<String> files(String name) throws IOException {
        try (var files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void goesOnOnlyWhenTold() {
        CommandRun.of("sweep", file, "--out", out("a"), "--cell", "0001");
        CommandRun refused = CommandRun.of("sweep", file, "--out", out("a"));
        assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(refused.err()).contains("holds a sweep with 4 runs already; --resume goes on with it");
        CommandRun resumed = CommandRun.of("sweep", file, "--out", out("a"), "--resume");
        assertThat(resumed.status()).as(resumed.err()).isEqualTo(ExitStatus.FINE);
        assertThat(resumed.out()).contains("3 cells, 12 runs.");
    }

    @Test
    void printsTheScenarioOfACell() {
        CommandRun run = CommandRun.of("sweep", file, "--cell", "0002", "--print-effective");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.FINE);
        assertThat(run.out()).contains("# cell 0002 [20%]").contains("loss: 20%");
    }

    @Test
    void refusesWrongArguments() {
        assertRefused("expected 0000 to 0002", "--cell", "0003");
        assertRefused("expected I/N", "--shard", "3/2");
        assertRefused("has no cell, the sweep has only 3", "--shard", "4/4");
        assertRefused("--timeout: '5' has no unit", "--timeout", "5");
        assertRefused("--resume and --force exclude each other", "--resume", "--force");
        assertRefused("did you mean 'hops_mean'?", "--metric", "hops_meen");
    }

    private void assertRefused(String message, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "sweep";
        arguments[1] = file;
        arguments[2] = "--out";
        arguments[3] = out("refused");
        System.arraycopy(options, 0, arguments, 4, options.length);
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains(message);
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    @Test
    void keepsChartsBesideTheSweep() {
        CommandRun.of("sweep", file, "--out", out("a"));
        CommandRun chart = CommandRun.of("chart", out("a"), "--y", "hops_mean", "--kind", "line", "--no-ci");
        assertThat(CommandRun.of("chart", out("a"), "--y", "sent", "--name", "mine")
                        .out())
                .contains("chart-mine.svg");
        assertThat(chart.status()).as(chart.err()).isEqualTo(ExitStatus.FINE);
        assertThat(chart.out()).contains("chart-line-hops_mean-links.loss-protocol.png");
        assertThat(CommandRun.of("sweep", file, "--out", out("a"), "--resume").status())
                .isEqualTo(ExitStatus.FINE);

        CommandRun report = CommandRun.of("report", out("a"));
        assertThat(report.status()).as(report.err()).isEqualTo(ExitStatus.FINE);
        assertThat(Path.of(out("a"), "report.html")).content().contains("\"axes\":[\"links.loss\"]", "\"20%\"");
        assertThat(CommandRun.of("sweep", file, "--out", out("a"), "--resume").status())
                .isEqualTo(ExitStatus.FINE);

        CommandRun wrong = CommandRun.of("chart", out("a"), "--x", "links.los");
        assertThat(wrong.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(wrong.err()).contains("did you mean 'links.loss'?").doesNotContain("\tat ");
        assertThat(CommandRun.of("chart", out("a"), "--log", "z").err()).contains("expected x, y or xy");
        assertThat(CommandRun.of("chart", out("a"), "--name", "../x").err()).contains("--name ../x");
    }
}
