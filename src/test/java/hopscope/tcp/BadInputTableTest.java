package hopscope.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.node.RoutedFault;
import hopscope.protocol.wire.FrameError;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of bad input in the documentation: it names every cause, counters that there are, and tests that there are. */
class BadInputTableTest {
    private static final Path DOCUMENT = Path.of("src", "site", "markdown", "tcp.md");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** Rows of the table as lists of cells: input, counters, tests. */
    private static List<String[]> rows() throws IOException {
        return Files.readString(DOCUMENT)
                .lines()
                .dropWhile(line -> !line.startsWith("| input | counter | test |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(1).split("\\|"))
                .toList();
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    @Test
    void namesEveryCauseAndOnlyCountersThatThereAre() throws Exception {
        TreeSet<String> named = new TreeSet<>();
        for (String[] row : rows()) {
            assertThat(row).as(row[0]).hasSize(3);
            assertThat(names(row[1])).as(row[0]).isNotEmpty();
            named.addAll(names(row[1]));
        }
        TreeSet<String> causes = new TreeSet<>();
        Stream.of(FrameError.values()).forEach(cause -> causes.add("malformed." + cause));
        Stream.of(RoutedFault.values()).forEach(cause -> causes.add("routed." + cause));
        Stream.of(Refusal.values()).forEach(cause -> causes.add("refused." + cause));
        assertThat(named).containsAll(causes);
        try (Loopback net = Loopback.plain(1).start(1)) {
            assertThat(net.node(1).status().counters().keySet()).containsAll(named);
        }
    }

    @Test
    void namesTestsThatThereAre() throws Exception {
        for (String[] row : rows()) {
            assertThat(names(row[2])).as(row[0]).isNotEmpty();
            for (String test : names(row[2])) {
                String[] parts = test.split("#");
                Class<?> type = Class.forName("hopscope." + parts[0]);
                assertThat(Arrays.stream(type.getDeclaredMethods()).map(Method::getName))
                        .as(test)
                        .contains(parts[1]);
            }
        }
    }
}
