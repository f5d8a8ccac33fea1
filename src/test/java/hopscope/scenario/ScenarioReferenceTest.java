package hopscope.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScenarioReferenceTest {
    @Test
    void isWhatTheDocumentationSays() throws IOException {
        String document = Files.readString(Path.of("src", "site", "markdown", "scenarios.md"));
        assertThat(document)
                .as("scenarios.md must end with what ScenarioReference.markdown() returns")
                .endsWith("\n" + ScenarioReference.markdown().stripTrailing() + "\n");
    }
}
