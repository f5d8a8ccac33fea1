package hopscope.scenario;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hopscope.document.GoldenErrors;
import hopscope.document.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code errors.txt}: wrong scenarios beside the exact words that the user gets. */
class ScenarioErrorsTest {
    @TestFactory
    Stream<DynamicTest> saysWhatIsWrongWhereAndWhatWasExpected() throws IOException {
        return GoldenErrors.tests(ScenarioErrorsTest.class, 80, ScenarioErrorsTest::problems);
    }

    private static List<Problem> problems(String text) {
        ScenarioException refused = catchThrowableOfType(
                ScenarioException.class, () -> ScenarioLoader.load("s.yaml", text, Path.of(""), List.of()));
        return refused == null ? null : refused.problems();
    }
}
