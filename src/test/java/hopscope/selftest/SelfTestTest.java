package hopscope.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfTestTest {
    private static SelfTestResult result;

    @BeforeAll
    static void runsAll() {
        result = SelfTest.of(name -> true, SelfTest.DEFAULT_SEED).run(2, done -> {});
    }

    @Test
    void passesAllRows() {
        List<String> failures = new ArrayList<>();
        for (CaseResult each : result.cases()) {
            for (Row row : each.rows()) {
                if (!row.passes()) {
                    failures.add(each.description().name() + ": " + row);
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(result.passes()).isTrue();
        assertThat(result.failedRowCount()).isZero();
    }

    @Test
    void yieldsTheSameForAnyNumberOfThreads() {
        SelfTestResult alone = SelfTest.of(name -> true, SelfTest.DEFAULT_SEED).run(1, done -> {});
        assertThat(SelfTestTable.render(alone)).isEqualTo(SelfTestTable.render(result));
        assertThat(SelfTestJson.render(alone)).isEqualTo(SelfTestJson.render(result));
    }

    @Test
    void isDocumentedAsItPrints() throws IOException {
        Path file = Path.of("src", "site", "markdown", "validation.md");
        String document = Files.readString(file);
        String before = document.substring(0, document.indexOf("```\n") + 4);
        String now = before + SelfTestTable.render(result) + "```\n";
        if (Boolean.getBoolean("hopscope.golden.write")) {
            Files.writeString(file, now);
        } else {
            assertThat(document).isEqualTo(now);
        }
    }

    @Test
    void drawsAnewUnderAnotherSeed() {
        CaseResult other = SelfTest.of("retransmission"::equals, 7)
                .run(1, done -> {})
                .cases()
                .get(0);
        CaseResult one = result.cases().stream()
                .filter(each -> each.description().equals(other.description()))
                .findFirst()
                .orElseThrow();
        assertThat(other.rows()).isNotEqualTo(one.rows());
    }

    @Test
    void namesEveryRowOnce() {
        for (CaseResult each : result.cases()) {
            assertThat(each.rows()).as(each.description().name()).isNotEmpty();
            assertThat(each.rows().stream().map(Row::what)).doesNotHaveDuplicates();
        }
        assertThat(result.cases().stream().map(each -> each.description().name()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 9.21, 10.79})
    void passesWithinFourStandardErrors(double measured) {
        assertThat(new Row("x", Row.Rule.STATISTICAL, 10, measured, 0.2).passes())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {9.19, 10.81, Double.NaN})
    void failsBeyondFourStandardErrors(double measured) {
        assertThat(new Row("x", Row.Rule.STATISTICAL, 10, measured, 0.2).passes())
                .isFalse();
    }

    @Test
    void failsWithoutASpreadToJudgeBy() {
        assertThat(new Row("x", Row.Rule.STATISTICAL, 10, 10.1, 0).passes()).isFalse();
        assertThat(new Row("x", Row.Rule.STATISTICAL, 10, 10, Double.NaN).passes())
                .isFalse();
        assertThat(Row.mean("x", 1, new Sample()).passes()).isFalse();
    }

    @Test
    void comparesExactFiguresUpToRounding() {
        assertThat(Row.exact("x", 1.0 / 3, 1 - 2.0 / 3).passes()).isTrue();
        assertThat(Row.exact("x", 9, 10).passes()).isFalse();
        assertThat(Row.exact("x", 0, Double.NaN).passes()).isFalse();
        assertThat(Row.share("x", 0, 1, 1_000_000).passes()).isFalse();
        assertThat(Row.share("x", 1, 1_000_000, 1_000_000).passes()).isTrue();
    }

    @Test
    void statesTheProbabilityOfAFalseAlarm() {
        Row row = new Row("x", Row.Rule.STATISTICAL, 1, 1, 1);
        Row exact = Row.exact("y", 1, 1);
        SelfTestResult two = new SelfTestResult(
                1, List.of(new CaseResult(new Description("a", "b", "c"), List.of(row, exact, row))));
        assertThat(two.falseAlarmProbability()).isEqualTo(2 * 6.334e-5);
        assertThat(SelfTestTable.render(two)).contains("3 rows of 1 cases: all pass (seed 1)", "below 0.01 %");
    }

    @Test
    void saysWhatFails() {
        Row row = Row.exact("rounds", 9, 10);
        SelfTestResult failed =
                new SelfTestResult(3, List.of(new CaseResult(new Description("a", "b", "c"), List.of(row))));
        assertThat(SelfTestTable.render(failed)).contains("FAILS", "1 fail (seed 3)");
        assertThat(SelfTestJson.render(failed)).contains("\"passes\": false", "\"failed\": 1");
    }

    @Test
    void runsScenariosThatAUserCouldWrite() {
        assertThat(Trial.of("{name: x, duration: 1s, topology: {generate: %s, nodes: 3}}", "ring")
                        .topology()
                        .linkCount())
                .isEqualTo(3);
        assertThatThrownBy(() -> Trial.of("name: x"))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(ScenarioException.class);
    }
}
