package hopscope.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTableTest {
    @Test
    void showsMeanAndConfidenceOfEachProtocol() {
        String table = ComparisonTable.render(new SampleResults().saved());

        assertThat(table)
                .startsWith("sample: 10 runs per protocol, 60 s of virtual time each, seed 42\n")
                .containsPattern("verdict correct +runs +10 of 10 +10 of 10\n")
                .containsPattern("convergence_optimal_s +s +3\\.\\d{3} ± 0\\.\\d{3} +4\\.\\d{3} ± 0\\.\\d{3}\n")
                .containsPattern("handled_duplicates +messages +0 ± 0 +0 ± 0\n")
                .contains("reconvergence_optimal_s");
    }

    @Test
    void staysWithinAHundredColumns() {
        String table = ComparisonTable.render(new SampleResults().never(0.3).saved());

        assertThat(table.lines()).allMatch(line -> line.length() <= 100 && !line.contains("\t"));
    }

    @Test
    void saysNever() {
        assertThat(ComparisonTable.render(new SampleResults().never(0.3).saved()))
                .containsPattern("convergence_optimal_s .*\\(3 of 10 never\\)\n")
                .containsPattern("verdict stable-wrong +runs +0 of 10 +3 of 10\n");
        assertThat(ComparisonTable.render(new SampleResults().never(1).saved()))
                .containsPattern("convergence_optimal_s .* never\n");
    }

    @Test
    void leavesOutWhatTheScenarioHasNot() {
        String table = ComparisonTable.render(new SampleResults()
                .replications(1)
                .withoutFaults()
                .withoutTraffic()
                .saved());

        assertThat(table)
                .contains("values of the one run")
                .doesNotContain("reconvergence")
                .doesNotContain("delivery_ratio")
                .doesNotContain("±");
    }
}
