package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.sweep.Journal;
import hopscope.sweep.SweepFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of 600 cells in a process that is killed with SIGKILL twice, in the middle of its work, and resumed. */
class SweepKillIT {
    private static final int CELLS = 600;
    private static final int RUNS = 2 * CELLS;
    private static final int SIGKILL_STATUS = 128 + 9;
    private static final long LIMIT_MINUTES = 4;

    @TempDir
    private Path folder;

    private static String sweep() {
        String losses = IntStream.range(0, 10).mapToObj(i -> 2 * i + "%").collect(Collectors.joining(", "));
        return """
                name: killed
                seed: 5
                duration: 20s
                topology: {generate: ring, nodes: 6}
                traffic: [{from: any, to: any, rate: 2/s}]
                sweep:
                  matrix:
                    topology.nodes: [4, 5, 6, 7, 8, 9]
                    links.loss: [%s]
                    links.latency: [5ms, 10ms, 20ms, 40ms, 80ms]
                    routing.hop-limit: [30, 60]
                """.formatted(losses);
    }

    private Process start(Path out) throws IOException {
        return new ProcessBuilder(
                        ProgramFolder.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "hopscope.cli.Main",
                        "sweep",
                        "sweep.yaml",
                        "--jobs",
                        "2",
                        "--resume",
                        "--out",
                        out.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
    }

    /** Whole lines of the journal, the first included, which names the columns. */
    private static List<String> journal(Path out) throws IOException {
        Path file = out.resolve(Journal.FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        return whole == 0 ? List.of() : List.of(text.substring(0, whole).split("\n"));
    }

    /** Kills the process as soon as the journal has so many lines; answers those that are there then. */
    private List<String> killAfter(int lines, Path out) throws IOException, InterruptedException {
        Process process = start(out);
        while (process.isAlive() && journal(out).size() < lines) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        process.waitFor();
        assertThat(process.exitValue()).as(log()).isEqualTo(SIGKILL_STATUS);
        return journal(out);
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log.txt"));
    }

    private void finish(Path out) throws IOException, InterruptedException {
        Process process = start(out);
        assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(log()).isZero();
        assertThat(log()).contains(CELLS + " cells, " + RUNS + " runs. Results in ");
    }

    @Test
    void losesNoRunAndDoesNoneTwiceWhenKilled() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("sweep.yaml"), sweep());
        Path killed = folder.resolve("killed");
        Path whole = folder.resolve("whole");

        List<String> first = killAfter(RUNS / 4, killed);
        List<String> second = killAfter(RUNS * 2 / 3, killed);
        assertThat(first.size()).as("lines at the first kill").isBetween(RUNS / 4, RUNS / 2);
        assertThat(second.size()).as("lines at the second kill").isBetween(RUNS * 2 / 3, RUNS - 1);
        assertThat(killed.resolve(SweepFolder.SUMMARY)).doesNotExist();
        finish(killed);
        List<String> last = journal(killed);

        assertThat(second.subList(0, first.size())).as("no run is lost").isEqualTo(first);
        assertThat(last.subList(0, second.size())).as("no run is lost").isEqualTo(second);
        assertThat(runsIn(last)).hasSize(RUNS).as("no run is done twice").doesNotHaveDuplicates();
        finish(whole);
        for (String table : List.of(SweepFolder.PLAN, SweepFolder.CELLS, SweepFolder.RUNS, SweepFolder.SUMMARY)) {
            assertThat(killed.resolve(table)).hasSameBinaryContentAs(whole.resolve(table));
        }
    }

    /** Cell, protocol and replication of each line. */
    private static List<String> runsIn(List<String> journal) {
        List<String> runs = new ArrayList<>();
        for (String line : journal.subList(1, journal.size())) {
            String[] words = line.split("\t");
            runs.add(words[0] + " " + words[1] + " " + words[2]);
        }
        return runs;
    }
}
