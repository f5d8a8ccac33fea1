package hopscope.scenario;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hopscope.document.Problem;
import java.nio.file.Path;
import java.util.List;

/** Short ways to load scenarios in tests. */
final class Scenarios {
    /** The smallest valid scenario: a ring of six nodes. */
    static final String SMALL = """
            name: small
            duration: 60s
            topology: {generate: ring, nodes: 6}
            """;

    private Scenarios() {}

    static LoadedScenario load(String text, String... overrides) throws ScenarioException {
        return ScenarioLoader.load("s.yaml", text, Path.of(""), List.of(overrides));
    }

    /** The problems of a text that must be refused, as printed. */
    static List<String> problems(String text, String... overrides) {
        ScenarioException refused = catchThrowableOfType(ScenarioException.class, () -> load(text, overrides));
        if (refused == null) {
            throw new AssertionError("accepted: " + text + List.of(overrides));
        }
        return refused.problems().stream().map(Problem::toString).toList();
    }

    static List<String> warnings(String text, String... overrides) throws ScenarioException {
        return load(text, overrides).warnings().stream().map(Problem::toString).toList();
    }
}
