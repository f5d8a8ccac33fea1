package hopscope.experiment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Figures from independent models, kept beside the project. */
public final class References {
    private static final Path SHARED = Path.of("..", "shared");

    private References() {}

    /** A file of figures below the shared folder; skips the test where there is none. */
    public static JsonNode read(String folder, String name) {
        Path file = SHARED.resolve(folder).resolve(name);
        assumeTrue(Files.isRegularFile(file), "skipped: no reference figures beside the project (" + name + ")");
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The network that the figures call so, as the topology of a scenario. */
    public static String topology(String network) {
        return switch (network) {
            case "K50" -> "{generate: complete, nodes: 50}";
            case "cycle C50" -> "{generate: ring, nodes: 50}";
            case "path P50" -> "{generate: line, nodes: 50}";
            case "star S50" -> "{generate: star, nodes: 50}";
            case "grid 7x7" -> "{generate: grid, rows: 7, columns: 7}";
            case "torus 10x10" -> "{generate: torus, rows: 10, columns: 10}";
            case "binary tree depth 5 (63)" -> "{generate: tree, branching: 2, nodes: 63}";
            default -> "{file: ../shared/topologies/" + network + ".graphml, component: largest}";
        };
    }
}
