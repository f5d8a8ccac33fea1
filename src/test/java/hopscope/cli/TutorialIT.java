package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Types the tutorial, in its order, and sees what it shows. */
class TutorialIT {
    private static final Path PAGE = Path.of("src", "site", "markdown", "tutorial.md");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void showsWhatItsCommandsPrint() throws IOException {
        List<Transcript> steps = Transcript.read(Files.readAllLines(PAGE));
        assertThat(steps).hasSizeGreaterThan(14);
        UserShell shell = new UserShell(folder);
        for (Transcript step : steps) {
            BashCommand.Outcome outcome = shell.run("exec 2>&1\n" + step.command(), Map.of());
            assertThat(outcome.status())
                    .as("%s%n%s", step.command(), outcome.out())
                    .isEqualTo(step.status());
            assertThat(outcome.out())
                    .as("%s%nprints%n%s%nand not what the page shows", step.command(), outcome.out())
                    .matches(step.expected());
        }
        assertThat(folder.resolve("results/mesh/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("results/mesh.sweep/report.html")).isNotEmptyFile();
    }
}
