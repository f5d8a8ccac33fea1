package hopscope.cli;

import hopscope.experiment.Experiment;
import hopscope.experiment.RunSeeds;
import hopscope.results.ExperimentResult;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Scenario;
import hopscope.simulation.SimulationFailure;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Does the runs of a loaded scenario with progress, and says how to repeat one that fails. */
final class ScenarioRun {
    private final Path file;
    private final LoadedScenario loaded;
    private final ScenarioArguments arguments;
    private final PrintWriter err;

    ScenarioRun(Path file, LoadedScenario loaded, ScenarioArguments arguments, PrintWriter err) {
        this.file = file;
        this.loaded = loaded;
        this.arguments = arguments;
        this.err = err;
    }

    /**
     * Does the runs.
     *
     * @param jobs threads
     * @param replication the only one to run, or {@code null} for all
     */
    ExperimentResult run(int jobs, Integer replication) {
        Scenario scenario = loaded.scenario();
        Experiment experiment = new Experiment(scenario, loaded.topology());
        if (replication != null) {
            if (replication < 0 || replication >= scenario.replications()) {
                throw new UserError("--replication " + replication + ": '" + scenario.name()
                        + "' has replications 0 to " + (scenario.replications() - 1));
            }
            experiment.only(replication);
        }
        return run(experiment, jobs, scenario.replications());
    }

    /**
     * Does some replications, which may be beyond those of the scenario.
     *
     * @param jobs threads
     * @param from first replication
     * @param to replication before which they end
     */
    ExperimentResult run(int jobs, int from, int to) {
        return run(new Experiment(loaded.scenario(), loaded.topology(), from, to), jobs, to);
    }

    private ExperimentResult run(Experiment experiment, int jobs, int to) {
        Scenario scenario = loaded.scenario();
        Progress progress = new Progress(err, scenario.name(), experiment.runCount());
        try {
            return experiment.run(jobs, run -> progress.advance());
        } catch (SimulationFailure failure) {
            progress.finish();
            int replication = replicationOf(failure, scenario, to);
            String further = replication < scenario.replications() ? "" : " --set replications=" + (replication + 1);
            err.println("The command that repeats the run that failed:");
            err.println("  hopscope run " + Main.quoted(file.toString()) + arguments.asText() + further + " --seed "
                    + scenario.seed() + " --protocol " + failure.protocol() + " --replication " + replication
                    + " --no-charts" + PluginJars.asText());
            throw failure;
        } finally {
            progress.finish();
        }
    }

    private static int replicationOf(SimulationFailure failure, Scenario scenario, int to) {
        int replication = 0;
        while (replication + 1 < to && RunSeeds.of(scenario.seed(), replication) != failure.seed()) {
            replication++;
        }
        return replication;
    }
}
