package hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchCommandTest {
    @Test
    void measuresWithAndWithoutTls() {
        CommandRun run = CommandRun.of("bench", "tcp", "--messages", "2000", "--window", "100");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.contains("messages/s   latency p50 "));
        assertThat(run.out()).containsPattern("(?m)^none ").containsPattern("(?m)^TLS 1\\.3 ");
    }

    @Test
    void refusesSizesThatCannotBe() {
        assertThat(CommandRun.of("bench", "tcp", "--payload", "7").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(CommandRun.of("bench", "tcp", "--window", "0").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(CommandRun.of("bench", "tcp", "--security", "ssl").err()).contains("expected tls, none or both");
    }
}
