package hopscope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.bench.BenchFigure.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    void writesJson() {
        String json = BenchReport.json(MACHINE, List.of(beside(15.25, Target.atLeast(15), Double.NaN, null)));
        assertThat(json)
                .contains("\"processor\": \"Abacus 9\"")
                .contains("\"value\": 15.25")
                .contains("\"at_least\": 15")
                .contains("\"ratio\": null")
                .contains("\"ratio_target\": null")
                .contains("\"met\": true");
    }
}
