package hopscope.experiment;

import hopscope.experiment.RunPool.Run;
import hopscope.metrics.Measurements;
import hopscope.metrics.RunMetrics;
import hopscope.results.ExperimentResult;
import hopscope.results.ExperimentResult.HostFigures;
import hopscope.results.RunRecord;
import hopscope.scenario.Metric;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.Scenario;
import hopscope.simulation.Simulation;
import hopscope.topology.Topology;
import java.util.List;
import java.util.function.Consumer;

/**
 * All runs of a scenario. The results are the same for any number of threads: each run is a simulation of its own, and
 * they are gathered in the order in which the scenario lists them.
 */
public final class Experiment {
    /** Seldom enough to cost nothing, often enough to stop within a moment. */
    private static final int EVENTS_BETWEEN_LOOKS = 1000;

    private final Scenario scenario;
    private final Topology topology;
    private final List<Run> runs;

    /**
     * @param scenario what to run
     * @param topology its network
     */
    public Experiment(Scenario scenario, Topology topology) {
        this(scenario, topology, 0, scenario.replications());
    }

    /**
     * @param scenario what to run
     * @param topology its network
     * @param from first replication
     * @param to replication before which it ends; may be beyond those of the scenario
     */
    public Experiment(Scenario scenario, Topology topology, int from, int to) {
        this.scenario = scenario;
        this.topology = topology;
        this.runs = RunPool.runsOf(scenario, from, to);
    }

    /** Only the given replication of each protocol, to look at one run again. */
    public Experiment only(int replication) {
        runs.removeIf(run -> run.replication() != replication);
        return this;
    }

    /** Number of runs. */
    public int runCount() {
        return runs.size();
    }

    /**
     * Does all runs.
     *
     * @param jobs threads, at least 1; each run in progress needs memory of its own
     * @param finished told each run that is done, from any thread, one at a time
     * @throws hopscope.simulation.SimulationFailure if Hopscope itself fails in a run
     */
    public ExperimentResult run(int jobs, Consumer<RunRecord> finished) {
        int threads = Math.max(1, Math.min(jobs, runs.size()));
        PeakHeap.reset();
        long start = System.nanoTime();
        List<RunRecord> records = RunPool.doAll(runs, threads, this::execute, finished);
        long wallNanos = System.nanoTime() - start;
        long events = records.stream()
                .mapToLong(run -> (long) run.measurements().value(Metric.EVENTS))
                .sum();
        return new ExperimentResult(scenario, records, new HostFigures(wallNanos, events, PeakHeap.bytes(), threads));
    }

    private RunRecord execute(Run run) {
        return runOnce(scenario, topology, run.protocol(), run.replication());
    }

    /**
     * Does one run.
     *
     * @param protocol one of the scenario's
     * @param replication 0, 1, …; may be beyond those of the scenario
     * @throws hopscope.simulation.SimulationFailure if Hopscope itself fails
     * @throws RunInterrupted if the thread is interrupted meanwhile
     */
    public static RunRecord runOnce(Scenario scenario, Topology topology, ProtocolSpec protocol, int replication) {
        long seed = RunSeeds.of(scenario.seed(), replication);
        RunMetrics metrics = new RunMetrics(scenario);
        Simulation simulation = new Simulation(scenario, topology, protocol, seed, metrics);
        runInterruptibly(simulation);
        Measurements measurements = metrics.measurements(simulation);
        return new RunRecord(protocol.name(), replication, seed, measurements);
    }

    /**
     * Runs a simulation to its end unless the thread is interrupted.
     *
     * @throws RunInterrupted if it is; the simulation has come as far as it has
     */
    public static void runInterruptibly(Simulation simulation) {
        while (simulation.advance(EVENTS_BETWEEN_LOOKS)) {
            if (Thread.interrupted()) {
                throw new RunInterrupted();
            }
        }
    }
}
