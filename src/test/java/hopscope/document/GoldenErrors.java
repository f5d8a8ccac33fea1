package hopscope.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Golden files of wrong documents: {@code ### title}, the document, {@code >>>}, then the exact words that the user gets, a
 * line for each problem.
 */
public final class GoldenErrors {
    private GoldenErrors() {}

    /**
     * A test for each document.
     *
     * @param test beside which {@code errors.txt} lies
     * @param least how many documents there must be, so that no file is cut off unnoticed
     * @param refuse reads a document; gives its problems, or {@code null} if it was taken
     */
    public static Stream<DynamicTest> tests(Class<?> test, int least, Function<String, List<Problem>> refuse)
            throws IOException {
        List<String> sections =
                Arrays.stream(text(test).split("(?m)^### ")).skip(1).toList();
        assertThat(sections).hasSizeGreaterThan(least);
        return sections.stream()
                .map(section -> DynamicTest.dynamicTest(
                        section.substring(0, section.indexOf('\n')), () -> check(section, refuse)));
    }

    private static void check(String section, Function<String, List<Problem>> refuse) {
        String body = section.substring(section.indexOf('\n') + 1);
        String[] parts = body.split("(?m)^>>>\n", -1);
        assertThat(parts).hasSize(2);
        List<Problem> problems = refuse.apply(parts[0]);
        assertThat(problems).as("the document is refused").isNotNull();
        assertThat(problems.stream().map(Problem::toString))
                .containsExactlyElementsOf(parts[1].lines().toList());
    }

    private static String text(Class<?> test) throws IOException {
        try (InputStream in = test.getResourceAsStream("errors.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
