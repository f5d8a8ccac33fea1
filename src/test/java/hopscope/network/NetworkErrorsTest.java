package hopscope.network;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hopscope.document.DocumentException;
import hopscope.document.GoldenErrors;
import hopscope.document.Problem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code errors.txt}: wrong network files beside the exact words that the user gets. */
class NetworkErrorsTest {
    @TestFactory
    Stream<DynamicTest> saysWhatIsWrongWhereAndWhatWasExpected() throws IOException {
        return GoldenErrors.tests(NetworkErrorsTest.class, 15, NetworkErrorsTest::problems);
    }

    private static List<Problem> problems(String text) {
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> NetworkFile.parse("n.yaml", text));
        return refused == null ? null : refused.problems();
    }
}
