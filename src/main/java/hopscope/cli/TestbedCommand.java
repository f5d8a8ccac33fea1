package hopscope.cli;

import hopscope.chart.Charts;
import hopscope.results.ComparisonTable;
import hopscope.results.ComparisonTable.Time;
import hopscope.results.ExpectationOutcome;
import hopscope.results.Expectations;
import hopscope.results.ExperimentResult;
import hopscope.results.ResultFolder;
import hopscope.results.SavedResults;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Scenario;
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
    private ResultArguments results;

    @Mixin
    private TestbedArguments testbed;

    @Option(
            names = "--replications",
            paramLabel = "K",
            defaultValue = "1",
            description = "Runs per protocol; default ${DEFAULT-VALUE}, whatever the scenario says.")
    private int replications;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        LoadedScenario loaded = arguments.load(file, err, List.of("replications=" + replications));
        TestbedArguments.requireFits(loaded);
        Scenario scenario = loaded.scenario();
        Path folder = results.folder(ResultFolder.RULE, scenario.name() + ".testbed", scenario);
        Instant startedAt = Instant.now();
        ExperimentResult result = testbed.watched(
                loaded,
                err,
                progress -> Testbed.run(
                        scenario,
                        loaded.topology(),
                        testbed.options(file),
                        testbed.jobs(loaded),
                        run -> progress.advance()));
        SavedResults saved = results.write(result, startedAt, folder, file);
        results.draw(() -> Charts.writeAll(saved, folder), err);
        List<ExpectationOutcome> outcomes = Expectations.evaluate(scenario, saved);
        PrintWriter print = spec.commandLine().getOut();
        print.print(ComparisonTable.render(saved, Time.REAL));
        outcomes.forEach(outcome -> print.println(outcome.render()));
        print.println("Measured over TCP in real time. Results in " + folder);
        print.flush();
        return Expectations.allPassed(outcomes) ? ExitStatus.FINE : ExitStatus.FAILED;
    }
}
