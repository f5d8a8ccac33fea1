package hopscope.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar without a cluster: {@code local[2]}. */
class SparkLocalIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private Path file;

    @BeforeEach
    void writeASweep() throws IOException {
        file = Files.writeString(folder.resolve("sweep.yaml"), """
                name: local
                seed: 5
                topology: {generate: complete, nodes: 20}
                traffic: [{from: any, to: any, rate: 2/s}]
                duration: 10s
                sweep:
                  matrix: {duration: [8000h, 10s, 20s]}
                  repeat: {min: 2, max: 4, until: "ci95(hops_mean) < 3%"}
                """);
    }

    private LoggedProcess submit(String... arguments) throws IOException, InterruptedException {
        return SparkHome.submit(folder, "local[2]", List.of(), arguments);
    }

    @Test
    void keepsRunsThatTakeTooLongAsRowsLikeOneProcess() throws IOException, InterruptedException {
        Path here = folder.resolve("here");
        Path spark = folder.resolve("spark");
        assertThat(SweepFiles.runHere(file, here, "--timeout", "2s", "--jobs", "2"))
                .isEqualTo(1);
        try (LoggedProcess driver =
                submit("sweep", file.toString(), "--out", spark.toString(), "--timeout", "2s", "--jobs", "2")) {
            assertThat(driver.status()).as(driver.output()).isEqualTo(1);
            assertThat(driver.output()).contains("3 cells, ").contains(" 8 of them timed out or failed");
        }
        assertThat(SweepFiles.tables(spark)).isEqualTo(SweepFiles.tables(here));
    }

    @Test
    void tellsWhatIsWrongAsHopscopeDoes() throws IOException, InterruptedException {
        Files.writeString(file, Files.readString(file).replace("complete", "compleet"));
        try (LoggedProcess driver = submit("sweep", file.toString(), "--out", "out")) {
            assertThat(driver.status()).isEqualTo(2);
            assertThat(driver.output()).contains("sweep.yaml:3:").contains("did you mean 'complete'?");
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void wantsACluster() throws IOException, InterruptedException {
        try (LoggedProcess program = SparkHome.program(folder, "sweep", file.toString(), "--out", "out")) {
            assertThat(program.status()).as(program.output()).isEqualTo(2);
            assertThat(program.output()).contains("no cluster is given; expected spark-submit --master");
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
