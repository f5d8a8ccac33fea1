package hopscope.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.document.DocumentText;
import hopscope.document.Problems;
import hopscope.random.RandomStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioFuzzTest {
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ": ",
        ",",
        "- ",
        "\n",
        "\t",
        "  ",
        "#",
        "&a ",
        "*a",
        "!!int ",
        "|",
        ">",
        "'",
        "\"",
        "%",
        "\\x",
        "? ",
        "---\n",
        "...",
        "0",
        "-1",
        "99999999999999999999",
        "1e999",
        ".nan",
        "null",
        "s",
        "ms",
        "any",
        "each",
        "edges",
        "generate: ring",
        "file: x",
        "<<: *a",
        "@",
        "`",
        "\u0000",
        "\uFEFF",
        "\uD800",
        "ü"
    };

    private final String original = read();

    private static String read() {
        try {
            return Files.readString(Path.of("scenarios", "six-nodes.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void endsInAScenarioOrInProblemsForEveryMutationOfTheText() {
        int accepted = 0;
        int refused = 0;
        for (long seed = 0; seed < 2_000; seed++) {
            String text = mutated(new RandomStream(seed));
            if (endsWell(text, seed)) {
                accepted++;
            } else {
                refused++;
            }
        }
        assertThat(accepted).as("the mutations are not all fatal").isPositive();
        assertThat(refused).as("the mutations are not all harmless").isPositive();
    }

    private static boolean endsWell(String text, long seed) {
        try {
            Scenario scenario = Scenarios.load(text).scenario();
            assertThat(Scenarios.load(ScenarioWriter.toYaml(scenario)).scenario())
                    .as("seed %d survives being printed", seed)
                    .isEqualTo(scenario);
            return true;
        } catch (ScenarioException e) {
            assertThat(e.problems()).as("seed %d", seed).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.message()).doesNotContain("\n").doesNotContain("Exception");
                assertThat(problem.file()).isEqualTo("s.yaml");
            });
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + ":\n" + text, e);
        }
    }

    private String mutated(RandomStream random) {
        StringBuilder text = new StringBuilder(original);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                default -> text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    @Test
    void endsInProblemsForRandomBytes() {
        int refused = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            RandomStream random = new RandomStream(seed);
            byte[] bytes = new byte[random.nextInt(200)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 32 + random.nextInt(95));
            }
            Problems problems = new Problems("s.yaml");
            Optional<String> decoded = DocumentText.decode("s.yaml", bytes, "text", problems);
            String text = decoded.orElse(new String(bytes, StandardCharsets.ISO_8859_1));
            assertThat(decoded.isPresent()).as("seed %d", seed).isEqualTo(problems.reports() == 0);
            assertThat(Scenarios.problems(text)).as("seed %d", seed).isNotEmpty();
            refused += endsWellAsOverride(text, seed) ? 0 : 1;
        }
        assertThat(refused).as("most random values are wrong").isGreaterThan(750);
    }

    private boolean endsWellAsOverride(String value, long seed) {
        try {
            Scenarios.load(original, "seed=" + value);
            return true;
        } catch (ScenarioException e) {
            assertThat(e.problems()).as("seed %d", seed).isNotEmpty();
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + ": " + value, e);
        }
    }
}
