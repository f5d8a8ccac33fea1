package hopscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.scenario.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every metric is defined in metrics.md, with the unit and direction that the code has, its range and its source. */
class MetricGlossaryTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "metrics.md");
    private static final String RANGES = "### Ranges, and where the measures come from";

    private static List<List<String>> rows(boolean ofRanges) throws IOException {
        String[] halves = Files.readString(PAGE).split(RANGES);
        assertThat(halves).hasSize(2);
        String text = ofRanges ? halves[1].split("\n## ")[0] : halves[0];
        return text.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Stream.of(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void definesEveryMetric(Metric metric) throws IOException {
        String direction = switch (metric.better()) {
            case LOWER -> "lower";
            case HIGHER -> "higher";
            case NEITHER -> "–";
        };
        assertThat(rows(false).stream()
                        .filter(row -> row.get(0).equals("`" + metric.column() + "`"))
                        .toList())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).hasSize(4);
                    assertThat(row.get(1)).isEqualTo(metric.unit());
                    assertThat(row.get(2)).hasSizeGreaterThan(10);
                    assertThat(row.get(3)).isEqualTo(direction);
                });
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void saysTheRangeAndSourceOfEveryMetric(Metric metric) throws IOException {
        assertThat(rows(true).stream()
                        .filter(row -> Stream.of(row.get(0).split(", "))
                                .map(name -> name.replace("`", "").replace("*", ".*"))
                                .anyMatch(metric.column()::matches))
                        .toList())
                .singleElement()
                .satisfies(row -> assertThat(row).hasSize(4).noneMatch(String::isEmpty));
    }

    @Test
    void definesNothingElse() throws IOException {
        List<String> columns = Stream.of(Metric.values())
                .map(metric -> "`" + metric.column() + "`")
                .toList();
        assertThat(rows(false).stream()
                        .filter(row -> row.size() == 4)
                        .map(row -> row.get(0))
                        .toList())
                .containsExactlyElementsOf(columns);
    }
}
