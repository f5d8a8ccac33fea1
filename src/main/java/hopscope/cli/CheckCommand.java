package hopscope.cli;

import hopscope.check.Baseline;
import hopscope.check.BaselineFile;
import hopscope.check.CheckReport;
import hopscope.check.JunitReport;
import hopscope.check.RegressionCheck;
import hopscope.check.Tolerances;
import hopscope.results.Expectations;
import hopscope.results.ExperimentResult;
import hopscope.results.Provenance;
import hopscope.results.SavedResults;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Scenario;
import hopscope.scenario.ScenarioWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs scenarios again and compares with their baselines. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Runs scenarios again and compares them with their baselines; judges their expectations, too.",
        footer = {
            "",
            "A changed fingerprint is reported as a fact; only a metric that got worse beyond its tolerance, a",
            "verdict that is no longer correct, or an expectation that does not hold is a failure (exit status 1).",
            "Without a fitting baseline there is nothing to judge by (exit status 3).",
            "",
            "Examples:",
            "  hopscope check scenarios/*.yaml",
            "  hopscope check scenarios/*.yaml --junit target/check.xml",
            "  hopscope check scenarios/ring-cut.yaml --update"
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCENARIO", arity = "1..*", description = "Scenario files.")
    private List<Path> files;

    @Mixin
    private ScenarioArguments arguments;

    @Option(
            names = "--baselines",
            paramLabel = "DIR",
            defaultValue = "results/baselines",
            description = "Where the baselines are; default ${DEFAULT-VALUE}.")
    private Path baselines;

    @Option(names = "--update", description = "Write new baselines first.")
    private boolean update;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a JUnit report, for CI.")
    private Path junit;

    @Option(names = "--jobs", paramLabel = "N", description = "Runs at the same time; default: one per processor.")
    private Integer jobs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<LoadedScenario> scenarios = loadAll();
        List<CheckReport> reports = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            SavedResults results = run(files.get(i), scenarios.get(i));
            CheckReport report = judge(scenarios.get(i).scenario(), results);
            reports.add(report);
            print().print(report.render());
            print().flush();
        }
        if (junit != null) {
            JunitReport.write(reports, junit);
        }
        return CheckReport.exitStatus(reports);
    }

    private CheckReport judge(Scenario scenario, SavedResults results) {
        if (update) {
            Path file = BaselineFile.in(baselines, results.scenario().name());
            BaselineFile.write(Baseline.of(results), file);
            print().println(results.scenario().name() + ": baseline written to " + file);
        }
        return RegressionCheck.compare(baselines, results, Tolerances.standard())
                .with(Expectations.evaluate(scenario, results));
    }

    private PrintWriter print() {
        return spec.commandLine().getOut();
    }

    /** Loads all before the first is run, so that a wrong one stops everything; says all that is wrong in any. */
    private List<LoadedScenario> loadAll() {
        List<LoadedScenario> scenarios = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                scenarios.add(arguments.load(file, spec.commandLine().getErr()));
            } catch (UserError wrong) {
                problems.add(wrong.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new UserError(String.join("\n", problems));
        }
        List<String> names =
                scenarios.stream().map(loaded -> loaded.scenario().name()).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new UserError("two of the scenarios have the same name, so they would share a baseline: " + names);
        }
        return scenarios;
    }

    private SavedResults run(Path file, LoadedScenario loaded) {
        ExperimentResult result = new ScenarioRun(
                        file, loaded, arguments, spec.commandLine().getErr())
                .run(Jobs.orProcessors(jobs), null);
        return SavedResults.of(result, Provenance.hash(ScenarioWriter.toYaml(loaded.scenario())));
    }
}
