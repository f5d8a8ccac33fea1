package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @Test
    void measuresWithAndWithoutTls() {
        CommandRun run = CommandRun.of("bench", "tcp", "--messages", "2000", "--window", "100");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.contains("messages/s   latency p50 "));
        assertThat(run.out()).containsPattern("(?m)^none ").containsPattern("(?m)^TLS 1\\.3 ");
    }

    @Test
    void refusesSizesThatCannotBe() {
        assertThat(CommandRun.of("bench", "tcp", "--payload", "7").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(CommandRun.of("bench", "tcp", "--window", "0").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(CommandRun.of("bench", "tcp", "--security", "ssl").err()).contains("expected tls, none or both");
    }

    @Test
    void listsItsRows() {
        CommandRun run = CommandRun.of("bench", "--list");

        assertThat(run.status()).isZero();
        assertThat(run.out()).containsPattern("(?m)^engine-1000 +event engine").containsPattern("(?m)^start-up ");
        CommandRun some = CommandRun.of("bench", "--list", "--only", "start-up,engine-6*,start-up");
        assertThat(some.out().lines()).hasSize(2);
    }

    @Test
    void reportsWhatItCannotMeasure(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("bench.json");
        CommandRun run = CommandRun.of("bench", "--only", "sr-100000", "--json", json.toString());

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("(?m)^sr-100000 .*not started: needs about [0-9.]+ GB of heap");
        assertThat(Files.readString(json)).contains("\"name\": \"sr-100000\"").contains("\"value\": null");
    }

    @Test
    void refusesRowsAndTimesThatCannotBe() {
        CommandRun run = CommandRun.of("bench", "--only", "engine-7");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("there is no row 'engine-7'; expected one of engine-1000, engine-65536,");
        assertThat(CommandRun.of("bench", "--limit", "0").status()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void putsFiguresOfSeveralRunsIntoOneTable(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("a.json");
        CommandRun.of("bench", "--only", "sr-100000", "--json", json.toString());
        Path table = folder.resolve("table.md");
        CommandRun run = CommandRun.of("bench", "--read", json + "," + json, "--markdown", table.toString());

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).containsOnlyOnce("sr-100000 ");
        assertThat(Files.readString(table)).containsPattern("`sr-100000` \\| - \\|.*not started: needs about");
        assertThat(CommandRun.of("bench", "--read", json.toString(), "--quick").status())
                .isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void measuresHowCostGrowsAndDrawsItAgain(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("scaling.csv");
        CommandRun run =
                CommandRun.of("bench", "scaling", "--nodes", "20,10", "--duration", "3", "--csv", csv.toString());

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("(?m)^link-state +10 ").containsPattern("(?m)^link-state +20 ");
        assertThat(Files.readAllLines(csv)).hasSize(11);
        Path picture = folder.resolve("picture");
        CommandRun again = CommandRun.of("bench", "scaling", "--read", csv.toString(), "--picture", picture.toString());
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).containsPattern("(?m)^distance-vector-rip +20 ");
        assertThat(folder.resolve("picture.png")).exists();
    }

    @Test
    void namesUnderThePictureWhatIsMissing(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("scaling.csv");
        CommandRun run = CommandRun.of(
                "bench",
                "scaling",
                "--nodes=10,20",
                "--protocols=link-state",
                "--limit=1e-9",
                "--csv=" + csv,
                "--picture=" + folder.resolve("picture"));

        assertThat(run.out()).contains("stopped after 0 s").contains("not-started 10 nodes did not finish");
        assertThat(Files.readString(folder.resolve("picture.svg"))).contains("link-state (not finished: 10 nodes)");
    }

    @Test
    void refusesSizesAndProtocolsThatCannotBe() {
        assertThat(CommandRun.of("bench", "scaling", "--nodes", "2,10").err()).contains("expected numbers from 3");
        assertThat(CommandRun.of("bench", "scaling", "--duration", "0").status())
                .isEqualTo(ExitStatus.USAGE);
        assertThat(CommandRun.of("bench", "scaling", "--limit", "0").status()).isEqualTo(ExitStatus.USAGE);
        CommandRun unknown = CommandRun.of("bench", "scaling", "--protocols", "rip");
        assertThat(unknown.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(unknown.err()).contains("there is no 'rip'; expected one of source-routing, distance-vector,");
    }
}
