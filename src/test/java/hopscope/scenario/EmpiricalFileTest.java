package hopscope.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmpiricalFileTest {
    private static final String SCENARIO = """
            name: t
            duration: 1s
            topology: {generate: ring, nodes: 3}
            links: {latency: {distribution: empirical, file: l.txt}}
            """;

    @TempDir
    Path folder;

    private LatencySpec load(String content) throws IOException, ScenarioException {
        Files.writeString(folder.resolve("l.txt"), content);
        return ScenarioLoader.load("s.yaml", SCENARIO, folder, List.of())
                .scenario()
                .links()
                .latency();
    }

    private String problem(String content) throws IOException {
        Files.writeString(folder.resolve("l.txt"), content);
        try {
            ScenarioLoader.load("s.yaml", SCENARIO, folder, List.of());
            return "none";
        } catch (ScenarioException e) {
            return e.problems().get(0).toString().replace(folder + "/", "");
        }
    }

    @Test
    void readsSamplesInAnyOrderAndUnit() throws Exception {
        EmpiricalLatency read = load("rtt_ms\n# measured\n12.5\n\n800us\n  3ms # slow\n1.23456789\n")
                .empirical();
        assertThat(read.nanos()).containsExactly(800_000, 1_234_568, 3_000_000, 12_500_000);
        assertThat(read.shares()).isEmpty();
    }

    @Test
    void readsADistributionFunction() throws Exception {
        EmpiricalLatency read = load("ms;cdf\n1;0.1\n2;50%\n8;1\n").empirical();
        assertThat(read.nanos()).containsExactly(1_000_000, 2_000_000, 8_000_000);
        assertThat(read.shares()).containsExactly(0.1, 0.5, 1);
        assertThat(read.quantileNanos(0.05)).isEqualTo(1_000_000);
        assertThat(read.quantileNanos(0.3)).isEqualTo(1_500_000);
        assertThat(read.quantileNanos(1)).isEqualTo(8_000_000);
    }

    @Test
    void readsBackEqualFromTheEffectiveScenario() throws Exception {
        load("1\n2\n");
        Scenario first =
                ScenarioLoader.load("s.yaml", SCENARIO, folder, List.of()).scenario();
        Scenario again = ScenarioLoader.load("e.yaml", ScenarioWriter.toYaml(first), folder, List.of())
                .scenario();
        assertThat(again).isEqualTo(first);
    }

    @Test
    void saysWhereTheFileIsWrong() throws IOException {
        assertThat(problem("1\n-2\n")).startsWith("l.txt:2:1: '-2.000000ms' is negative");
        assertThat(problem("1\nfast\n")).startsWith("l.txt:2:1: cannot read 'fast'");
        assertThat(problem("1\n  2parsecs\n")).startsWith("l.txt:2:3: unknown unit 'parsecs'");
        assertThat(problem("1 0.5\n2\n")).startsWith("l.txt:2:1: found 1 columns; expected 2 as in the lines before");
        assertThat(problem("1 2 3\n")).startsWith("l.txt:1:1: found 3 columns; expected a file of latencies");
        assertThat(problem("1 0.5\n2, 0.4\n"))
                .startsWith("l.txt:2:4: the share '0.4' is below the one before; expected shares in ascending order");
        assertThat(problem("2 0.5\n1 1\n")).startsWith("l.txt:2:1: the latency '1' is below the one before");
        assertThat(problem("1 0.5\n2 0.9\n")).startsWith("l.txt:2:1: the last share is 0.9; expected 1");
        assertThat(problem("1 1.5\n")).startsWith("l.txt:1:3: '1.5' is more than 1");
        assertThat(problem("# nothing\n")).startsWith("l.txt:1:1: there is no latency in this file");
    }
}
