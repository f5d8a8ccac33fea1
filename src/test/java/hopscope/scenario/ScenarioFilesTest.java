package hopscope.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFilesTest {
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            // Sweeps are no scenarios: SweepFileTest reads them.
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.startsWith(Path.of("scenarios", "headline")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void loadsEveryShippedFileWithoutWarnings(Path file) throws Exception {
        LoadedScenario loaded = ScenarioLoader.load(file, List.of());
        assertThat(loaded.warnings()).isEmpty();
        assertThat(file).hasFileName(loaded.scenario().name() + ".yaml");
        String printed = ScenarioWriter.toYaml(loaded.scenario());
        assertThat(ScenarioLoader.load("again", printed, file.getParent(), List.of())
                        .scenario())
                .isEqualTo(loaded.scenario());
    }

    @Test
    void shipsTheScenariosThatTheDocumentsName() throws IOException {
        assertThat(files())
                .extracting(
                        file -> Path.of("scenarios").relativize(file).toString().replace('\\', '/'))
                .contains(
                        "six-nodes.yaml",
                        "ring-cut.yaml",
                        "scale-free-1000.yaml",
                        "abilene.yaml",
                        "geant.yaml",
                        "negative/must-fail.yaml");
    }
}
