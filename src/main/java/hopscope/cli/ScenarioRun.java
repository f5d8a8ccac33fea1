package hopscope.cli;

import hopscope.experiment.Experiment;
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
        Progress progress = new Progress(err, scenario.name(), experiment.runCount());
        try {
            return experiment.run(jobs, run -> progress.advance());
        } catch (SimulationFailure failure) {
            progress.finish();
            err.println("The command that repeats the run that failed:");
            err.println("  hopscope run " + Main.quoted(file.toString()) + arguments.asText() + " --seed "
                    + scenario.seed() + " --protocol "
                    + failure.protocol() + " --replication " + replicationOf(failure, scenario)
                    + " --no-charts");
            throw failure;
        } finally {
            progress.finish();
        }
    }

    private static int replicationOf(SimulationFailure failure, Scenario scenario) {
        int replication = 0;
        while (replication + 1 < scenario.replications()
                && hopscope.experiment.RunSeeds.of(scenario.seed(), replication) != failure.seed()) {
            replication++;
        }
        return replication;
    }
}
