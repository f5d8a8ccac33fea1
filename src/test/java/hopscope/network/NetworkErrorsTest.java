package hopscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hopscope.document.DocumentException;
import hopscope.document.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code errors.txt}: wrong network files beside the exact words that the user gets. */
class NetworkErrorsTest {
    @TestFactory
    Stream<DynamicTest> saysWhatIsWrongWhereAndWhatWasExpected() throws IOException {
        List<String> sections =
                Arrays.stream(goldenFile().split("(?m)^### ")).skip(1).toList();
        assertThat(sections).hasSizeGreaterThan(15);
        return sections.stream()
                .map(section ->
                        DynamicTest.dynamicTest(section.substring(0, section.indexOf('\n')), () -> check(section)));
    }

    private static void check(String section) {
        String body = section.substring(section.indexOf('\n') + 1);
        String[] parts = body.split("(?m)^>>>\n", -1);
        assertThat(parts).hasSize(2);
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> NetworkFile.parse("n.yaml", parts[0]));
        assertThat(refused).as("the network is refused").isNotNull();
        assertThat(refused.problems().stream().map(Problem::toString))
                .containsExactlyElementsOf(parts[1].lines().toList());
    }

    private static String goldenFile() throws IOException {
        try (InputStream in = NetworkErrorsTest.class.getResourceAsStream("errors.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
