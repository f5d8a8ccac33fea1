package hopscope.cli;

import hopscope.check.Baseline;
import hopscope.check.BaselineFile;
import hopscope.check.CheckReport;
import hopscope.check.GithubAnnotations;
import hopscope.check.JunitReport;
import hopscope.check.MarkdownSummary;
import hopscope.check.RegressionCheck;
import hopscope.check.Tolerances;
import hopscope.results.AtomicFile;
import hopscope.results.Expectations;
import hopscope.results.Provenance;
import hopscope.results.SavedResults;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.PluginFailure;
import hopscope.scenario.Scenario;
import hopscope.scenario.ScenarioWriter;
import hopscope.simulation.SimulationFailure;
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
            "Where the first runs are the baseline's own, byte for byte, nothing is to be judged. Otherwise every",
            "metric is tested, with more and more replications up to those of the baseline, until one is proven worse",
            "by more than its margin (exit status 1) or all are proven no worse (0); where neither can be proven, or",
            "there is no fitting baseline, the exit status is 3. In all metrics of a scenario together, 5 in 100 checks",
            "err at most. An expectation that does not hold fails the check, too. A run that breaks off is told in all",
            "reports; the other scenarios are checked still, and the exit status is 2 if a plugin failed, 70 if we did.",
            "",
            "Examples:",
            "  hopscope check scenarios/*.yaml",
            "  hopscope check scenarios/*.yaml --junit target/check.xml --markdown target/check.md",
            "  hopscope check scenarios/ring-cut.yaml --update --samples 200"
        })
final class CheckCommand implements Callable<Integer> {
    private static final int SAMPLES_PER_REPLICATION = 10;

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

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "With --update: replications that the baseline holds; default: as many as the one before, or"
                    + " ten times those of the scenario.")
    private Integer samples;

    @Option(
            names = "--cap",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Compare so many replications at the most; default: all of the baseline.")
    private int cap;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a JUnit report, for CI.")
    private Path junit;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Write a summary in Markdown, for a CI job's page.")
    private Path markdown;

    @Option(names = "--github", description = "Print annotations for GitHub, too.")
    private boolean github;

    @Option(names = "--jobs", paramLabel = "N", description = "Runs at the same time; default: one per processor.")
    private Integer jobs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (samples != null && (!update || samples < 1)) {
            throw new UserError("--samples goes with --update, and is a number from 1 on");
        }
        if (cap < 1) {
            throw new UserError("--cap is a number from 1 on");
        }
        List<LoadedScenario> scenarios = loadAll();
        List<CheckReport> reports = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            CheckReport report = checkOrFailure(files.get(i), scenarios.get(i), failures);
            reports.add(report);
            print().print(report.render());
            if (github) {
                print().print(GithubAnnotations.render(report, files.get(i).toString()));
            }
            print().flush();
        }
        writeFiles(reports);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return CheckReport.exitStatus(reports);
    }

    private void writeFiles(List<CheckReport> reports) {
        if (junit != null) {
            JunitReport.write(reports, junit);
        }
        if (markdown != null) {
            AtomicFile.write(markdown, MarkdownSummary.render(reports));
        }
    }

    /** A run that fails is told in the reports, which are to be whole, and again at the end; the other scenarios go on. */
    private CheckReport checkOrFailure(Path path, LoadedScenario loaded, List<RuntimeException> failures) {
        try {
            return check(path, loaded);
        } catch (SimulationFailure | PluginFailure failure) {
            failures.add(failure);
            return CheckReport.broken(loaded.scenario().name(), failure.getMessage());
        }
    }

    private CheckReport check(Path path, LoadedScenario loaded) {
        Scenario scenario = loaded.scenario();
        ScenarioRun runs =
                new ScenarioRun(path, loaded, arguments, spec.commandLine().getErr());
        // A new build of a plugin is what there is to be judged, as a new version of Hopscope is.
        String hash =
                Provenance.hash(ScenarioWriter.toYaml(scenario.withoutCharts().withoutBuilds()));
        SavedResults results = results(runs, hash, 0, scenario.replications());
        Baseline now = Baseline.of(results);
        RegressionCheck.Replications more = (from, to) -> Baseline.of(results(runs, hash, from, to));
        if (update) {
            now = update(scenario, now, more);
        }
        Baseline first = now.first(scenario.replications());
        return RegressionCheck.compare(baselines, first, more, Tolerances.standard(), cap)
                .with(Expectations.evaluate(scenario, results));
    }

    private SavedResults results(ScenarioRun runs, String hash, int from, int to) {
        return SavedResults.of(runs.run(Jobs.orProcessors(jobs), from, to), hash);
    }

    private Baseline update(Scenario scenario, Baseline now, RegressionCheck.Replications more) {
        Path file = BaselineFile.in(baselines, scenario.name());
        int wanted = Math.max(scenario.replications(), samples == null ? usualSamples(scenario, file) : samples);
        Baseline all = wanted == now.replications() ? now : now.with(more.run(now.replications(), wanted));
        BaselineFile.write(all, file);
        print().println(scenario.name() + ": baseline of " + Count.of(wanted, "replication") + " written to " + file);
        return all;
    }

    private static int usualSamples(Scenario scenario, Path file) {
        int ofBefore = BaselineFile.replicationsIn(file);
        return ofBefore > 0 ? ofBefore : SAMPLES_PER_REPLICATION * scenario.replications();
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
}
