package hopscope.cli;

import hopscope.bench.BenchReport;
import hopscope.bench.Machine;
import hopscope.bench.Scaling;
import hopscope.bench.ScalingTable;
import hopscope.chart.ScalingChart;
import hopscope.document.Suggestion;
import hopscope.results.AtomicFile;
import hopscope.scenario.Protocol;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How wall time and memory grow with the network. */
@Command(
        name = "scaling",
        mixinStandardHelpOptions = true,
        description = "Runs the same cold start in networks of growing size and shows what each costs.",
        footer = {
            "",
            "The network is scale-free over links of 10 ms; each run is a whole one, with metrics, oracle and fingerprint.",
            "A run that takes more than the limit is stopped, and larger ones of its protocol are not started; nor is one",
            "that needs more heap than the JVM has. The table says so for each such run, the picture for each protocol.",
            "",
            "Examples:",
            "  hopscope bench scaling --nodes 250,500,1000 --picture scaling",
            "  JAVA_OPTS=-Xmx11g hopscope bench scaling --limit 60 --csv scaling.csv --picture scaling",
            "  hopscope bench scaling --read scaling.csv --picture scaling"
        })
final class BenchScalingCommand implements Callable<Integer> {
    private static final int FEWEST = 3;
    private static final int MOST = 1_000_000;

    @Option(names = "--protocols", paramLabel = "PROTOCOL", split = ",", description = "Which to run; all by default.")
    private List<String> protocols = Protocol.labels();

    @Option(
            names = "--nodes",
            paramLabel = "N",
            split = ",",
            defaultValue = "250,500,1000,2000,4000,8000,16000",
            description = "Sizes of the network; default 250 to 16000, each twice the one before.")
    private List<Integer> sizes;

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            defaultValue = "12",
            description = "Virtual time of each run; default 12.")
    private int virtualSeconds;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "Longest wall time of one run; default 120.")
    private double limitSeconds;

    @Option(names = "--read", paramLabel = "FILE", description = "Run nothing: take the figures of an earlier CSV.")
    private Path read;

    @Option(names = "--csv", paramLabel = "FILE", description = "Also write the figures as CSV.")
    private Path csv;

    @Option(names = "--picture", paramLabel = "FILE", description = "Also draw FILE.png and FILE.svg.")
    private Path picture;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ScalingTable table = read == null ? measured(out) : ScalingTable.read(read);
        if (read != null) {
            out.println(table.machine());
            out.println(ScalingTable.heading());
            table.points().forEach(point -> out.println(ScalingTable.line(point)));
        }
        if (csv != null) {
            AtomicFile.write(csv, table.csv());
        }
        if (picture != null) {
            draw(table).forEach(out::println);
        }
        out.flush();
        return ExitStatus.FINE;
    }

    private ScalingTable measured(PrintWriter out) {
        List<Integer> ascending = sizes.stream().distinct().sorted().toList();
        if (ascending.get(0) < FEWEST || ascending.get(ascending.size() - 1) > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--nodes: expected numbers from " + FEWEST + " to " + MOST);
        }
        if (virtualSeconds < 1 || !(limitSeconds > 0)) {
            throw new ParameterException(spec.commandLine(), "expected --duration from 1 and --limit above 0 seconds");
        }
        Scaling scaling = new Scaling(selected(), ascending, virtualSeconds, limitSeconds);
        String machine = BenchReport.render(Machine.here());
        out.println(machine);
        out.println(ScalingTable.heading());
        out.flush();
        return new ScalingTable(machine, virtualSeconds, scaling.run(point -> {
            out.println(ScalingTable.line(point));
            out.flush();
        }));
    }

    private List<Protocol> selected() {
        return protocols.stream().distinct().map(BenchScalingCommand::protocol).toList();
    }

    private static Protocol protocol(String label) {
        return Protocol.named(label)
                .orElseThrow(() -> new UserError("--protocols: there is no '" + label + "'; expected one of "
                        + String.join(", ", Protocol.labels()) + Suggestion.hint(label, Protocol.labels())));
    }

    private List<Path> draw(ScalingTable table) {
        String title = String.format(
                Locale.ROOT, "Cold start of scale-free networks, %d s of virtual time", table.virtualSeconds());
        List<ScalingChart.Point> points = table.points().stream()
                .map(point -> new ScalingChart.Point(
                        point.protocol(),
                        point.nodes(),
                        point.wallSeconds(),
                        point.eventsPerSecond(),
                        point.peakHeapBytes(),
                        point.liveHeapBytes()))
                .toList();
        return ScalingChart.write(title, table.machine(), points, picture);
    }
}
