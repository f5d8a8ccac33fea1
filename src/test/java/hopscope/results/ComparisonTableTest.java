package hopscope.results;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.results.ComparisonTable.Time;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {
    private static String render(SampleResults results) {
        return ComparisonTable.render(results.saved(), Time.VIRTUAL);
    }

    @Test
    void saysWhichTimePassed() {
        assertThat(ComparisonTable.render(new SampleResults().saved(), Time.REAL))
                .startsWith("sample: 10 runs per protocol, 60 s of real time each, seed 42\n");
    }

    @Test
    void showsMeanAndConfidenceOfEachProtocol() {
        String table = render(new SampleResults());

        assertThat(table)
                .startsWith("sample: 10 runs per protocol, 60 s of virtual time each, seed 42\n")
                .containsPattern("verdict correct +runs +10 of 10 +10 of 10\n")
                .containsPattern("convergence_optimal_s +s +3\\.\\d{3} ± 0\\.\\d{3} +4\\.\\d{3} ± 0\\.\\d{3}\n")
                .containsPattern("handled_duplicates +messages +0 ± 0 +0 ± 0\n")
                .contains("reconvergence_optimal_s");
    }

    @Test
    void staysWithinAHundredColumns() {
        String table = render(new SampleResults().never(0.3));

        assertThat(table.lines()).allMatch(line -> line.length() <= 100 && !line.contains("\t"));
    }

    @Test
    void saysNever() {
        assertThat(render(new SampleResults().never(0.3)))
                .containsPattern("convergence_optimal_s .*\\(3 of 10 never\\)\n")
                .containsPattern("verdict stable-wrong +runs +0 of 10 +3 of 10\n");
        assertThat(render(new SampleResults().never(1))).containsPattern("convergence_optimal_s .* never\n");
    }

    @Test
    void leavesOutWhatTheScenarioHasNot() {
        String table =
                render(new SampleResults().replications(1).withoutFaults().withoutTraffic());

        assertThat(table)
                .contains("values of the one run")
                .doesNotContain("reconvergence")
                .doesNotContain("delivery_ratio")
                .doesNotContain("±");
    }
}
