package hopscope.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.bench.BenchFigure.Target;
import hopscope.results.ResultFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {
    private static final Machine MACHINE =
            new Machine("Abacus 9", 2, 25_000_000_000L, 4_000_000_000L, "17, A VM", "Linux 6");

    private static BenchFigure beside(double value, Target target, double ratio, Target ratioTarget) {
        return new BenchFigure("engine", value, "M events/s", target, "PriorityQueue", 4, ratio, ratioTarget, "x");
    }

    @Test
    void tellsWhetherTargetsAreMet() {
        assertThat(beside(15, Target.atLeast(15), 2.5, Target.atLeast(2.5)).isMet())
                .isTrue();
        assertThat(beside(14.9, Target.atLeast(15), 2.5, Target.atLeast(2.5)).isMet())
                .isFalse();
        assertThat(beside(15, Target.atLeast(15), 2.4, Target.atLeast(2.5)).isMet())
                .isFalse();
        assertThat(beside(1, Target.atMost(1), 1, null).isMet()).isTrue();
        assertThat(beside(1.01, Target.atMost(1), 1, null).isMet()).isFalse();
        assertThat(beside(1, null, 1, null).isMet()).isTrue();
        assertThat(BenchFigure.missing("a", "s", Target.atMost(1), "").isMet()).isFalse();
        assertThat(BenchFigure.missing("a", "s", null, "").isMet()).isTrue();
    }

    @Test
    void printsATable() {
        assertThat(List.of(
                        BenchReport.heading(),
                        BenchReport.render(beside(15.25, Target.atLeast(15), 3.456, Target.atLeast(4))),
                        BenchReport.render(BenchFigure.of("dv/exact", 1234.5, "s", Target.atMost(0.5), "")),
                        BenchReport.render(BenchFigure.missing("sr", "", null, "not started: too big"))))
                .containsExactly(
                        "                        measured                  target yardstick                ratio target",
                        "engine                      15.3 M events/s        >= 15      4.00 PriorityQueue   3.46   >= 4  MISSED x",
                        "dv/exact                   1,235 s                <= 0.5                              -         MISSED",
                        "sr                             -                                                      -         not started: too big");
        assertThat(BenchReport.render(MACHINE))
                .isEqualTo("2 x Abacus 9, 25 GB; JVM 17, A VM, up to 4.0 GB of heap; Linux 6");
    }

    @Test
    void writesJsonAndReadsItBack(@TempDir Path folder) throws IOException {
        BenchFile file = new BenchFile(
                MACHINE,
                List.of(
                        beside(15.25, Target.atLeast(15), Double.NaN, null),
                        BenchFigure.of("dv/exact", 1.5, "s", Target.atMost(0.5), ""),
                        BenchFigure.missing("sr", "", null, "not started: too big")));
        assertThat(file.json())
                .contains("\"processor\": \"Abacus 9\"")
                .contains("\"value\": 15.25")
                .contains("\"at_least\": 15")
                .contains("\"ratio\": null")
                .contains("\"ratio_target\": null")
                .contains("\"met\": true");
        Path saved = Files.writeString(folder.resolve("bench.json"), file.json());
        assertThat(BenchFile.read(saved)).isEqualTo(file);
    }

    @Test
    void refusesOtherJson(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"machine\": {}}");
        assertThatThrownBy(() -> BenchFile.read(other))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("other.json: not the figures of a benchmark");
    }

    @Test
    void printsMarkdownOfWhatHasATarget() {
        BenchFile file = new BenchFile(
                MACHINE,
                List.of(
                        new BenchFigure(
                                "engine-1000", 15.25, "M", Target.atLeast(15), "A|B", 4, 3.456, Target.atLeast(4), "x"),
                        BenchFigure.of("dv-1000/reach", 2, "s", null, ""),
                        BenchFigure.of("dv-1000/exact", 1234.5, "s", Target.atMost(0.5), ""),
                        BenchFigure.of("dv-1000/heap", 1, "GB", Target.atMost(1.5), ""),
                        BenchFigure.missing("sr-1000", "", null, "too big")));
        assertThat(BenchMarkdown.render(file).lines())
                .containsExactly(
                        "2 × Abacus 9, 25 GB of memory; JVM 17, A VM; Linux 6.",
                        "",
                        "| work | measured | target | yardstick | ratio | target | |",
                        "| --- | --- | --- | --- | --- | --- | --- |",
                        "| event engine, hold model with payload, 1,000 pending `engine-1000` | 15.3 M | ≥ 15"
                                + " | A\\|B 4.00 | 3.46 | ≥ 4 **missed** | x |",
                        "| distance-vector, scale-free, 1,000 nodes, cold start to exact routes `dv-1000/exact` | 1,235 s"
                                + " | ≤ 0.5 **missed** | | | | |",
                        "| `dv-1000/heap` | 1.00 GB | ≤ 1.5 | | | | |",
                        "| source-routing, scale-free, 1,000 nodes, cold start to exact routes `sr-1000` | - | | | | |"
                                + " too big |");
    }
}
