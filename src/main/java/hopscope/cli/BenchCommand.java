package hopscope.cli;

import hopscope.bench.Bench;
import hopscope.bench.BenchFile;
import hopscope.bench.BenchMarkdown;
import hopscope.bench.BenchReport;
import hopscope.bench.BenchRow;
import hopscope.bench.BenchSettings;
import hopscope.bench.Machine;
import hopscope.results.AtomicFile;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast this machine does what Hopscope does. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures how fast this machine does what Hopscope does, beside targets and yardsticks.",
        subcommands = {BenchCommand.Tcp.class, BenchScalingCommand.class},
        footer = {
            "",
            "Figures differ from run to run, the more the busier the machine is; the best of several runs counts.",
            "Rows that need more heap than the JVM has, or more time than allowed, are reported and not started.",
            "",
            "Examples:",
            "  hopscope bench --list",
            "  hopscope bench --quick",
            "  JAVA_OPTS=-Xmx8g hopscope bench --only dv-1000,sr-1000 --json bench.json",
            "  hopscope bench --read bench.json,later.json --markdown table.md",
            "  hopscope bench scaling --nodes 250,500,1000 --picture scaling"
        })
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--list", description = "List the rows and do nothing.")
    private boolean list;

    @Option(
            names = "--only",
            paramLabel = "ROW",
            split = ",",
            description = "Measure these rows only; all that begin with a word if it ends in '*'.")
    private List<String> only = List.of();

    @Option(names = "--quick", description = "Fewer repetitions, and only rows that take some seconds.")
    private boolean quick;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "Longest time for one run; default 300.")
    private double limitSeconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as JSON.")
    private Path json;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Also write the figures that have targets as a Markdown table.")
    private Path markdown;

    @Option(
            names = "--read",
            paramLabel = "FILE",
            split = ",",
            description = "Measure nothing: take the figures of earlier JSON files; of those named alike the last.")
    private List<Path> read = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<BenchRow> rows = selectedRows();
        if (list) {
            rows.forEach(row -> out.printf(Locale.ROOT, "%-16s %s%n", row.name(), row.about()));
            out.flush();
            return ExitStatus.FINE;
        }
        if (limitSeconds <= 0) {
            throw new ParameterException(spec.commandLine(), "--limit: expected more than 0 seconds");
        }
        if (!read.isEmpty() && (!only.isEmpty() || quick)) {
            throw new ParameterException(spec.commandLine(), "--read measures nothing; leave out --only and --quick");
        }
        BenchFile file = read.isEmpty()
                ? measured(rows, out)
                : BenchFile.joined(read.stream().map(BenchFile::read).toList());
        if (!read.isEmpty()) {
            begin(file.machine(), out);
            file.figures().forEach(figure -> out.println(BenchReport.render(figure)));
            out.flush();
        }
        if (json != null) {
            AtomicFile.write(json, file.json());
        }
        if (markdown != null) {
            AtomicFile.write(markdown, BenchMarkdown.render(file));
        }
        return ExitStatus.FINE;
    }

    private BenchFile measured(List<BenchRow> rows, PrintWriter out) {
        Machine machine = Machine.here();
        begin(machine, out);
        return new BenchFile(machine, Bench.run(rows, new BenchSettings(quick, limitSeconds, launcher()), measured -> {
            measured.forEach(figure -> out.println(BenchReport.render(figure)));
            out.flush();
        }));
    }

    private static void begin(Machine machine, PrintWriter out) {
        out.println(BenchReport.render(machine));
        out.println();
        out.println(BenchReport.heading());
        out.flush();
    }

    private List<BenchRow> selectedRows() {
        List<BenchRow> rows = Bench.rows();
        if (only.isEmpty()) {
            return rows;
        }
        List<BenchRow> selected = new ArrayList<>();
        for (String word : only) {
            List<BenchRow> matching =
                    rows.stream().filter(row -> matches(row.name(), word)).toList();
            if (matching.isEmpty()) {
                throw new UserError("--only: there is no row '" + word + "'; expected one of "
                        + String.join(", ", rows.stream().map(BenchRow::name).toList()));
            }
            matching.stream().filter(row -> !selected.contains(row)).forEach(selected::add);
        }
        return selected;
    }

    private static boolean matches(String name, String word) {
        return word.endsWith("*") ? name.startsWith(word.substring(0, word.length() - 1)) : name.equals(word);
    }

    /** How to start this program: by its launcher if that started this process, else as this process was started. */
    private static List<String> launcher() {
        String script = System.getProperty("hopscope.launcher");
        if (script != null) {
            // By way of 'env': the same JVM, and none of the memory that this process was given.
            return List.of("env", "-u", "JAVA_OPTS", "JAVA_HOME=" + System.getProperty("java.home"), script);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Xm"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return command;
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
