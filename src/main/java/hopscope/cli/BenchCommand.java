package hopscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast this machine is at something. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures how fast this machine is at something.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = BenchCommand.Tcp.class)
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? expected tcp");
    }

    /** Two nodes on the loopback interface. */
    @Command(
            name = "tcp",
            mixinStandardHelpOptions = true,
            description = "Sends reliable messages from one node to another over loopback TCP, in one process.",
            footer = {
                "",
                "Latency is from the call of send to the handling at the other node; it grows with the window.",
                "",
                "Example:",
                "  hopscope bench tcp --messages 1000000 --window 1024"
            })
    static final class Tcp implements Callable<Integer> {
        @Option(names = "--messages", paramLabel = "N", defaultValue = "1000000", description = "Default 1000000.")
        private int messages;

        @Option(names = "--payload", paramLabel = "BYTES", defaultValue = "200", description = "Default 200.")
        private int payloadBytes;

        @Option(
                names = "--window",
                paramLabel = "N",
                defaultValue = "1024",
                description = "Messages not yet acknowledged at a time; default 1024.")
        private int window;

        @Option(
                names = "--security",
                paramLabel = "tls|none|both",
                defaultValue = "both",
                description = "Default both.")
        private String security;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            if (messages < 1 || payloadBytes < Long.BYTES || payloadBytes > 65_535 || window < 1 || window > 65_536) {
                throw new ParameterException(
                        spec.commandLine(), "expected --messages from 1, --payload 8 to 65535, --window 1 to 65536");
            }
            List<Boolean> runs = switch (security) {
                case "none" -> List.of(false);
                case "tls" -> List.of(true);
                case "both" -> List.of(false, true);
                default -> throw new UserError("--security: expected tls, none or both");
            };
            PrintWriter out = spec.commandLine().getOut();
            for (boolean tls : runs) {
                try (TcpBench bench = TcpBench.start(tls, window)) {
                    bench.run(Math.min(messages, 300_000), payloadBytes);
                    print(out, tls, bench.run(messages, payloadBytes));
                }
            }
            return ExitStatus.FINE;
        }

        private void print(PrintWriter out, boolean tls, TcpBench.Outcome outcome) {
            out.printf(
                    Locale.ROOT,
                    "%-8s %,9.0f messages/s   latency p50 %,7.0f us   p99 %,7.0f us   (%,d messages of %d bytes,"
                            + " window %d, %d repeated)%n",
                    tls ? "TLS 1.3" : "none",
                    outcome.messagesPerSecond(),
                    outcome.latencyNanos(0.50) / 1e3,
                    outcome.latencyNanos(0.99) / 1e3,
                    messages,
                    payloadBytes,
                    window,
                    outcome.retransmissions());
            out.flush();
        }
    }
}
