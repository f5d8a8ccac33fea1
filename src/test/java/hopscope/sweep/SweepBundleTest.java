package hopscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.scenario.ScenarioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepBundleTest {
    @TempDir
    private Path folder;

    private Path home;
    private Path file;

    /** A network beside the sweep's folder, delays in it, and a further network named by its absolute path. */
    @BeforeEach
    void writeASweepWithFiles() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("sweeps"));
        Files.writeString(home.resolve("ring.txt"), "a b\nb c\nc d\nd a\n");
        Files.writeString(home.resolve("line.txt"), "x y\ny z\n");
        Files.writeString(home.resolve("sweeps/delays.csv"), "1, 0.5\n20, 1\n");
        file = Files.writeString(home.resolve("sweeps/sweep.yaml"), """
                name: files
                seed: 5
                duration: 12s
                topology: {file: ../ring.txt}
                traffic: [{from: any, to: any, rate: 2/s}]
                sweep:
                  matrix:
                    topology.file: {ring: ../ring.txt, line: %s}
                    delay:
                      constant: {set: {links.latency: 5ms}}
                      measured: {set: {links.latency: {distribution: empirical, file: delays.csv}}}
                  repeat: 2
                """.formatted(home.resolve("line.txt")));
    }

    private Path bundled(LoadedSweep loaded) {
        Path archive = folder.resolve("sweep.zip");
        SweepBundle.write(loaded, archive);
        return archive;
    }

    private static List<String> allRuns(LoadedSweep loaded) {
        List<String> lines = new ArrayList<>();
        try (SweepEngine engine = new InProcessEngine(loaded, 0, 1)) {
            for (int replication = 0; replication < 2; replication++) {
                for (Cell cell : loaded.sweep().cells()) {
                    for (String entry : cell.entries()) {
                        lines.add(JournalLine.text(engine.run(cell, entry, replication)));
                    }
                }
            }
        }
        return lines;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void givesTheSameRunsWhereNoneOfTheFilesIs() throws ScenarioException, IOException {
        LoadedSweep loaded = SweepFile.load(file, List.of());
        assertThat(loaded.inputs().stream().map(input -> input.getFileName().toString()))
                .containsExactlyInAnyOrder("ring.txt", "line.txt", "delays.csv");
        List<String> atHome = allRuns(loaded);
        Path archive = bundled(loaded);
        delete(home);
        try (SweepBundle bundle = SweepBundle.open(archive)) {
            assertThat(bundle.sweep().sweep()).isEqualTo(loaded.sweep());
            assertThat(allRuns(bundle.sweep())).isEqualTo(atHome).hasSize(4 * 2 * 2);
        }
    }

    @Test
    void holdsTheSameBytesEachTime() throws ScenarioException, IOException {
        byte[] first = Files.readAllBytes(bundled(SweepFile.load(file, List.of())));
        assertThat(Files.readAllBytes(bundled(SweepFile.load(file, List.of())))).isEqualTo(first);
    }

    /** Each kind of file: one that changed after the sweep was read must not be taken for what the plan speaks of. */
    @Test
    void refusesAFileThatChangedBeforeItWasBundled() throws ScenarioException, IOException {
        for (String name : List.of("ring.txt", "sweeps/delays.csv")) {
            LoadedSweep loaded = SweepFile.load(file, List.of());
            Path input = home.resolve(name);
            Files.writeString(
                    input, Files.readString(input).replace("d a", "d b").replace("20", "30"));
            try (SweepBundle bundle = SweepBundle.open(bundled(loaded))) {
                assertThatThrownBy(
                                () -> bundle.sweep().load(loaded.sweep().cells().get(1)))
                        .as(name)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("a file of cell 0001 changed");
            }
        }
    }

    @Test
    void refusesWhatIsNoBundle() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "no archive");
        assertThatThrownBy(() -> SweepBundle.open(text))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("text.zip: not a sweep's bundle");
    }
}
