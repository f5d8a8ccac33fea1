package hopscope.cli;

import hopscope.chart.OverlayChart;
import hopscope.chart.OverlayChart.Overlay;
import hopscope.crossval.CrossValidation;
import hopscope.crossval.CrossValidationFolder;
import hopscope.crossval.CrossValidationTable;
import hopscope.crossval.Margins;
import hopscope.crossval.SampledRun;
import hopscope.crossval.SampledRuns;
import hopscope.crossval.Variants;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a scenario in the simulator and over TCP, and compares. */
@Command(
        name = "crossval",
        mixinStandardHelpOptions = true,
        description = "Runs a scenario both in the simulator and over TCP in real time: is the outcome equivalent?",
        footer = {
            "",
            "Means are compared by two one-sided t-tests at 5 %%, distributions by their Kolmogorov-Smirnov distance.",
            "Exit status 0 if all is equivalent within the margins, 1 if something is different, 3 if there are too",
            "few runs to tell. Real time passes as fast as virtual time.",
            "",
            "Examples:",
            "  hopscope crossval scenarios/six-nodes.yaml",
            "  hopscope crossval scenarios/six-nodes.yaml --repeat 10 --distort-latency 2"
        })
final class CrossvalCommand implements Callable<Integer> {
    /** Simulated runs for each real one: they cost nothing, and leave only the spread of the real ones. */
    private static final int SIMULATED_PER_REAL = 5;

    private static final double PERCENT = 100;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file; 50 nodes at most.")
    private Path file;

    @Mixin
    private ScenarioArguments arguments;

    @Mixin
    private ResultArguments results;

    @Mixin
    private TestbedArguments testbed;

    @Option(
            names = "--repeat",
            paramLabel = "K",
            defaultValue = "20",
            description = "Real runs per protocol; five times as many are simulated. Default ${DEFAULT-VALUE}.")
    private int repeat;

    @Option(
            names = "--margin",
            paramLabel = "PCT",
            description = "Margin of every metric in per cent of the simulated mean, instead of the standard ones.")
    private Double marginPercent;

    @Option(
            names = "--distort-latency",
            paramLabel = "F",
            description = "Multiply the simulator's latencies, to see that a wrong model is noticed.")
    private Double distortion;

    @Option(names = "--json", description = "Print JSON instead of the table.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        requirePositive("--margin", marginPercent);
        requirePositive("--distort-latency", distortion);
        PrintWriter err = spec.commandLine().getErr();
        LoadedScenario loaded = arguments.load(file, err, List.of("replications=" + repeat));
        TestbedArguments.requireFits(loaded);
        Scenario scenario = loaded.scenario();
        Path folder = results.folder(CrossValidationFolder.RULE, scenario.name() + ".crossval", scenario);
        LoadedScenario model = Variants.replicated(loaded, SIMULATED_PER_REAL * repeat);
        List<SampledRun> simulated = SampledRuns.simulate(
                distortion == null ? model : Variants.distorted(model, distortion), Jobs.orProcessors(null));
        List<SampledRun> measured = testbed.watched(
                loaded,
                err,
                progress -> SampledRuns.measure(
                        loaded, testbed.options(file), testbed.jobs(loaded), run -> progress.advance()));
        Margins margins = Margins.standard(scenario);
        CrossValidation result = CrossValidation.of(
                scenario.name(),
                scenario.protocolNames(),
                simulated,
                measured,
                marginPercent == null ? margins : margins.withRelative(marginPercent / PERCENT));
        write(result, scenario, simulated, measured, folder);
        return switch (result.agreement()) {
            case EQUIVALENT -> ExitStatus.FINE;
            case DIFFERENT -> ExitStatus.FAILED;
            case UNDECIDED -> ExitStatus.INCONCLUSIVE;
        };
    }

    private static void requirePositive(String option, Double value) {
        if (value != null && !(value > 0 && value < 1e6)) {
            throw new UserError(option + " " + value + ": expected a number above 0");
        }
    }

    private void write(
            CrossValidation result,
            Scenario scenario,
            List<SampledRun> simulated,
            List<SampledRun> measured,
            Path folder) {
        String asJson = CrossValidationFolder.write(result, folder);
        results.draw(
                () -> drawCharts(scenario, simulated, measured, folder),
                spec.commandLine().getErr());
        PrintWriter print = spec.commandLine().getOut();
        if (json) {
            print.print(asJson);
        } else {
            print.print(CrossValidationTable.render(result));
            print.println("Simulator and TCP: " + result.agreement().label() + ". Results in " + folder);
        }
        print.flush();
    }

    private void drawCharts(Scenario scenario, List<SampledRun> simulated, List<SampledRun> measured, Path folder) {
        OverlayChart.write(
                scenario.name() + ": latency, simulated and real",
                "time until first delivery (ms)",
                overlays(scenario, simulated, measured, SampledRun::latenciesMillis),
                folder.resolve(CrossValidationFolder.LATENCY));
        OverlayChart.write(
                scenario.name() + ": hop counts, simulated and real",
                "links crossed until first delivery",
                overlays(scenario, simulated, measured, SampledRun::hops),
                folder.resolve(CrossValidationFolder.HOPS));
    }

    private static List<Overlay> overlays(
            Scenario scenario,
            List<SampledRun> simulated,
            List<SampledRun> measured,
            Function<SampledRun, double[]> values) {
        return scenario.protocolNames().stream()
                .map(protocol ->
                        new Overlay(protocol, pooled(simulated, protocol, values), pooled(measured, protocol, values)))
                .toList();
    }

    private static double[] pooled(List<SampledRun> runs, String protocol, Function<SampledRun, double[]> values) {
        return runs.stream()
                .filter(run -> run.record().protocol().equals(protocol))
                .map(values)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
