package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelftestCommandTest {
    @Test
    void printsARowPerFigure() {
        CommandRun run = CommandRun.of("selftest", "--only", "backoff");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.FINE);
        assertThat(run.out())
                .startsWith("backoff: ")
                .containsPattern("retransmission 2 \\(ms\\) +3000 +3000 +exact +- +passes")
                .containsPattern("time to delivery \\(ms\\) +174\\.929 +[0-9.]+ +[0-9.]+ +-?[0-9]\\.[0-9]{2} +passes")
                .containsPattern("rows of 1 cases: all pass \\(seed 1\\)");
    }

    @Test
    void printsJson() {
        CommandRun run = CommandRun.of("selftest", "--only", "back*", "--json", "--seed", "5");

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.out())
                .startsWith("{\n  \"seed\": 5,\n  \"passes\": true")
                .contains("\"name\": \"backoff\"");
    }

    @Test
    void listsCasesWithoutRunningThem() {
        CommandRun run = CommandRun.of("selftest", "--list");

        assertThat(run.status()).isEqualTo(ExitStatus.FINE);
        assertThat(run.out()).contains("random-walk: ", "  Source: ").doesNotContain("passes");
    }

    @Test
    void refusesAPatternThatFitsNothing() {
        CommandRun run = CommandRun.of("selftest", "--only", "backoff,walk");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("--only walk: no such case; expected one of random-walk, ");
        assertThat(run.out()).isEmpty();
    }
}
