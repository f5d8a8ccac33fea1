package hopscope.cli;

import hopscope.chart.Charts;
import hopscope.chart.DeclaredCharts;
import hopscope.chart.Observations;
import hopscope.results.ComparisonTable;
import hopscope.results.ComparisonTable.Time;
import hopscope.results.ExpectationOutcome;
import hopscope.results.Expectations;
import hopscope.results.ExperimentResult;
import hopscope.results.LinkTables;
import hopscope.results.ResultFolder;
import hopscope.results.SavedResults;
import hopscope.results.SteadyTable;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a scenario: all protocols, all replications; prints a comparison, writes results and charts. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a scenario with all its protocols and compares them.",
        footer = {
            "",
            "Exit status 1 if an expectation of the scenario does not hold.",
            "",
            "Examples:",
            "  hopscope run scenarios/six-nodes.yaml",
            "  hopscope run scenarios/six-nodes.yaml --protocol distance-vector --seed 7",
            "  hopscope run scenarios/ring-cut.yaml --set replications=50 --jobs 2"
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCENARIO", description = "A scenario file.")
    private Path file;

    @Mixin
    private ScenarioArguments arguments;

    @Mixin
    private ResultArguments results;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Runs at the same time; default: one per processor. Results do not depend on it.")
    private Integer jobs;

    @Option(
            names = "--replication",
            paramLabel = "R",
            description = "Do this replication only, to look at one run again; results go to results/<name>.rR.")
    private Integer replication;

    @Option(names = "--json", description = "Print the summary as JSON instead of the table.")
    private boolean json;

    @Option(names = "--verbose", description = "Also print what the links were asked to do and did.")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter print = spec.commandLine().getOut();
        LoadedScenario loaded = arguments.load(file, spec.commandLine().getErr(), json);
        Scenario scenario = loaded.scenario();
        String name = replication == null ? scenario.name() : scenario.name() + ".r" + replication;
        Path folder = results.folder(ResultFolder.RULE, name, scenario);
        Instant startedAt = Instant.now();
        ExperimentResult result = new ScenarioRun(
                        file, loaded, arguments, spec.commandLine().getErr())
                .run(Jobs.orProcessors(jobs), replication);
        SavedResults saved = results.write(result, startedAt, folder, file);
        warnOfFaultsNotFired(saved);
        boolean charted = results.draw(
                () -> {
                    Charts.writeAll(saved, folder);
                    DeclaredCharts.write(scenario.charts(), Observations.of(saved), folder);
                },
                spec.commandLine().getErr());
        List<ExpectationOutcome> outcomes = Expectations.evaluate(scenario, saved);
        if (json) {
            print.print(ResultFolder.text(folder.resolve(ResultFolder.SUMMARY)));
            PrintWriter err = spec.commandLine().getErr();
            outcomes.stream().filter(outcome -> !outcome.passed()).forEach(outcome -> err.println(outcome.render()));
        } else {
            print.print(ComparisonTable.render(saved, Time.VIRTUAL));
            if (verbose || LinkTables.hasClasses(result)) {
                print.print("\n" + LinkTables.render(result));
            }
            if (SteadyTable.isAsked(result)) {
                print.print("\n" + SteadyTable.render(result));
            }
            outcomes.forEach(outcome -> print.println(outcome.render()));
            print.println(where(result, folder, charted));
        }
        print.flush();
        return Expectations.allPassed(outcomes) ? ExitStatus.FINE : ExitStatus.FAILED;
    }

    private void warnOfFaultsNotFired(SavedResults saved) {
        PrintWriter err = spec.commandLine().getErr();
        for (String protocol : saved.protocols()) {
            for (int fault = 1; fault <= saved.faultCount(); fault++) {
                long runs = saved.notFiredCount(protocol, fault);
                if (runs > 0) {
                    err.println("warning: fault " + fault + " never happened in " + runs + " of "
                            + Count.of(saved.runsOf(protocol).size(), "run") + " of " + protocol
                            + ": what it waited for did not come");
                }
            }
        }
    }

    private static String where(ExperimentResult result, Path folder, boolean charted) {
        double seconds = result.host().wallNanos() / 1e9;
        return String.format(
                Locale.ROOT,
                "%s, %s in %.2f s. Results%s in %s",
                Count.of(result.runs().size(), "run"),
                Count.grouped(result.host().events(), "event"),
                seconds,
                charted ? " and charts" : "",
                folder);
    }
}
