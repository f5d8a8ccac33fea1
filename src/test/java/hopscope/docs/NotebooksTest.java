package hopscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed notebooks; that their code still works and says the same, notebooks/execute.sh tells. */
class NotebooksTest {
    private static final Path FOLDER = Path.of("notebooks");
    private static final int BYTES_MAX = 300_000;

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    private static List<JsonNode> codeCells(Path notebook) throws IOException {
        List<JsonNode> cells = new ArrayList<>();
        for (JsonNode cell : new ObjectMapper().readTree(notebook.toFile()).get("cells")) {
            if (cell.get("cell_type").asText().equals("code")) {
                cells.add(cell);
            }
        }
        return cells;
    }

    @Test
    void areTwoInJavaAndOneInPython() throws IOException {
        List<String> kernels = new ArrayList<>();
        for (Path notebook : notebooks()) {
            kernels.add(new ObjectMapper()
                    .readTree(notebook.toFile())
                    .at("/metadata/kernelspec/name")
                    .asText());
        }
        assertThat(kernels).containsExactlyInAnyOrder("hopscope-java", "hopscope-java", "python3");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void wereRunFromTopToBottomWithoutAnError(Path notebook) throws IOException {
        List<JsonNode> cells = codeCells(notebook);
        assertThat(cells).hasSizeGreaterThan(4);
        for (int i = 0; i < cells.size(); i++) {
            JsonNode cell = cells.get(i);
            assertThat(cell.get("execution_count").asInt())
                    .as("cell %d: %s", i + 1, cell.get("source"))
                    .isEqualTo(i + 1);
            for (JsonNode output : cell.get("outputs")) {
                assertThat(output.get("output_type").asText()).isNotEqualTo("error");
                assertThat(output.path("name").asText()).as("warnings").isNotEqualTo("stderr");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void showPicturesAndTextButNoTraceOfTheMachine(Path notebook) throws IOException {
        int pictures = 0;
        int texts = 0;
        for (JsonNode cell : codeCells(notebook)) {
            for (JsonNode output : cell.get("outputs")) {
                pictures += output.path("data").has("image/png") ? 1 : 0;
                texts += output.path("name").asText().equals("stdout") ? 1 : 0;
                assertThat(output.path("text").toString())
                        .doesNotContain(Path.of("").toAbsolutePath() + "/")
                        .doesNotContain(System.getProperty("user.home") + "/");
            }
        }
        assertThat(pictures).isPositive();
        assertThat(texts).isGreaterThan(3);
        assertThat(Files.size(notebook)).isLessThan(BYTES_MAX);
    }
}
