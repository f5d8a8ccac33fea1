package hopscope.cli;

import hopscope.chart.Charts;
import hopscope.chart.NoFontsException;
import hopscope.results.ComparisonTable;
import hopscope.results.ExpectationOutcome;
import hopscope.results.Expectations;
import hopscope.results.ExperimentResult;
import hopscope.results.Provenance;
import hopscope.results.ResultFolder;
import hopscope.results.ResultWriter;
import hopscope.results.SavedResults;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Scenario;
import hopscope.scenario.ScenarioWriter;
import hopscope.testbed.Testbed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a scenario over TCP in real time. */
@Command(
        name = "testbed",
        mixinStandardHelpOptions = true,
        description = "Runs a scenario over TCP on this machine, in real time, and measures it as 'run' does.",
        footer = {
            "",
            "Latency and loss of the links are added outside the nodes. Runs are never the same twice, so the",
            "fingerprint in runs.csv is zero. Exit status 1 if an expectation of the scenario does not hold.",
            "",
            "Examples:",
            "  hopscope testbed scenarios/six-nodes.yaml",
            "  hopscope testbed scenarios/six-nodes.yaml --replications 2 --security tls",
            "  hopscope testbed scenarios/six-nodes.yaml --set duration=20s --set faults=[]"
        })
final class TestbedCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCENARIO", description = "A scenario file; 50 nodes at most.")
    private Path file;

    @Mixin
    private ScenarioArguments arguments;

    @Mixin
    private TestbedArguments testbed;

    @Option(
            names = "--replications",
            paramLabel = "K",
            defaultValue = "1",
            description = "Runs per protocol; default ${DEFAULT-VALUE}, whatever the scenario says.")
    private int replications;

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go; default results/<name>.testbed.")
    private Path out;

    @Option(names = "--no-charts", description = "Do not draw charts.")
    private boolean noCharts;

    @Option(names = "--force", description = "Overwrite the results of another scenario.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        LoadedScenario loaded = arguments.load(file, err, List.of("replications=" + replications));
        TestbedArguments.requireFits(loaded);
        Scenario scenario = loaded.scenario();
        Path folder = out == null ? Path.of("results", scenario.name() + ".testbed") : out;
        ResultFolder.requireUsable(folder, scenario.name(), force);
        Instant startedAt = Instant.now();
        ExperimentResult result = run(loaded, err);
        Provenance provenance = Provenance.of(ScenarioWriter.toYaml(scenario), startedAt);
        SavedResults saved = ResultWriter.write(result, provenance, folder, force);
        if (!noCharts) {
            drawCharts(saved, folder);
        }
        List<ExpectationOutcome> outcomes = Expectations.evaluate(scenario, saved);
        PrintWriter print = spec.commandLine().getOut();
        print.print(ComparisonTable.render(saved));
        outcomes.forEach(outcome -> print.println(outcome.render()));
        print.println("Measured over TCP in real time. Results in " + folder);
        print.flush();
        return Expectations.allPassed(outcomes) ? ExitStatus.FINE : ExitStatus.FAILED;
    }

    private ExperimentResult run(LoadedScenario loaded, PrintWriter err) {
        Scenario scenario = loaded.scenario();
        err.println(testbed.forecast(loaded));
        err.flush();
        Progress progress =
                new Progress(err, scenario.name(), scenario.protocols().size() * scenario.replications());
        try {
            return Testbed.run(
                    scenario,
                    loaded.topology(),
                    testbed.options(file),
                    testbed.jobs(loaded),
                    run -> progress.advance());
        } finally {
            progress.finish();
        }
    }

    private void drawCharts(SavedResults saved, Path folder) {
        try {
            Charts.writeAll(saved, folder);
        } catch (NoFontsException e) {
            spec.commandLine().getErr().println("warning: no charts were drawn: " + e.getMessage());
        }
    }
}
